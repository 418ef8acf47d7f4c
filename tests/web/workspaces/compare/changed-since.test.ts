// What is said of a kept comparison when the data or the roads are no longer those it was kept with?
import { beforeEach, expect, it } from 'vitest'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { changeView } from '#web/state/view/store.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { whyEmpty } from '#web/workspaces/compare/compare-empty.tsx'
import { changedSince } from '#web/workspaces/compare/kept/changed-since.ts'

beforeEach(() => changeView({ language: 'en' }))

const column = (letter: string, id: string, score: number | null) =>
  ({
    id,
    letter,
    name: `Park ${letter}`,
    candidate: { ranked: score === null ? null : { score: { central: score } } },
  }) as unknown as Column
const columns = [column('A', 'P01', 60.4), column('B', 'P02', null)]
const on = (dataset: string, network: string) =>
  ({ basis: { dataset: { hash: dataset }, network: { hash: network } } }) as ComparisonResult
const found = { datasetHash: 'd1', networkHash: 'n1', scores: { P01: 60.1, P02: 51.5 } }

it('says nothing while data and roads are the same', () => {
  expect(changedSince({ found, names: {} }, columns, on('d1', 'n1'))).toEqual([])
})

it('names those whose points are others, and what has changed', () => {
  expect(changedSince({ found, names: {} }, columns, on('d2', 'n1'))).toEqual([
    'The data have changed since: B Park B from 52 to not ranked.',
  ])
  const same = { ...found, scores: { P01: 59.9 } }
  expect(changedSince({ found: same, names: {} }, columns, on('d1', 'n2'))).toEqual([
    'The road network has changed since: no candidate’s points (rounded) have.',
  ])
})

it('says of a place that it was called otherwise, and where nothing was stored to compare with', () => {
  const names = { P01: { zh: '甲', en: 'Old park' } }
  expect(changedSince({ found: null, names }, columns, on('d1', 'n1'))).toEqual([
    'No points were stored with it, so it cannot be said what has changed since.',
    'A was called “Old park”, now “Park A”.',
  ])
})

it('has a reason for every board that cannot be seen', () => {
  const side = { referenceId: null, hiddenIds: [] as string[], onlyDifferences: false }
  const of = { compared: ['P01', 'P02'], productId: 'x', segmentId: null, side }
  const answer = (...standings: string[]) =>
    ({ candidates: standings.map((standing) => ({ standing })) }) as ComparisonResult
  expect(whyEmpty(of, null, 0)).toBeNull()
  expect(whyEmpty(of, answer('gone', 'ranked'), 0)).toBeNull()
  expect(whyEmpty(of, answer('gone', 'gone'), 0)).toBe('gone')
  expect(whyEmpty({ ...of, productId: null }, null, 0)).toBe('product')
  expect(whyEmpty({ ...of, compared: ['P01'] }, null, 0)).toBe('one')
  expect(whyEmpty(of, answer('ranked'), 1)).toBe('one')
  expect(whyEmpty({ ...of, compared: ['pin:x'] }, null, 0)).toBe('unread')
  expect(whyEmpty({ ...of, side: { ...side, hiddenIds: ['P01', 'P02'] } }, null, 0)).toBe('hidden')
})
