// 线控制动: small and heavy boxes, clean machining.
import { must, type Template, wish } from '#geodata/analysis/siting/template.ts'

export const brakeByWire: Template = {
  productId: 'brake-by-wire',
  annualUnits: 300_000,
  needs: [must('landHectares', 4), wish('segmentAssigned'), wish('powerMegavoltAmperes', 6)],
  logistics: { truck: 'box7', unitsPerTruck: 900, kilogramsPerUnit: 6, loadingMinutes: 30 },
  basis: {
    zh: 'One-box 约5—7 kg，日配/JIT（product_inputs，常识）；用地、用电、每车件数是我们的规划假设',
    en: 'One-box about 5–7 kg, daily or JIT (product_inputs, general knowledge); land, power and units per truck are our planning assumptions.',
  },
}
