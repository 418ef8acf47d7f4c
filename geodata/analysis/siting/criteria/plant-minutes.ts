// How many minutes is it to the vehicle plants, on average?
import { addScaled, scale } from '#geodata/analysis/doubt/arrays.ts'
import {
  type Criterion,
  type Doubt,
  known,
  networkSource,
  type Site,
  type SitingContext,
  unknown,
} from '#geodata/analysis/siting/criterion.ts'
import { minutesOf } from '#geodata/analysis/siting/drawn-ways.ts'
import type { Plant } from '#geodata/analysis/siting/question.ts'

export const plantMinutes: Criterion = {
  id: 'plantMinutes',
  title: { zh: '到整车厂平均', en: 'Mean to vehicle plants' },
  unit: 'minutes',
  group: 'market',
  best: 30,
  worst: 120,
  defaultWeight: 35,
  datesOf: ({ ground, plants }) => [ground.roads.asOf, ...plants.map(({ asOf }) => asOf)],
  measure: ({ ground, inputs, plants }, { partners }) => {
    const shares = sharesOf(plants, inputs.weightPlantsByCapacity)
    let weights = 0
    const sums = { low: 0, raw: 0, high: 0 }
    partners.plants.forEach(({ duration }, index) => {
      if (!duration) return
      const weight = shares[index] ?? 0
      weights += weight
      sums.low += weight * duration.lowSeconds
      sums.raw += weight * duration.centralSeconds
      sums.high += weight * duration.highSeconds
    })
    if (weights === 0) {
      const reason = { zh: '没有可达的整车厂', en: 'No vehicle plant is reachable.' }
      return unknown(reason, 'plants.csv')
    }
    const mean = (seconds: number) => seconds / weights / 60
    const source = `${networkSource(ground)}; plants.csv`
    return known(mean(sums.raw), source, mean(sums.low), mean(sums.high))
  },
  draw: drawMean,
}

/** The mean minutes to the plants that are reached, draw by draw. */
function drawMean(
  { inputs, plants }: SitingContext,
  { partners }: Site,
  doubt: Doubt,
  into: Float64Array,
): boolean {
  const shares = sharesOf(plants, inputs.weightPlantsByCapacity)
  let weights = 0
  into.fill(0)
  partners.plants.forEach((plant, index) => {
    if (!minutesOf(doubt.lent, partners, plant, doubt)) return
    const weight = shares[index] ?? 0
    weights += weight
    addScaled(into, doubt.lent, weight)
  })
  scale(into, 1 / weights)
  return weights > 0
}

/** How much each plant counts: by its units where any are known, else by capacity where asked, else alike. */
export function sharesOf(plants: readonly Plant[], byCapacity: boolean): number[] {
  const units = plants.map(({ annualUnits }) => annualUnits)
  if (units.some((known) => known !== null)) return orMedian(units)
  return byCapacity ? orMedian(plants.map(({ capacity }) => capacity)) : plants.map(() => 1)
}

/** Unknown ones as the median of the known. */
function orMedian(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b)
  const median = known[Math.floor(known.length / 2)] ?? 1
  return values.map((value) => value ?? median)
}
