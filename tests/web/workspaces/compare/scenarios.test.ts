// Is a typed change read as it is meant, and does the grid say what moved and who is first?
import { beforeEach, expect, it } from 'vitest'
import { changeView } from '#web/state/view/store.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import {
  gridSentence,
  movedWords,
  type Ranked,
  rankWords,
  type ScenarioColumn,
  scoreWords,
  todoWords,
} from '#web/workspaces/compare/scenarios/grid-words.ts'
import {
  firstTexts,
  type NamedPlace,
  placeTyped,
  readTexts,
  textsOf,
} from '#web/workspaces/compare/scenarios/reading.ts'

beforeEach(() => changeView({ language: 'en' }))

const PLACES: NamedPlace[] = [
  { names: ['Yubei', '渝北区'], lngLat: [106.63, 29.72] },
  { names: ['Bishan', '璧山区'], lngLat: [106.227, 29.592] },
]
const read = (kind: Parameters<typeof readTexts>[0], texts: Record<string, string>) =>
  readTexts(kind, texts, PLACES)

it('reads numbers and places as a person writes them', () => {
  expect(read('volume', { plantId: 'O006', percent: ' +30 % ' })).toEqual({
    kind: 'read',
    change: { kind: 'volume', plantId: 'O006', percent: 30 },
  })
  expect(read('freightRate', { percent: '−5％' })).toMatchObject({ change: { percent: -5 } })
  expect(read('land', { parkId: 'CQ-V01', hectares: '1,200' })).toMatchObject({
    change: { hectares: 1200 },
  })
  expect(read('opened', { from: '渝北区', to: ' bishan ', roadClass: 'trunk' })).toEqual({
    kind: 'read',
    change: { kind: 'opened', from: [106.63, 29.72], to: [106.227, 29.592], roadClass: 'trunk' },
  })
  expect(placeTyped('29.56, 106.55', PLACES)).toEqual([29.56, 106.55].reverse())
  expect(placeTyped('nowhere', PLACES)).toBeUndefined()
  const plant = read('vehiclePlant', { name: ' Second ', lngLat: '106.712, 29.7', annualUnits: '' })
  expect(plant).toEqual({
    kind: 'read',
    change: {
      kind: 'vehiclePlant',
      id: 'new:106.712,29.7',
      name: 'Second',
      lngLat: [106.712, 29.7],
    },
  })
})

it('names every field that is missing, out of bounds, or changes nothing', () => {
  const badIn = (kind: Parameters<typeof readTexts>[0], texts: Record<string, string>) => {
    const found = read(kind, texts)
    return found.kind === 'bad' ? found.fields : null
  }
  expect(badIn('volume', firstTexts('volume'))).toEqual(['plantId', 'percent'])
  expect(badIn('freightRate', { percent: '0' })).toEqual(['percent'])
  expect(badIn('freightRate', { percent: 'much' })).toEqual(['percent'])
  expect(badIn('freightRate', { percent: '-101' })).toEqual(['percent'])
  expect(badIn('speed', { timeFactor: '1' })).toEqual(['timeFactor'])
  expect(badIn('closed', { near: 'nowhere' })).toEqual(['near'])
  expect(badIn('opened', { from: 'Yubei', to: '渝北区', roadClass: 'motorway' })).toEqual(['to'])
  expect(badIn('vehiclePlant', { name: 'n'.repeat(81), lngLat: 'Yubei' })).toEqual(['name'])
  expect(badIn('vehiclePlant', { name: 'n', lngLat: 'Yubei', annualUnits: '0' })).toEqual([
    'annualUnits',
  ])
})

it('shows a change in its form as it is read back', () => {
  const change = { kind: 'opened', from: [106.5, 29.5], to: [105.9, 29.3], roadClass: 'trunk' }
  const opened = read('opened', { from: '106.5, 29.5', to: '105.9, 29.3', roadClass: 'trunk' })
  expect(opened).toEqual({ kind: 'read', change })
  if (opened.kind === 'read') expect(read('opened', textsOf(opened.change))).toEqual(opened)
})

const ranked = (change: Partial<Ranked>): Ranked => ({
  rank: 3,
  rankLikely: [1, 4],
  score: 60.4,
  scoreLikely: [57.2, 60.4],
  chanceFirst: 0,
  rankChange: 0,
  scoreChange: 0,
  ...change,
})

it('says rank and score with their likely range, and what moved with its sign and arrow', () => {
  expect(scoreWords(ranked({}))).toEqual({ text: '60', likely: 'likely 57–60' })
  expect(rankWords(ranked({ rankLikely: [3, 3] }))).toEqual({ text: 'rank 3', likely: null })
  expect(movedWords(ranked({ scoreChange: 1.26, rankChange: -2 }))).toEqual({
    arrow: '▲',
    text: '+1.3 points, up 2',
  })
  expect(movedWords(ranked({ scoreChange: -0.2, rankChange: 1 }))).toEqual({
    arrow: '▼',
    text: '−0.2 points, down 1',
  })
  expect(movedWords(ranked({ scoreChange: 0.04 }))).toEqual({
    arrow: '=',
    text: '±0 points, same rank',
  })
  expect(movedWords(ranked({ scoreChange: null, rankChange: null }))).toBeNull()
})

it('concludes who is first, and under which scenarios it is another', () => {
  let likelier = 0
  const column = (name: string, firstId: string | null, scenarioIds: string[]): ScenarioColumn => ({
    scenarioIds,
    name: { zh: name, en: name },
    differs: [],
    notices: [],
    refused: firstId === null ? [{ pointer: '', detail: 'gone', detailZh: '没有' }] : [],
    cells: [
      { id: 'a', standing: 'ranked', why: null, raws: {}, ranked: ranked({ chanceFirst: 0.03 }) },
      {
        id: 'b',
        standing: 'ranked',
        why: null,
        raws: {},
        ranked: ranked({ chanceFirst: likelier }),
      },
    ],
    firstId,
  })
  const places = ['a', 'b'].map((id, index) => ({
    ...({ id, candidateId: id, index, lngLat: null, candidate: null } as const),
    letter: id.toUpperCase(),
    name: `park ${id}`,
  })) satisfies Column[]
  const base = column('base', 'a', [])
  const refused = column('gone', null, ['2'])
  expect(gridSentence([base, refused], places)).toBeNull()
  expect(gridSentence([base, column('wet', 'a', ['1']), refused], places)).toBe(
    'By central values A park a is first as things are, and stays first in the scenario worked out. With all that is in doubt, it is first of all candidates in 3% of the draws as things are.',
  )
  expect(gridSentence([base, column('wet', 'a', ['1']), column('two', 'b', ['2'])], places)).toBe(
    'By central values A park a is first as things are; under “two” it is B park b. With all that is in doubt, it is first of all candidates in 3% of the draws as things are.',
  )
  // The first by central values is not always the likeliest: then that is said beside it.
  likelier = 0.53
  expect(gridSentence([column('base', 'a', []), column('wet', 'a', ['1'])], places)).toContain(
    'it is first of all candidates in 3% of the draws as things are; likelier is B park b (53%).',
  )
  expect(todoWords(column('both', null, ['1', '2']))).toContain('combination')
  expect(todoWords(refused)).toContain('this change')
})
