// 铝压铸件: melting with gas, presses with power, dross to be treated.
import { must, type Template, wish } from '#geodata/analysis/siting/template.ts'

export const aluminiumDieCasting: Template = {
  productId: 'aluminium-die-casting',
  annualUnits: 1_000_000,
  needs: [
    must('landHectares', 6),
    must('gas'),
    wish('powerMegavoltAmperes', 20),
    wish('floorLoad', 5),
    wish('segmentAssigned'),
  ],
  logistics: { truck: 'box10', unitsPerTruck: 1500, kilogramsPerUnit: 8, loadingMinutes: 40 },
  basis: {
    zh: '熔炼用天然气、压铸机高电力、铝灰危废，JIT/日配（product_inputs，常识）；用地、用电、荷载、每车件数、单重是我们的规划假设',
    en: 'Melting by gas, presses of much power, dross as hazardous waste, JIT or daily (product_inputs, general knowledge); land, power, floor load, units per truck and mass are our planning assumptions.',
  },
}
