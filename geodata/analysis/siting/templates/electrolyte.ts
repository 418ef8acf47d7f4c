// 电解液: a flammable liquid in drums, which only a chemical park takes. Its unit is the tonne.
import { must, type Template, wish } from '#geodata/analysis/siting/template.ts'

export const electrolyte: Template = {
  productId: 'electrolyte',
  annualUnits: 50_000,
  needs: [must('landHectares', 10), must('chemicalPark'), wish('wasteWater'), wish('steam')],
  logistics: {
    truck: 'semitrailer',
    unitsPerTruck: 20,
    kilogramsPerUnit: 1000,
    loadingMinutes: 60,
  },
  basis: {
    zh: '易燃液体（3类），化工园区、甲类厂房与危化品许可（product_inputs，常识）；单位是吨，用地与每车吨数是我们的规划假设',
    en: 'A flammable liquid (class 3): chemical park and licence (product_inputs, general knowledge); the unit is the tonne, land and tonnes per truck are our planning assumptions.',
  },
}
