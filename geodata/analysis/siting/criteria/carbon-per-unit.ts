// What does sending one unit to the customers emit, on average?
import { scale } from '#geodata/analysis/doubt/arrays.ts'
import { drawnCarbonPerTonneKilometer } from '#geodata/analysis/freight/drawn-rates.ts'
import { ratesOf } from '#geodata/analysis/freight/rates.ts'
import type { Criterion } from '#geodata/analysis/siting/criterion.ts'
import { perUnit } from '#geodata/analysis/siting/per-unit.ts'

export const carbonPerUnit: Criterion = {
  id: 'carbonPerUnit',
  title: { zh: '每件运输 CO₂', en: 'Transport CO₂ per unit' },
  unit: 'kilogramsPerUnit',
  group: 'logistics',
  best: 0,
  worst: 1,
  defaultWeight: 0,
  isAsked: ({ inputs: { logistics }, facts }) =>
    logistics.kilogramsPerUnit !== undefined &&
    ratesOf(facts, logistics.truck).kilogramsCarbonPerTonneKilometer !== null,
  datesOf: ({ facts, inputs: { logistics }, plants }) => [
    ratesOf(facts, logistics.truck).kilogramsCarbonPerTonneKilometer?.asOf ?? null,
    ...plants.map(({ asOf }) => asOf),
  ],
  ...perUnit(
    ({ kilogramsCarbon }) => kilogramsCarbon,
    ({ facts, inputs: { logistics } }, draws) => {
      const { truck, kilogramsPerUnit } = logistics
      const rate = drawnCarbonPerTonneKilometer(draws, truck, ratesOf(facts, truck))
      if (!rate || kilogramsPerUnit === undefined) return null
      scale(rate, kilogramsPerUnit / 1000)
      return rate
    },
  ),
}
