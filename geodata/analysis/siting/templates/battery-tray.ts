// 电池托盘: large, light, in racks of its own; an ordinary hall.
import { must, type Template, wish } from '#geodata/analysis/siting/template.ts'

export const batteryTray: Template = {
  productId: 'battery-tray',
  annualUnits: 200_000,
  needs: [must('landHectares', 8), wish('segmentAssigned'), wish('powerMegavoltAmperes', 12)],
  logistics: { truck: 'box10', unitsPerTruck: 60, kilogramsPerUnit: 45, loadingMinutes: 45 },
  basis: {
    zh: '大件、专用料架、装载率低，JIT/日配（product_inputs，常识）；用地、用电、每车件数、单重是我们的规划假设',
    en: 'Large, in racks of its own, low load factor, JIT or daily (product_inputs, general knowledge); land, power, units per truck and mass are our planning assumptions.',
  },
}
