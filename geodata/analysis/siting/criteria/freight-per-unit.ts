// What does it cost to send one unit to the customers, on average?
//
// Distance already counts by its minutes, so this weighs nothing until the asker gives it weight. Value 1
// is the cost over 20 km, value 0 that over 200 km, both at the middle of the rate: planning assumptions.
import { type Freight, freightOf } from '#geodata/analysis/freight/freight.ts'
import { PAID_RETURN, ratesOf } from '#geodata/analysis/freight/rates.ts'
import { type LengthInterval, lengthDoubt } from '#geodata/analysis/length-doubt.ts'
import { sharesOf } from '#geodata/analysis/siting/criteria/plant-minutes.ts'
import {
  type Criterion,
  known,
  type SitingContext,
  unknown,
} from '#geodata/analysis/siting/criterion.ts'

const BEST_METERS = 20_000
const WORST_METERS = 200_000

export const freightPerUnit: Criterion = {
  id: 'freightPerUnit',
  title: { zh: '每件运费', en: 'Freight per unit' },
  unit: 'yuanPerUnit',
  best: 0,
  worst: 1,
  bestOf: (context) => middleOver(context, BEST_METERS),
  worstOf: (context) => middleOver(context, WORST_METERS),
  defaultWeight: 0,
  isAsked: ({ inputs, facts }) =>
    inputs.logistics.unitsPerTruck !== undefined &&
    ratesOf(facts, inputs.logistics.truck).yuanPerKilometer !== null,
  datesOf: ({ facts, inputs }) => [
    ratesOf(facts, inputs.logistics.truck).yuanPerKilometer?.asOf ?? null,
  ],
  measure: (context, { candidate, partners }) => {
    const shares = sharesOf(context.plants, context.inputs.weightPlantsByCapacity)
    let weights = 0
    const sum = { low: 0, high: 0 }
    partners.plants.forEach(({ lengthMeters }, index) => {
      const plant = context.plants[index]
      if (!plant || lengthMeters === null) return
      const length = lengthDoubt(candidate.place, plant.place, lengthMeters)
      const { yuan } = overOne(context, length)
      if (!yuan) return
      const share = shares[index] ?? 0
      weights += share
      sum.low += share * yuan.low
      sum.high += share * yuan.high
    })
    const source = 'freight_costs.csv; plants.csv'
    if (weights === 0) {
      return unknown({ zh: '没有可达的整车厂', en: 'No vehicle plant is reachable.' }, source)
    }
    const [low, high] = [sum.low / weights, sum.high / weights]
    return known((low + high) / 2, source, low, high)
  },
}

/** One unit over a length, at the rates of the truck asked for. */
function overOne({ facts, inputs: { logistics } }: SitingContext, length: LengthInterval): Freight {
  return freightOf(ratesOf(facts, logistics.truck), {
    units: 1,
    unitsPerTruck: logistics.unitsPerTruck ?? null,
    kilogramsPerUnit: logistics.kilogramsPerUnit ?? null,
    length,
    tollMeters: null,
  })
}

function middleOver(context: SitingContext, meters: number): number {
  const { facts, inputs } = context
  const rate = ratesOf(facts, inputs.logistics.truck).yuanPerKilometer
  const perKilometer = rate ? (rate.low * PAID_RETURN.low + rate.high * PAID_RETURN.high) / 2 : 0
  return ((meters / 1000) * perKilometer) / (inputs.logistics.unitsPerTruck ?? 1)
}
