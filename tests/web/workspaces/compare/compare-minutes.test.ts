// Do the minutes of a comparison say its figures, and only where the compared differ?
import { beforeEach, expect, it } from 'vitest'
import type { Cell, ComparisonResult, Row } from '#geodata/contract/processes/comparison.ts'
import type { ScenariosResult } from '#geodata/contract/processes/scenarios.ts'
import { changeView } from '#web/state/view/store.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { minutesOf } from '#web/workspaces/compare/compare-minutes.ts'

beforeEach(() => changeView({ language: 'en' }))

const of = { source: 'invented', asOf: null }
const amount = (value: number, low: number, high: number): Cell => ({
  kind: 'amount',
  amount: value,
  likely: [low, high],
  low,
  high,
  mark: null,
  delta: null,
  told: null,
  ...of,
})
const unknown: Cell = {
  kind: 'unknown',
  told: { zh: '', en: 'Not on record.' },
  likely: null,
  low: null,
  high: null,
  mark: null,
  ...of,
}
const row = (id: string, title: string, differs: boolean, cells: Cell[]) =>
  ({
    id,
    group: 'market',
    title: { zh: '', en: title },
    unit: 'minutes',
    asked: null,
    differs,
    cells,
  }) as unknown as Row
const ranked = {
  rank: 2,
  rankLikely: [1, 3],
  score: { central: 60.4, likely: [57.2, 72.9] },
  chanceFirst: 0.54,
}
const candidates = [
  { id: 'P01', ranked, why: null },
  { id: 'P02', ranked: null, why: { zh: '', en: 'It fails a hard need: Land.' } },
]
const result = {
  question: { product: { zh: '', en: 'Battery tray' } },
  needs: [
    { id: 'land', title: { zh: '', en: 'Land' }, unit: 'hectares', amount: 12, isHard: true },
  ],
  rankedCount: 40,
  basis: {
    network: { name: { zh: '', en: 'Skeleton' }, date: '2026-11' },
    dataset: { hash: 'abc' },
  },
  candidates,
  rows: [
    row('criterion plantMinutes', 'To the plants', true, [amount(47, 41, 53), unknown]),
    row('record hidden', 'Out of sight', true, [amount(1, 1, 1), unknown]),
    row('record level', 'All alike', false, [amount(5, 5, 5), amount(5, 5, 5)]),
  ],
} as unknown as ComparisonResult
const columns = ['P01', 'P02'].map((id, index) => {
  const letter = 'AB'[index] ?? ''
  return {
    id,
    candidateId: id,
    letter,
    index,
    name: id,
    lngLat: null,
    candidate: candidates[index],
  }
}) as unknown as Column[]

const standing = (score: number, rank: number, moved: [number, number] | null, chance: number) => ({
  score,
  scoreLikely: [score - 3, score + 3],
  rank,
  rankLikely: [rank, rank + 1],
  chanceFirst: chance,
  scoreChange: moved?.[0] ?? null,
  rankChange: moved?.[1] ?? null,
})
const scenario = (name: string, ids: string[], cells: object[], refused: object[] = []) =>
  ({
    scenarioIds: ids,
    name: { zh: '', en: name },
    differs: [{ zh: '', en: 'The bridge is closed' }],
    notices: [],
    refused,
    cells,
    firstId: refused.length > 0 ? null : 'P01',
  }) as unknown as ScenariosResult['columns'][number]
const failed = {
  id: 'P02',
  ranked: null,
  why: { zh: '', en: 'It fails a hard need: Land.' },
}
const base = scenario('As it is', [], [{ id: 'P01', ranked: standing(60, 2, null, 0.1) }, failed])
const wet = scenario('Wet', ['1'], [{ id: 'P01', ranked: standing(58, 3, [-2, 1], 0.05) }, failed])
const gone = scenario('Gone', ['2'], [], [{ pointer: '', detail: 'No such road.', detailZh: '' }])

it('tells what was asked, how each stands, what differs, and the user’s own rows', () => {
  const own = [{ id: '1', title: 'Visit', texts: { P02: 'in July' } }]
  const text = minutesOf({
    columns,
    result,
    scenarios: { columns: [base, wet, gone] },
    own,
    remarks: {
      notes: { 'criterion plantMinutes': 'Ask the plant.' },
      hiddenRows: ['record hidden'],
    },
    day: '29 Nov 2026',
    address: 'https://x',
  })
  const lines = text.split('\n')
  expect(lines[0]).toContain('Battery tray')
  expect(lines[0]).toContain('29 Nov 2026')
  expect(text).toContain('Land, must 12 ha')
  expect(lines).toContain(
    'A P01: 60 points, likely 57–73; rank 2, likely 1–3, of 40; first of all candidates in 54% of the draws.',
  )
  expect(lines).toContain('B P02: It fails a hard need: Land.')
  expect(lines).toContain('To the plants min: A 47 (likely 41–53); B unknown.')
  expect(lines).toContain('Note: Ask the plant.')
  expect(text).not.toContain('Out of sight')
  expect(lines).toContain(
    'By central values A P01 is first as things are, and stays first in the scenario worked out. With all that is in doubt, it is first of all candidates in 10% of the draws as things are.',
  )
  expect(lines).toContain('Scenario “Wet”: The bridge is closed.')
  expect(lines).toContain(
    'A P01: 58 points (likely 55–61); rank 3 (likely 3–4); first of all candidates in 5% of the draws; −2 points, down 1.',
  )
  expect(lines.slice(lines.indexOf('Scenario “Wet”: The bridge is closed.'))).toContain(
    'B P02: It fails a hard need: Land.',
  )
  expect(lines.indexOf('Not worked out: No such road.')).toBe(
    lines.indexOf('Scenario “Gone”: The bridge is closed.') + 1,
  )
  expect(lines).toContain('Visit: B in July.')
  expect(text).not.toContain('All alike')
})
