// What does it cost, or emit, to send one unit to the customers, on average?
//
// The mean over the plants that can be reached, each by its share of the units, with the doubt of rates and
// places. Distance already counts by its minutes, so these criteria weigh nothing until the user gives
// them weight. Value 1 is what 20 km take, value 0 what 200 km take, at the middle of the rates: planning
// assumptions.
import { addScaled, multiply, scale } from '#geodata/analysis/doubt/arrays.ts'
import type { Draws } from '#geodata/analysis/doubt/draws.ts'
import { type Freight, freightOf, type Interval } from '#geodata/analysis/freight/freight.ts'
import { ratesOf } from '#geodata/analysis/freight/rates.ts'
import type { LengthInterval } from '#geodata/analysis/ground/length-doubt.ts'
import { sharesOf } from '#geodata/analysis/siting/criteria/plant-minutes.ts'
import {
  type Criterion,
  type Doubt,
  known,
  type Raw,
  type Site,
  type SitingContext,
  unknown,
} from '#geodata/analysis/siting/criterion.ts'
import { kilometersOf } from '#geodata/analysis/siting/drawn-ways.ts'
import { lengthBounds } from '#geodata/analysis/siting/told-ways.ts'

const BEST_METERS = 20_000
const WORST_METERS = 200_000
const SOURCE = 'freight_costs.csv; plants.csv'

/** What is asked of a shipment of one unit. */
type Of = (freight: Freight) => Interval | null

/** What one unit takes over one kilometer, draw by draw; null: a rate is not known. */
type DrawRate = (context: SitingContext, draws: Draws) => Float64Array | null

/** The ends of the scale and the measure; both are made from what one unit takes over a way. */
export function perUnit(
  of: Of,
  drawRate: DrawRate,
): Pick<Criterion, 'bestOf' | 'worstOf' | 'measure' | 'draw'> {
  const middleOver = (context: SitingContext, meters: number) => {
    const exact = { lowMeters: meters, centralMeters: meters, highMeters: meters }
    const { low, high } = of(overOne(context, exact)) ?? { low: 0, high: 0 }
    return (low + high) / 2
  }
  return {
    bestOf: (context) => middleOver(context, BEST_METERS),
    worstOf: (context) => middleOver(context, WORST_METERS),
    measure: (context, site) => meanOf(context, site, of),
    draw: (context, site, doubt, into) => drawMean(context, site, doubt, into, drawRate),
  }
}

function drawMean(
  context: SitingContext,
  { partners }: Site,
  { draws, lent }: Doubt,
  into: Float64Array,
  drawRate: DrawRate,
): boolean {
  const rate = drawRate(context, draws)
  if (!rate) return false
  const shares = sharesOf(context.plants, context.inputs.weightPlantsByCapacity)
  let weights = 0
  into.fill(0)
  partners.plants.forEach((plant, index) => {
    if (!kilometersOf(lent, partners, plant)) return
    const share = shares[index] ?? 0
    weights += share
    addScaled(into, lent, share)
  })
  scale(into, 1 / weights)
  multiply(into, rate)
  return weights > 0
}

function meanOf(context: SitingContext, { candidate, partners }: Site, of: Of): Raw {
  const shares = sharesOf(context.plants, context.inputs.weightPlantsByCapacity)
  let weights = 0
  const sum = { low: 0, high: 0 }
  partners.plants.forEach((partner, index) => {
    const plant = context.plants[index]
    const { lengthMeters } = partner
    if (!plant || lengthMeters === null) return
    const length = lengthBounds(candidate.place, plant.place, partner, lengthMeters)
    const one = of(overOne(context, length))
    if (!one) return
    const share = shares[index] ?? 0
    weights += share
    sum.low += share * one.low
    sum.high += share * one.high
  })
  if (weights === 0) {
    return unknown({ zh: '没有可达的整车厂', en: 'No vehicle plant is reachable.' }, SOURCE)
  }
  const [low, high] = [sum.low / weights, sum.high / weights]
  return known((low + high) / 2, SOURCE, low, high)
}

function overOne({ facts, inputs: { logistics } }: SitingContext, length: LengthInterval): Freight {
  return freightOf(ratesOf(facts, logistics.truck), {
    units: 1,
    unitsPerTruck: logistics.unitsPerTruck ?? null,
    kilogramsPerUnit: logistics.kilogramsPerUnit ?? null,
    length,
    tollMeters: null,
  })
}
