// 座舱显示屏: light trays, clean rooms.
import { must, type Template, wish } from '#geodata/analysis/siting/template.ts'

export const cockpitDisplay: Template = {
  productId: 'cockpit-display',
  annualUnits: 400_000,
  needs: [must('landHectares', 3), wish('segmentAssigned'), wish('powerMegavoltAmperes', 8)],
  logistics: { truck: 'box7', unitsPerTruck: 1200, kilogramsPerUnit: 2.5, loadingMinutes: 30 },
  basis: {
    zh: '防静电托盘、洁净贴合车间，周配/JIT（product_inputs，常识）；用地、用电、每车件数、单重是我们的规划假设',
    en: 'Antistatic trays, clean bonding rooms, weekly or JIT (product_inputs, general knowledge); land, power, units per truck and mass are our planning assumptions.',
  },
}
