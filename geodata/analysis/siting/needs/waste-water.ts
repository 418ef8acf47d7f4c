// Is waste water of industry taken?
import { utility } from '#geodata/analysis/siting/needs/utility.ts'

export const wasteWater = utility({
  id: 'wasteWater',
  title: { zh: '工业污水处理', en: 'Treatment of waste water' },
  items: ['sewage'],
})
