import { expect, it } from 'vitest'
import {
  amountText,
  changeTexts,
  rangeText,
  signedText,
  wholePercent,
} from '#geodata/analysis/told/amount-text.ts'

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

it('tells a small amount as more than nothing, and nothing as 0', () => {
  expect(amountText(0.005, 'squareKilometers')).toBe('0.005')
  expect(amountText(0.04, 'squareKilometers')).toBe('0.04')
  expect(amountText(0.5, 'squareKilometers')).toBe('0.5')
  expect(amountText(0.3, 'hectares')).toBe('0.3')
  expect(amountText(0.0012, 'share')).toBe('0.1')
  expect(amountText(0, 'squareKilometers')).toBe('0')
  expect(amountText(1e-17, 'minutes')).toBe('0')
  expect(rangeText(0.005, 0.04, 'squareKilometers')).toBe('0.005–0.04')
  expect(signedText(0.2, 'minutes')).toBe('±0')
})
