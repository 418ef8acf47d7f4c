// Questions that are asked often, with what such a product usually needs; a new one is a row here.
import { must, type Template, wish } from '#geodata/analysis/siting/template.ts'

export const TEMPLATES: readonly Template[] = [
  // 电池托盘: large, light, in racks of its own; an ordinary hall.
  {
    productId: 'battery-tray',
    annualUnits: 200_000,
    needs: [must('landHectares', 8), wish('segmentAssigned'), wish('powerMegavoltAmperes', 12)],
    logistics: { truck: 'box10', unitsPerTruck: 60, kilogramsPerUnit: 45, loadingMinutes: 45 },
    basis: {
      zh: '大件、专用料架、装载率低，JIT/日配（产品投入表，常识）；用地、用电、每车件数、单重是我们的规划假设',
      en: 'Large, in racks of its own, low load factor, JIT or daily (table of product inputs, general knowledge); land, power, units per truck and mass are our planning assumptions.',
    },
  },
  // 线控制动: small and heavy boxes, clean machining.
  {
    productId: 'brake-by-wire',
    annualUnits: 300_000,
    needs: [must('landHectares', 4), wish('segmentAssigned'), wish('powerMegavoltAmperes', 6)],
    logistics: { truck: 'box7', unitsPerTruck: 900, kilogramsPerUnit: 6, loadingMinutes: 30 },
    basis: {
      zh: 'One-box 约5—7 kg，日配/JIT（产品投入表，常识）；用地、用电、每车件数是我们的规划假设',
      en: 'One-box about 5–7 kg, daily or JIT (table of product inputs, general knowledge); land, power and units per truck are our planning assumptions.',
    },
  },
  // 座舱显示屏: light trays, clean rooms.
  {
    productId: 'cockpit-display',
    annualUnits: 400_000,
    needs: [must('landHectares', 3), wish('segmentAssigned'), wish('powerMegavoltAmperes', 8)],
    logistics: { truck: 'box7', unitsPerTruck: 1200, kilogramsPerUnit: 2.5, loadingMinutes: 30 },
    basis: {
      zh: '防静电托盘、洁净贴合车间，周配/JIT（产品投入表，常识）；用地、用电、每车件数、单重是我们的规划假设',
      en: 'Antistatic trays, clean bonding rooms, weekly or JIT (table of product inputs, general knowledge); land, power, units per truck and mass are our planning assumptions.',
    },
  },
  // 动力电池: heavy packs of dangerous goods, great power, gas and steam for cells.
  {
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
    logistics: {
      truck: 'semitrailer',
      unitsPerTruck: 40,
      kilogramsPerUnit: 450,
      loadingMinutes: 45,
    },
    basis: {
      zh: '整包约300—600 kg、UN3480，电芯须高电力与天然气/蒸汽（产品投入表）；用地、用电、每车件数是我们的规划假设',
      en: 'Packs of about 300–600 kg, UN3480; cells need much power, gas or steam (table of product inputs); land, power and units per truck are our planning assumptions.',
    },
  },
  // 座椅: about a cubic meter a set, in sequence, minutes from the line.
  {
    productId: 'seat',
    annualUnits: 200_000,
    needs: [must('landHectares', 5), must('plantMinutesAtMost', 90), wish('segmentAssigned')],
    logistics: { truck: 'box10', unitsPerTruck: 40, kilogramsPerUnit: 90, loadingMinutes: 20 },
    basis: {
      zh: '1套约0.8—1.2 m³，JIS（产品投入表）；用地、90 分钟上限、每车套数、单重是我们的规划假设',
      en: 'About 0.8–1.2 m³ a set, in sequence (table of product inputs); land, the limit of 90 minutes, sets per truck and mass are our planning assumptions.',
    },
  },
  // 线束: much manual work, boxes, a long frozen horizon.
  {
    productId: 'wiring-harness',
    annualUnits: 200_000,
    needs: [must('landHectares', 4), wish('segmentAssigned')],
    logistics: { truck: 'box10', unitsPerTruck: 250, kilogramsPerUnit: 30, loadingMinutes: 40 },
    basis: {
      zh: '卷绕装箱、劳动密集，JIS（长冻结）或日配（产品投入表，常识）；用地、每车套数、单重是我们的规划假设',
      en: 'Boxed, labour-intensive, in sequence with a long frozen horizon or daily (table of product inputs, general knowledge); land, sets per truck and mass are our planning assumptions.',
    },
  },
  // 铝压铸件: melting with gas, presses with power, dross to be treated.
  {
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
      zh: '熔炼用天然气、压铸机高电力、铝灰危废，JIT/日配（产品投入表，常识）；用地、用电、荷载、每车件数、单重是我们的规划假设',
      en: 'Melting by gas, presses of much power, dross as hazardous waste, JIT or daily (table of product inputs, general knowledge); land, power, floor load, units per truck and mass are our planning assumptions.',
    },
  },
  // 电解液: a flammable liquid in drums, which only a chemical park takes. Its unit is the tonne.
  {
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
      zh: '易燃液体（3类），化工园区、甲类厂房与危化品许可（产品投入表，常识）；单位是吨，用地与每车吨数是我们的规划假设',
      en: 'A flammable liquid (class 3): chemical park and licence (table of product inputs, general knowledge); the unit is the tonne, land and tonnes per truck are our planning assumptions.',
    },
  },
]
