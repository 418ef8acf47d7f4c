// Is there enough water for industry?
import { utility } from '#geodata/analysis/siting/needs/utility.ts'

export const water = utility({
  id: 'water',
  title: { zh: '工业用水', en: 'Industrial water' },
  items: ['water'],
})
