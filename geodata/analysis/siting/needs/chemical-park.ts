// May hazardous goods be made or kept here, as in a recognised chemical park?
import { undocumented } from '#geodata/analysis/siting/needs/undocumented.ts'

export const chemicalPark = undocumented({
  id: 'chemicalPark',
  title: { zh: '化工园区或危化品许可', en: 'Chemical park or licence for hazardous goods' },
  unit: null,
  ask: {
    zh: '是否化工园区、可否存放危化品未知，须核实',
    en: 'Whether it is a chemical park or may keep hazardous goods is unknown; ask.',
  },
})
