import { expect, it } from 'vitest'
import { amountText, changeTexts, wholePercent } from '#geodata/analysis/told/amount-text.ts'

it('tells apart what an amount is and what it becomes, with no more decimals than that takes', () => {
  expect(changeTexts(62.6, 41.2, 'minutes')).toEqual(['63', '41'])
  expect(changeTexts(63.4, 62.6, 'minutes')).toEqual(['63.4', '62.6'])
  expect(changeTexts(63.04, 63.01, 'minutes')).toEqual(['63.04', '63.01'])
  expect(changeTexts(0.914, 0.911, 'share')).toEqual(['91.4', '91.1'])
  expect(changeTexts(12, 12, 'minutes')).toEqual(['12', '12'])
})

it('rounds half a per cent up, also where a sum of shares fell a trifle short of it', () => {
  expect(wholePercent(0.125)).toBe(13)
  expect(wholePercent(0.1249999999999)).toBe(13)
  expect(wholePercent(0.1249)).toBe(12)
  expect(amountText(0.1249999999999, 'share')).toBe('13')
})
