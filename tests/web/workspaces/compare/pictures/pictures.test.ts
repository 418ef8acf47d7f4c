// Do the pictures of the comparison draw what the answer says, and say it in both languages?
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type Board,
  pairsSheet,
  regretsSheet,
  roadTimesSheet,
  valuesSheet,
  weightsSheet,
  winnersSheet,
} from '#geodata/analysis/decision/document/board-sheets.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { ComparisonResult as Shape } from '#geodata/contract/processes/comparison.ts'
import { minutesIn, partsOf, radarValue, waysOf } from '#geodata/drawing/charts/of-comparison.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { learn } from '#web/messages/index.ts'
import { changeView, takeView } from '#web/state/view/store.ts'
import { DEFAULT_VIEW } from '#web/state/view/view.ts'
import { boardSheet } from '#web/workspaces/compare/pictures/board-sheet.ts'
import { partsOf as partsReached } from '#web/workspaces/compare/pictures/reached.ts'
import { type Shown, withEnds } from '#web/workspaces/compare/pictures/shown.ts'
import { chanceWords, changeWords } from '#web/workspaces/compare/pictures/way-words.ts'
import { crossingWords } from '#web/workspaces/compare/pictures/weight-scores.tsx'

const built = builtApp()
const IDS = ['CQ-V04', 'CQ-N14', 'CQ-V02']
let answer: ComparisonResult
let shown: Shown[]

beforeAll(async () => {
  await learn('zh-CN')
  await learn('en')
  const siting = { productId: 'battery-tray', doubt: { draws: 200 } }
  const response = await built.app.request(
    '/api/processes/comparison/execution',
    sending('POST', { inputs: { siting, candidateIds: IDS, triangle: { steps: 4 } } }),
  )
  answer = Shape.parse(await response.json())
  shown = answer.candidates.map((candidate, index) => ({
    index,
    id: candidate.id,
    name: candidate.nameZh,
    candidate,
  }))
})
afterAll(() => takeView(DEFAULT_VIEW))

it('draws an unknown value as its range in the middle, never at zero', () => {
  const yufu = answer.candidates.find(({ id }) => id === 'CQ-V02')
  const land = yufu?.terms.find(({ criterion }) => criterion === 'land') ?? null
  expect(radarValue(land, 'bounds')).toEqual({ points: 50, low: 0, high: 100, known: false })
  const likely = radarValue(land, 'likely')
  expect(likely?.low).toBeGreaterThan(0)
  expect(likely?.high).toBeLessThan(100)
  expect(radarValue(null, 'likely')).toBeNull()
})

it('lists every plant with the minutes of the answer, the nearest to any of the shown first', () => {
  const ways = waysOf(answer, shown, 'plant', 'likely')
  const rows = answer.rows.filter(({ id }) => id.startsWith('plant '))
  expect(ways).toHaveLength(rows.length)
  const nearest = ways.map(({ minutes }) => Math.min(...minutes.map((one) => one?.minutes ?? 1e9)))
  expect(nearest).toEqual([...nearest].sort((a, b) => a - b))
  for (const { id, minutes } of ways) {
    const cells = rows.find((row) => row.id === id)?.cells ?? []
    expect(minutes.map((one) => one?.minutes)).toEqual(
      cells.map((cell) => (cell.kind === 'amount' ? cell.amount : undefined)),
    )
  }
  // Of a hidden column nothing is drawn.
  expect(waysOf(answer, shown.slice(1), 'plant', 'likely')[0]?.minutes).toHaveLength(2)
})

it('takes the ends in force, and none of a way that is unknown', () => {
  const cell = answer.rows.find(({ id }) => id.startsWith('plant '))?.cells[0]
  const [likely, bounds] = [minutesIn(cell, 'likely'), minutesIn(cell, 'bounds')]
  expect(bounds?.low).toBeLessThanOrEqual(likely?.low ?? 0)
  expect(bounds?.high).toBeGreaterThanOrEqual(likely?.high ?? 0)
  const told = { zh: '到不了', en: 'not reached' }
  const asOf = null
  const unknown = {
    kind: 'unknown',
    told,
    likely: null,
    low: null,
    high: null,
    mark: null,
  } as const
  expect(minutesIn({ ...unknown, source: '', asOf }, 'likely')).toBeNull()
})

it('says each crossing with who passes whom, in the order of the weights', () => {
  const line = {
    criterion: 'land',
    share: 0.1,
    ends: [],
    likely: [],
    leaders: [],
    crossings: [
      { share: 0.7512, score: 59.4, ids: ['CQ-V02', 'CQ-N14'] as [string, string] },
      { share: 0.2, score: 61.2, ids: ['CQ-V04', 'CQ-V02'] as [string, string] },
    ],
  }
  changeView({ language: 'zh-CN' })
  expect(crossingWords(line, shown)).toEqual([
    '权重升过 20% 时，C 鱼复 超过 A 青凤科创城（同为 61 分）。',
    '权重升过 75.1% 时，B 江北港城 超过 C 鱼复（同为 59 分）。',
  ])
  changeView({ language: 'en' })
  expect(crossingWords(line, shown)[0]).toBe(
    'Above 20% C 鱼复 passes A 青凤科创城 (both at 61 points).',
  )
  // Nothing is said of who is hidden.
  expect(crossingWords(line, shown.slice(0, 2))).toEqual([
    'Whatever this criterion weighs, the order stays.',
  ])
  expect(withEnds(47.2, 46.9, 47.4)).toBe('47')
  expect(withEnds(47.2, 44, 52)).toBe('47 (44–52)')
})

it('divides all mixes of three weights among those that are first in them', () => {
  const triangle = answer.decides?.triangle
  if (!triangle) throw new Error('Three criteria were asked for.')
  const { parts, level, hidden } = partsOf(triangle, shown)
  expect(parts.reduce((sum, { share }) => sum + share, level)).toBeCloseTo(1)
  expect(hidden).toBe(0)
  const winner = parts.findIndex(({ share }) => share > 0)
  const without = partsOf(
    triangle,
    shown.filter((_, at) => at !== winner),
  )
  expect(without.hidden).toBeCloseTo(parts[winner]?.share ?? 0)
})

it('tells in which of two catchments a place lies', () => {
  const box = (west: number, east: number) => ({
    type: 'MultiPolygon' as const,
    coordinates: [
      [
        [
          [west, 29],
          [east, 29],
          [east, 30],
          [west, 30],
          [west, 29],
        ],
      ],
    ],
  })
  const places = [105.5, 106.5, 107.5, 108.5].map((lng) => [lng, 29.5] as const)
  expect(partsReached(box(105, 107), box(106, 108), places)).toEqual([
    'first',
    'both',
    'second',
    'neither',
  ])
})

it('says what would have to be otherwise with the figure now and the figure then', () => {
  const criterion = { criterion: 'land', title: { zh: '未开发用地', en: 'Undeveloped land' } }
  const fact = { kind: 'fact', ...criterion, unit: 'squareKilometers', chance: 0.4 } as const
  const weight = { kind: 'weight', ...criterion, fromShare: 0.2, toShare: 0.75 } as const
  const need = {
    kind: 'need',
    needId: 'landHectares',
    title: { zh: '用地', en: 'Land' },
    unit: 'hectares',
    action: 'lower',
    ofId: 'CQ-V02',
    from: 12,
    to: 8,
    chance: null,
  } as const
  const told = (change: Parameters<typeof changeWords>[0], verdict: 'yours' | 'impossible') =>
    changeWords(change, verdict, shown)
  changeView({ language: 'zh-CN' })
  expect(told(weight, 'yours')).toBe('未开发用地的权重从 20% 升到 75%')
  expect(told({ ...fact, from: 16.1, to: 5 }, 'yours')).toBe('未开发用地由 16.1 降到 5 km²')
  // A step is never from a figure to the same figure.
  expect(told({ ...fact, from: 16.12, to: 16.08 }, 'yours')).toBe(
    '未开发用地由 16.12 降到 16.08 km²',
  )
  expect(told({ ...fact, from: null, to: 5 }, 'yours')).toBe('未开发用地（现未知）查明为 5 km²')
  expect(told({ ...fact, from: 16.1, to: 5 }, 'impossible')).toBe('未开发用地达到 5 km²')
  expect(told(need, 'yours')).toBe('用地的要求从 12 降到 8 公顷')
  expect(told({ ...need, action: 'proven' }, 'yours')).toBe('证实C 鱼复满足用地')
  expect(chanceWords([weight, { ...fact, from: null, to: 5 }])).toBe('在 40% 的抽样中如此')
  expect(chanceWords([weight])).toBeNull()
  changeView({ language: 'en' })
  expect(told(weight, 'yours')).toBe('The weight of “Undeveloped land” goes from 20% to 75%')
})

it('saves the figures of every picture, unrounded, under the names and letters that are shown', () => {
  changeView({ language: 'zh-CN' })
  const [first, , third] = shown as [Shown, Shown, Shown]
  const seen = [first, { ...third, name: 'Ours' }]
  const rowsOf = (board: Board) => {
    const [head = [], ...rows] = boardSheet(board, answer, seen)()
    return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])))
  }
  const { decides, criteria } = answer
  if (!decides) throw new Error('Nothing decides.')
  const at = decides.ids.indexOf(third.id)
  const values = rowsOf(valuesSheet)
  expect(values).toHaveLength(criteria.length * 2)
  expect(values[1]).toMatchObject({
    字母: 'C',
    候选: 'Ours',
    编号: third.id,
    '价值（0 到 100）': (third.candidate.terms[0]?.value ?? -1) * 100,
    权重: criteria[0]?.weight,
  })
  const [line] = decides.lines
  const [start] = rowsOf(weightsSheet)
  expect([start?.条件, start?.其权重, start?.总分]).toEqual([
    criteria.find(({ id }) => id === line?.criterion)?.title.zh,
    line?.likely[0]?.share,
    line?.ends[0]?.none.central,
  ])
  const mixes = rowsOf(winnersSheet)
  expect(mixes.map((one) => one['在所比各处中居首的可能：C Ours'])).toEqual(
    decides.triangle?.points.map(({ chances }) => chances[at]),
  )
  expect(rowsOf(regretsSheet).map((one) => one.平均少得的分)).toEqual(
    [first, third].map(
      ({ id }) => decides.regrets.find(({ chosenId }) => chosenId === id)?.meanPoints,
    ),
  )
  expect(rowsOf(pairsSheet)[0]?.['在 C 之前']).toBe(decides.before[0]?.[at])
  const ways = answer.rows.filter(({ id }) => /^(plant|hub) /.test(id))
  const cell = ways[0]?.cells[2]
  const roads = rowsOf(roadTimesSheet)
  expect(roads).toHaveLength(ways.length * 2)
  expect(roads[1]?.卡车分钟).toBe(cell?.kind === 'amount' ? cell.amount : 'no amount')
})
