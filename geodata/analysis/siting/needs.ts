// What may be asked of a site. What is looked up alike is a row here; what has a way of its own of being
// looked up is a file in needs/ and a line here.
import type { Need } from '#geodata/analysis/siting/need.ts'
import { landHectares } from '#geodata/analysis/siting/needs/land-hectares.ts'
import { plantMinutesAtMost } from '#geodata/analysis/siting/needs/plant-minutes-at-most.ts'
import { segmentAssigned } from '#geodata/analysis/siting/needs/segment-assigned.ts'
import { undocumented } from '#geodata/analysis/siting/needs/undocumented.ts'
import { utility } from '#geodata/analysis/siting/needs/utility.ts'

export const NEEDS: readonly Need[] = [
  segmentAssigned,
  landHectares,
  plantMinutesAtMost,
  undocumented({
    id: 'powerMegavoltAmperes',
    title: { zh: '用电', en: 'Power' },
    unit: 'megavoltAmperes',
    group: 'landAndUtilities',
    ask: { zh: '可供电力未知，须向园区核实', en: 'Available power is unknown; ask the park.' },
  }),
  utility({
    id: 'gas',
    title: { zh: '天然气', en: 'Natural gas' },
    items: ['natural_gas'],
  }),
  utility({
    id: 'steam',
    title: { zh: '园区蒸汽', en: 'Steam of the park' },
    items: ['steam'],
  }),
  utility({
    id: 'water',
    title: { zh: '工业用水', en: 'Industrial water' },
    items: ['water'],
  }),
  utility({
    id: 'wasteWater',
    title: { zh: '工业污水处理', en: 'Treatment of waste water' },
    items: ['sewage'],
  }),
  undocumented({
    id: 'chemicalPark',
    title: { zh: '化工园区或危化品许可', en: 'Chemical park or licence for hazardous goods' },
    unit: null,
    group: 'policy',
    ask: {
      zh: '是否化工园区、可否存放危化品未知，须核实',
      en: 'Whether it is a chemical park or may keep hazardous goods is unknown; ask.',
    },
  }),
  undocumented({
    id: 'floorLoad',
    title: { zh: '厂房地面荷载', en: 'Floor load of the halls' },
    unit: 'tonnesPerSquareMeter',
    group: 'landAndUtilities',
    ask: { zh: '厂房荷载未知，须核实', en: 'The load the floor bears is unknown; ask.' },
  }),
]
