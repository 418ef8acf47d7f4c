// 座椅: about a cubic meter a set, in sequence, minutes from the line.
import { must, type Template, wish } from '#geodata/analysis/siting/template.ts'

export const seat: Template = {
  productId: 'seat',
  annualUnits: 200_000,
  needs: [must('landHectares', 5), must('plantMinutesAtMost', 90), wish('segmentAssigned')],
  logistics: { truck: 'box10', unitsPerTruck: 40, kilogramsPerUnit: 90, loadingMinutes: 20 },
  basis: {
    zh: '1套约0.8—1.2 m³，JIS（product_inputs）；用地、90 分钟上限、每车套数、单重是我们的规划假设',
    en: 'About 0.8–1.2 m³ a set, in sequence (product_inputs); land, the limit of 90 minutes, sets per truck and mass are our planning assumptions.',
  },
}
