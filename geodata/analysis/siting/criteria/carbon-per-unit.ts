// What does sending one unit to the customers emit, on average?
import { ratesOf } from '#geodata/analysis/freight/rates.ts'
import type { Criterion } from '#geodata/analysis/siting/criterion.ts'
import { drawnBetween, perUnit } from '#geodata/analysis/siting/per-unit.ts'

export const carbonPerUnit: Criterion = {
  id: 'carbonPerUnit',
  title: { zh: '每件运输 CO₂', en: 'Transport CO₂ per unit' },
  unit: 'kilogramsPerUnit',
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
      const factor = ratesOf(facts, logistics.truck).kilogramsCarbonPerTonneKilometer
      const { truck, kilogramsPerUnit } = logistics
      if (!factor || kilogramsPerUnit === undefined) return null
      return drawnBetween(draws, `carbon of ${truck}`, factor).map(
        (each) => (each * kilogramsPerUnit) / 1000,
      )
    },
  ),
}
