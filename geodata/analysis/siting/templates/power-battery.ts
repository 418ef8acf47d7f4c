// 动力电池: heavy packs of dangerous goods, great power, gas and steam for cells.
import { must, type Template, wish } from '#geodata/analysis/siting/template.ts'

export const powerBattery: Template = {
  productId: 'power-battery',
  annualUnits: 150_000,
  needs: [
    must('landHectares', 30),
    wish('powerMegavoltAmperes', 80),
    wish('gas'),
    wish('steam'),
    wish('wasteWater'),
    wish('segmentAssigned'),
  ],
  logistics: { truck: 'semitrailer', unitsPerTruck: 40, kilogramsPerUnit: 450, loadingMinutes: 45 },
  basis: {
    zh: '整包约300—600 kg、UN3480，电芯须高电力与天然气/蒸汽（product_inputs）；用地、用电、每车件数是我们的规划假设',
    en: 'Packs of about 300–600 kg, UN3480; cells need much power, gas or steam (product_inputs); land, power and units per truck are our planning assumptions.',
  },
}
