// 线束: many hands, boxes, a long frozen horizon.
import { must, type Template, wish } from '#geodata/analysis/siting/template.ts'

export const wiringHarness: Template = {
  productId: 'wiring-harness',
  annualUnits: 200_000,
  needs: [must('landHectares', 4), wish('segmentAssigned')],
  logistics: { truck: 'box10', unitsPerTruck: 250, kilogramsPerUnit: 30, loadingMinutes: 40 },
  basis: {
    zh: '卷绕装箱、劳动密集，JIS（长冻结）或日配（product_inputs，常识）；用地、每车套数、单重是我们的规划假设',
    en: 'Boxed, labour-intensive, in sequence with a long frozen horizon or daily (product_inputs, general knowledge); land, sets per truck and mass are our planning assumptions.',
  },
}
