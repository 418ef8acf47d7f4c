// What does a cell of the comparison say?
import { beforeEach, expect, it } from 'vitest'
import type { Cell } from '#geodata/contract/processes/comparison.ts'
import { changeView } from '#web/state/view/store.ts'
import { cellWords, rowTitle, rowUnit } from '#web/workspaces/compare/cell-words.ts'
import { markOf } from '#web/workspaces/compare/column-mark.tsx'

beforeEach(() => changeView({ language: 'en' }))

const of = { source: 'invented', asOf: null }
const minutes = { id: 'plant C01', unit: 'minutes' } as const
const amount: Cell = {
  kind: 'amount',
  amount: 47.2,
  likely: [41.1, 53.4],
  low: 38,
  high: 61,
  mark: null,
  delta: { amount: -6.3, likely: [-9.8, -2.2] },
  told: null,
  ...of,
}

it('writes an amount with its likely range, or on demand with its bounds', () => {
  expect(cellWords(amount, minutes, 'likely')).toMatchObject({ text: '47', range: '41–53' })
  expect(cellWords(amount, minutes, 'bounds')).toMatchObject({ text: '47', range: '38–61' })
})

it('writes what it differs from the reference by, with its sign', () => {
  expect(cellWords(amount, minutes, 'likely').delta).toBe('−6 (−10 to −2)')
  const level: Cell = { ...amount, delta: { amount: 0.2, likely: null } }
  expect(cellWords(level, minutes, 'likely').delta).toBe('±0')
})

it('says of an unknown amount that it is unknown, with what bounds it', () => {
  const unknown: Cell = {
    kind: 'unknown',
    told: { zh: '没有记载', en: 'Not on record.' },
    likely: null,
    low: null,
    high: 12,
    mark: null,
    ...of,
  }
  const land = { id: 'criterion land', unit: 'squareKilometers' } as const
  expect(cellWords(unknown, land, 'likely')).toMatchObject({ text: null, range: '≤ 12' })
  expect(cellWords({ ...unknown, high: null }, land, 'likely').range).toBeNull()
})

it('tells of a need how it stands, and in how many of the draws it is met where that is not sure', () => {
  const need: Cell = {
    kind: 'need',
    standing: 'perhaps',
    likely: [54, 63],
    low: 51,
    high: 69,
    chance: 0.83,
    told: { zh: '', en: '58 minutes on average.' },
    ...of,
  }
  const row = { id: 'need plantMinutesAtMost', unit: 'minutes' } as const
  expect(cellWords(need, row, 'likely')).toEqual({
    text: 'unproven (met in 83% of the draws)',
    range: '54–63 min',
    delta: null,
    told: '58 minutes on average.',
  })
  expect(cellWords({ ...need, standing: 'met', chance: 1 }, row, 'likely').text).toBe('met')
})

it('heads a need with how it was asked, and with how much', () => {
  const need = {
    title: { zh: '用地', en: 'Land' },
    unit: 'hectares' as const,
    asked: { amount: 2000, isHard: true },
  }
  expect([rowTitle(need), rowUnit(need)]).toEqual(['Land, must', '2000 ha'])
})

it('marks a column that is out with why, and one of which a hard need is not proven', () => {
  const needs = [{ id: 'landHectares', title: { zh: '用地', en: 'Land' } }] as never
  const why = { zh: '', en: 'It fails a hard need: Land.' }
  const mark = (one: Parameters<typeof markOf>[0]) => markOf(one, needs)
  expect(mark({ why, unprovenNeeds: [] })).toEqual({ text: why.en, isBad: true })
  expect(mark({ why: null, unprovenNeeds: ['landHectares'] })).toEqual({
    text: 'unproven: Land',
    isBad: false,
  })
  expect(mark({ why: null, unprovenNeeds: [] })).toBeNull()
})
