import { expect, it } from 'vitest'
import { changeTexts } from '#geodata/analysis/told/amount-text.ts'

it('tells apart what an amount is and what it becomes, with no more decimals than that takes', () => {
  expect(changeTexts(62.6, 41.2, 'minutes')).toEqual(['63', '41'])
  expect(changeTexts(63.4, 62.6, 'minutes')).toEqual(['63.4', '62.6'])
  expect(changeTexts(63.04, 63.01, 'minutes')).toEqual(['63.04', '63.01'])
  expect(changeTexts(0.914, 0.911, 'share')).toEqual(['91.4', '91.1'])
  expect(changeTexts(12, 12, 'minutes')).toEqual(['12', '12'])
})
