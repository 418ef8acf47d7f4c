// Is there natural gas?
import { utility } from '#geodata/analysis/siting/needs/utility.ts'

export const gas = utility({
  id: 'gas',
  title: { zh: '天然气', en: 'Natural gas' },
  items: ['natural_gas'],
})
