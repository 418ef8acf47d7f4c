// Is there steam from a network?
import { utility } from '#geodata/analysis/siting/needs/utility.ts'

export const steam = utility({
  id: 'steam',
  title: { zh: '园区蒸汽', en: 'Steam of the park' },
  items: ['steam'],
})
