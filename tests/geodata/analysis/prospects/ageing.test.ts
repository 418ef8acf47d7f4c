// For how long has a project been in its stage, as exactly as its date is known?
import { expect, it } from 'vitest'
import { ageingOf } from '#geodata/analysis/prospects/ageing.ts'

it('counts the days from a day, and none on the day itself', () => {
  expect(ageingOf('2026-11-01', '2026-12-01')).toEqual({ kind: 'days', least: 30, most: 30 })
  expect(ageingOf('2026-12-01', '2026-12-01')).toEqual({ kind: 'days', least: 0, most: 0 })
  // 2028 has a 29th of February.
  expect(ageingOf('2028-02-28', '2028-03-01')).toEqual({ kind: 'days', least: 2, most: 2 })
})

it('of a month or a year the days are those from its last day and from its first', () => {
  expect(ageingOf('2026-09', '2026-12-01')).toEqual({ kind: 'days', least: 62, most: 91 })
  expect(ageingOf('2025', '2026-12-01')).toEqual({ kind: 'days', least: 335, most: 699 })
  // It may be today.
  expect(ageingOf('2026-12', '2026-12-03')).toEqual({ kind: 'days', least: 0, most: 2 })
})

it('says where nobody knows, and where the date is still to come', () => {
  expect(ageingOf(null, '2026-12-01')).toEqual({ kind: 'unknown' })
  expect(ageingOf('2026-12-02', '2026-12-01')).toEqual({ kind: 'ahead' })
  expect(ageingOf('2027', '2026-12-01')).toEqual({ kind: 'ahead' })
})
