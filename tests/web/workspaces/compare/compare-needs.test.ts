// Does the comparison say in words how each place stands to what was asked, and mark who is out?
import { beforeEach, expect, it } from 'vitest'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { scoreParts } from '#web/parts/words/measured.ts'
import { changeView } from '#web/state/view/store.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { markOf, needRows } from '#web/workspaces/compare/compare-needs.tsx'

beforeEach(() => changeView({ language: 'en' }))

const found = (standing: string, en: string, isHard = true) => ({
  id: 'landHectares',
  isHard,
  standing,
  told: { zh: en, en },
  source: 'invented',
})
const result = {
  needs: [
    {
      id: 'landHectares',
      title: { zh: '用地', en: 'Land' },
      unit: 'hectares',
      amount: 2000,
      isHard: true,
    },
  ],
  ranking: [
    { id: 'large', needs: [found('met', '2500 ha undeveloped.')] },
    { id: 'silent', needs: [found('unknown', 'Undeveloped land is unknown.')] },
  ],
  excluded: [{ id: 'small', against: [found('failed', '1613 ha undeveloped.')] }],
} as unknown as SitingResult
const columns = ['large', 'small', 'silent', 'elsewhere'].map(
  (id) => ({ id, candidateId: id, trouble: null }) as Column,
)

it('has a row for the hard need, in words, with who fails it', () => {
  const [row] = needRows(columns, result)
  expect([row?.title, row?.unit]).toEqual(['Land, must', '2000 ha'])
  expect(row?.cells.map(({ text, isBad }) => [text, isBad ?? false])).toEqual([
    ['met: 2500 ha undeveloped.', false],
    ['not met: 1613 ha undeveloped.', true],
    ['unknown: Undeveloped land is unknown.', false],
    ['not ranked', false],
  ])
})

it('tells of a need that is met in some draws only, in how many, and what bounds it', () => {
  const need = { standing: 'perhaps', chance: 0.83, low: 51.2, high: 68.7, likely: [54, 63] }
  const told = { zh: '', en: '58 minutes to the plants on average, likely 54–63.' }
  const minutes = { id: 'plantMinutesAtMost', unit: 'minutes', amount: 60, isHard: true }
  const perhaps = {
    needs: [{ ...minutes, title: { zh: '', en: 'Mean to the plants at most' } }],
    ranking: [{ id: 'large', needs: [{ ...minutes, ...need, told, source: 'invented' }] }],
    excluded: [],
  } as unknown as SitingResult
  expect(needRows(columns.slice(0, 1), perhaps)[0]?.cells[0]?.text).toBe(
    'unproven: 58 minutes to the plants on average, likely 54–63. Met in 83% of the draws; outer bounds 51–69 min.',
  )
})

it('marks the column that fails, the one that proves nothing, and the one that was no candidate', () => {
  expect(columns.map((column) => markOf(column, result))).toEqual([
    null,
    { text: 'out: fails Land', isBad: true },
    { text: 'unproven: Land', isBad: false },
    { text: 'no candidate of this siting', isBad: true },
  ])
})

it('writes the range a score likely has, and none where it is one whole number', () => {
  const range = (low: number, score: number, high: number) =>
    scoreParts({ score, scoreLikely: [low, high] }).range
  expect(range(57, 71, 88)).toBe('57–88')
  expect(range(66.2, 71.1, 75.9)).toBe('66–76')
  expect(range(71.2, 71.3, 71.4)).toBeNull()
})
