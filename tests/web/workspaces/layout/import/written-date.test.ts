// Is the date of a source understood as people write it?
import { expect, it } from 'vitest'
import { writtenDate } from '#web/workspaces/layout/import/written-date.ts'

it.each([
  ['', ''],
  ['2026', '2026'],
  ['2026年', '2026'],
  ['2026年11月', '2026-11'],
  ['2026/11', '2026-11'],
  ['2026年11月30日', '2026-11-30'],
  ['2026.11.30', '2026-11-30'],
  ['2026-1-5', '2026-01-05'],
  ['２０２６年１１月３０日', '2026-11-30'],
  ['２０２６。１１。３０', '2026-11-30'],
  ['20261130', '2026-11-30'],
  ['2024-02-29', '2024-02-29'],
])('reads %s as %j', (text, kept) => {
  expect(writtenDate(text)).toBe(kept)
})

it.each(['去年', '2026-13', '2026-02-30', '2025年2月29日', '26-11-30', '2026-00'])(
  'takes %s for no date',
  (text) => {
    expect(writtenDate(text)).toBeNull()
  },
)
