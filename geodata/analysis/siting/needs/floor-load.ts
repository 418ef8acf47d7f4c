// How much does the floor of the halls bear?
import { undocumented } from '#geodata/analysis/siting/needs/undocumented.ts'

export const floorLoad = undocumented({
  id: 'floorLoad',
  title: { zh: '厂房地面荷载', en: 'Floor load of the halls' },
  unit: 'tonnesPerSquareMeter',
  ask: { zh: '厂房荷载未知，须核实', en: 'The load the floor bears is unknown; ask.' },
})
