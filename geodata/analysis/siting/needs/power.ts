// Is there enough power?
import { undocumented } from '#geodata/analysis/siting/needs/undocumented.ts'

export const powerMegavoltAmperes = undocumented({
  id: 'powerMegavoltAmperes',
  title: { zh: '用电', en: 'Power' },
  unit: 'megavoltAmperes',
  ask: { zh: '可供电力未知，须向园区核实', en: 'Available power is unknown; ask the park.' },
})
