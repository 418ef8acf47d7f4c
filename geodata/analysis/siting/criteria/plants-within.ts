// How many vehicle plants lie in the window?
import { type Criterion, countWithin } from '#geodata/analysis/siting/criterion.ts'
import { countsWithin } from '#geodata/analysis/siting/drawn-ways.ts'

export const plantsWithin: Criterion = {
  id: 'plantsWithin',
  title: { zh: '窗口内整车厂', en: 'Plants in the window' },
  unit: 'plants',
  group: 'market',
  best: 6,
  worst: 0,
  defaultWeight: 15,
  bestOf: ({ plants }) => Math.max(1, plants.length),
  datesOf: ({ ground, plants }) => [ground.roads.asOf, ...plants.map(({ asOf }) => asOf)],
  measure: ({ inputs }, { partners }) =>
    countWithin(partners.plants, inputs.plantWindowMinutes, '整车厂名录 plants.csv'),
  draw: ({ inputs }, { partners }, doubt, into) => {
    countsWithin(into, partners, partners.plants, inputs.plantWindowMinutes, doubt)
    return true
  },
}
