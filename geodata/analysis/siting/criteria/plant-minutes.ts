// How many minutes is it to the vehicle plants, on average?
import {
  type Criterion,
  known,
  networkSource,
  unknown,
} from '#geodata/analysis/siting/criterion.ts'

export const plantMinutes: Criterion = {
  id: 'plantMinutes',
  title: { zh: '到整车厂平均', en: 'Mean to vehicle plants' },
  unit: 'minutes',
  best: 30,
  worst: 120,
  defaultWeight: 35,
  measure: ({ ground, inputs, plants }, { partners }) => {
    const capacities = plants
      .flatMap(({ capacity }) => (capacity === null ? [] : [capacity]))
      .sort((a, b) => a - b)
    const median = capacities[Math.floor(capacities.length / 2)] ?? 1
    let weights = 0
    const sums = { low: 0, raw: 0, high: 0 }
    partners.plants.forEach(({ duration }, index) => {
      if (!duration) return
      const weight = inputs.weightPlantsByCapacity ? (plants[index]?.capacity ?? median) : 1
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
}
