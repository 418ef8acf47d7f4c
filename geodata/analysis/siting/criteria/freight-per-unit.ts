// What does it cost to send one unit to the customers, on average?
import { scale } from '#geodata/analysis/doubt/arrays.ts'
import { drawnYuanPerKilometer } from '#geodata/analysis/freight/drawn-rates.ts'
import { ratesOf } from '#geodata/analysis/freight/rates.ts'
import type { Criterion } from '#geodata/analysis/siting/criterion.ts'
import { perUnit } from '#geodata/analysis/siting/per-unit.ts'

export const freightPerUnit: Criterion = {
  id: 'freightPerUnit',
  title: { zh: '每件运费', en: 'Freight per unit' },
  unit: 'yuanPerUnit',
  group: 'cost',
  best: 0,
  worst: 1,
  defaultWeight: 0,
  isAsked: ({ inputs: { logistics }, facts }) =>
    logistics.unitsPerTruck !== undefined &&
    ratesOf(facts, logistics.truck).yuanPerKilometer !== null,
  datesOf: ({ facts, inputs: { logistics }, plants }) => [
    ratesOf(facts, logistics.truck).yuanPerKilometer?.asOf ?? null,
    ...plants.map(({ asOf }) => asOf),
  ],
  ...perUnit(
    ({ yuan }) => yuan,
    ({ facts, inputs: { logistics } }, draws) => {
      const { truck, unitsPerTruck } = logistics
      const rate = drawnYuanPerKilometer(draws, truck, ratesOf(facts, truck))
      if (!rate || unitsPerTruck === undefined) return null
      scale(rate, 1 / unitsPerTruck)
      return rate
    },
  ),
}
