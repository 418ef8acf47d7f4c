// Is the work in the order of its weight, and is what is overdue, done or mended told as such?
import { expect, it } from 'vitest'
import { type Effects, effectOfWeakness } from '#geodata/analysis/provenance/effects.ts'
import type { KnownRow, Looked } from '#geodata/analysis/provenance/known-row.ts'
import { type TaskRow, workOf } from '#geodata/analysis/provenance/work.ts'
import type { Effect } from '#geodata/contract/processes/provenance.ts'

/** Invented: all imprecise, and one without a source. */
const row = (collection: string, id: string, source = 'A register of 2032'): KnownRow => ({
  collection,
  id,
  nameZh: id,
  nameEn: id,
  geometry: { type: 'Point', coordinates: [100, 30] },
  properties: { source, coordPrecision: 'town', precisionRadiusKilometers: 3 },
})

const LOOKED: Looked = {
  rows: [
    row('parks', 'idle'),
    row('parks', 'deciding'),
    row('companies', 'far'),
    row('companies', 'near'),
    row('parks', 'guessed', ''),
    row('companies', 'homeless'),
  ],
  statements: [],
  areas: [],
  basemap: [],
  home: { name: { zh: '甲省', en: 'Jia' }, provinceAdcode: '990000' },
  today: '2032-06-15',
  oldAfterMonths: 24,
}

const chance = (chanceOther: number): Effect => ({ kind: 'chance', chanceOther, chanceGained: 0.1 })

const EFFECTS: Effects = {
  question: {
    segmentId: 's',
    segment: { zh: '甲', en: 'A' },
    product: null,
    matchedBy: 'segment',
  },
  productId: null,
  segmentId: 's',
  first: null,
  chanceNow: 0.4,
  draws: 2000,
  questions: [
    {
      parkId: 'guessed',
      id: 'gas',
      now: { zh: '没有记载', en: 'Nothing is on record' },
      words: { zh: '有没有气？', en: 'Is there gas?' },
      effect: { kind: 'must' },
    },
  ],
  makers: [],
  places: new Map<string, Effect>([
    ['idle', { kind: 'unsure' }],
    ['guessed', { kind: 'unsure' }],
    ['deciding', chance(0.2)],
    ['near', chance(0.34)],
  ]),
  looked: new Set(['idle', 'deciding', 'guessed', 'near', 'homeless']),
  candidates: new Set(['idle', 'deciding', 'guessed']),
}

const ASKED = { limit: 100, offset: 0 }
const task = (rowId: string, given: Partial<TaskRow> = {}): TaskRow => ({
  id: `task-${rowId}`,
  collection: 'parks',
  rowId,
  kind: 'imprecise',
  assignedTo: '甲局',
  dueDate: '2032-06-15',
  doneDate: null,
  note: null,
  ...given,
})

const ids = (...about: Partial<Parameters<typeof workOf>[3]>[]) =>
  workOf(LOOKED, EFFECTS, [], Object.assign({}, ASKED, ...about)).items.map(({ id }) => id)

it('puts first what could change the first place most, then what a hard need hangs on, then the rest', () => {
  expect(ids()).toEqual([
    'companies/near/imprecise',
    'parks/deciding/imprecise',
    'parks/guessed/unsourced',
    'parks/guessed/imprecise',
    'parks/idle/imprecise',
    'companies/homeless/imprecise',
    'companies/far/imprecise',
  ])
})

it('is a line a row and kind, with every field in which it shows, the weightiest first', () => {
  const { items } = workOf(LOOKED, EFFECTS, [], { ...ASKED, kinds: ['unsourced'] })
  expect(items.map(({ parts }) => parts.map(({ field, effect }) => [field, effect.kind]))).toEqual([
    [
      ['gas', 'must'],
      ['source', 'unknown'],
    ],
  ])
  expect(items[0]?.canBeAsked).toBe(true)
})

it('never takes for nothing what is not worked out, and says what the question does not look at', () => {
  const effectOf = (id: string, field = 'place') => {
    const found = LOOKED.rows.find((one) => one.id === id) as KnownRow
    const words = { zh: '', en: '' }
    const weakness = { row: found, kind: 'imprecise' as const, field }
    return effectOfWeakness({ ...weakness, name: words, known: words, mend: words }, EFFECTS).kind
  }
  expect(['near', 'homeless', 'far'].map((id) => effectOf(id))).toEqual([
    'chance',
    'unknown',
    'outside',
  ])
  expect(effectOf('near', 'source')).toBe('unknown')
})

it('is overdue the day after its day, and no more once it is done', () => {
  const due = (given: Partial<TaskRow>) => {
    const told = workOf(LOOKED, EFFECTS, [task('idle', given)], ASKED)
    const { total, assigned, overdue, done } = told.counts
    return [total, assigned, overdue, done]
  }
  expect(due({})).toEqual([7, 1, 0, 0])
  expect(due({ dueDate: '2032-06-14' })).toEqual([7, 1, 1, 0])
  expect(due({ dueDate: '2032-06-14', doneDate: '2032-06-15' })).toEqual([7, 0, 0, 1])
})

it('tells the side, the standing and the page apart, and counts all the same', () => {
  const tasks = [
    task('idle', { dueDate: '2032-01-01' }),
    task('deciding', { assignedTo: '乙局', doneDate: '2032-06-01' }),
  ]
  const told = (given: object) => {
    const { items, matched, counts } = workOf(LOOKED, EFFECTS, tasks, { ...ASKED, ...given })
    return [items.map(({ rowId }) => rowId), matched, counts.total]
  }
  expect(told({ side: '乙局' })).toEqual([['deciding'], 1, 7])
  expect(told({ standing: 'overdue' })).toEqual([['idle'], 1, 7])
  expect(told({ standing: 'done' })).toEqual([['deciding'], 1, 7])
  expect(told({ standing: 'unassigned', limit: 1, offset: 1 })).toEqual([['guessed'], 5, 7])
  const { sides } = workOf(LOOKED, EFFECTS, tasks, ASKED).counts
  expect(sides).toEqual([
    { side: '乙局', total: 1, assigned: 0, overdue: 0, done: 1 },
    { side: '甲局', total: 1, assigned: 1, overdue: 1, done: 0 },
  ])
})

it('shows as mended by itself what a task was about and is no longer found', () => {
  const tasks = [task('mended-since', { dueDate: '2031-01-01' }), task('idle', { kind: 'old' })]
  const { mended, counts } = workOf(LOOKED, EFFECTS, tasks, ASKED)
  expect(counts.overdue).toBe(0)
  expect(mended.map(({ rowId, nameEn, isOverdue }) => [rowId, nameEn, isOverdue])).toEqual([
    ['mended-since', null, false],
    ['idle', 'idle', false],
  ])
})
