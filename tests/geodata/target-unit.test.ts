import { expect, it } from 'vitest'
import { targetAmountInEnglish } from '#geodata/model/target-unit.ts'

it('turns Chinese units of money and vehicles into English ones, and keeps signs', () => {
  expect(targetAmountInEnglish('>600', '亿元')).toBe('>60 billion yuan')
  expect(targetAmountInEnglish('145.9', '亿元')).toBe('14.59 billion yuan')
  expect(targetAmountInEnglish('95.3', '万辆')).toBe('953 thousand vehicles')
  expect(targetAmountInEnglish('600+', '家')).toBe('600+')
  expect(targetAmountInEnglish('5–6', '个百分点')).toBe('5–6 percentage points')
})

it('leaves a unit it does not know as it is', () => {
  expect(targetAmountInEnglish('12', '亩')).toBe('12 亩')
  expect(targetAmountInEnglish('12', null)).toBe('12')
})
