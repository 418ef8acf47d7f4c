// Does the address keep what is seen of the windows, and does the page calculate as the formula says?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { WindowPart, WindowPlant } from '#geodata/contract/processes/jit-window.ts'
import { learn } from '#web/messages/index.ts'
import { shownRange } from '#web/state/view/shown-range.ts'
import { changeView } from '#web/state/view/store.ts'
import { DEFAULT_VIEW } from '#web/state/view/view.ts'
import {
  DEFAULT_WINDOWS,
  decodeWindows,
  encodeWindows,
  hourFactorsOf,
} from '#web/state/view/windows.ts'
import {
  cellAt,
  otherParts,
  ownParts,
  shownMinutesTo,
  siteInFocus,
  trafficAt,
  windowsAsked,
} from '#web/workspaces/site/windows/windows-cells.ts'
import { cellWords, shortEnds } from '#web/workspaces/site/windows/windows-words.ts'

const factor = fc.integer({ min: 5, max: 50 }).map((tenths) => tenths / 10)
const anyWindows = fc.record({
  hour: fc.option(fc.integer({ min: 0, max: 23 })),
  variation: fc.integer({ min: 0, max: 20 }).map((steps) => steps / 20),
  requiredShare: fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99),
  factors: fc.record({ morning: factor, evening: factor, else: factor }),
  cell: fc.option(fc.constant({ productId: 'seat', plantId: 'O008' })),
  onMap: fc.constant(null),
  withUnknown: fc.boolean(),
})

it('reads back from the address whatever was set', () => {
  fc.assert(
    fc.property(anyWindows, fc.constantFrom('route', 'ring', null), (some, onMap) => {
      const seen = { ...some, onMap: some.cell ? onMap : null }
      expect(decodeWindows(encodeWindows(seen))).toEqual(seen)
    }),
  )
})

it('leaves an address without a word of windows, or with a broken one, at the defaults', () => {
  expect(encodeWindows(DEFAULT_WINDOWS)).toBe('')
  for (const text of [null, '', 'hour:25,vary:9,share:2,factors:1~2,cell:seat,map:route', '::,,']) {
    expect(decodeWindows(text)).toEqual(DEFAULT_WINDOWS)
  }
})

it('drives slower in the peaks alone', () => {
  const factors = hourFactorsOf({
    ...DEFAULT_WINDOWS,
    factors: { morning: 1.6, evening: 1.4, else: 1.1 },
  })
  expect(factors.slice(5, 10)).toEqual([1.1, 1.1, 1.6, 1.6, 1.1])
  expect(factors.slice(16, 20)).toEqual([1.1, 1.4, 1.4, 1.1])
})

const budget = {
  minutes: { low: 100, high: 100 },
  loadingMinutes: { low: 20, high: 20 },
  dockMinutes: { low: 30, high: 30 },
  practice: 'JIS',
  jitId: 'J-invented',
  partType: { zh: '虚构件', en: 'Invented part' },
  because: { zh: '虚构', en: 'invented' },
  isAssumption: true,
  advisedMinutes: null,
  advisedKilometers: null,
  source: 'invented',
  asOf: null,
  confidence: 'low',
} as const
const part = (productId: string, known: WindowPart['budget'] = budget): WindowPart => ({
  productId,
  name: { zh: productId, en: productId },
  segmentId: 'invented',
  budget: known,
  latestMinutes: null,
})
const plant: WindowPlant = {
  id: 'O-invented',
  nameZh: '虚构厂',
  nameEn: 'Invented plant',
  lngLat: [106.5, 29.5],
  duration: { lowSeconds: 1800, centralSeconds: 2400, highSeconds: 3000 },
  likelyMinutes: [37, 43],
  lengthMeters: 30_000,
  reason: null,
  delivery: null,
  handling: null,
}

it('calculates a cell by the hour that is looked at', () => {
  const windows = {
    ...DEFAULT_WINDOWS,
    variation: 0,
    factors: { morning: 2, evening: 1, else: 1 },
  }
  const at = (hour: number) =>
    cellAt(part('a'), plant, trafficAt({ ...DEFAULT_VIEW, windows }, hour))
  expect(at(3)).toMatchObject({ slackMinutes: [0, 10, 20], verdict: 'makes' })
  expect(at(8)).toMatchObject({ slackMinutes: [-50, -30, -10], verdict: 'fails' })
})

it('shows slack by the likely minutes, and on demand by the outer bounds', async () => {
  await learn('en')
  changeView({ language: 'en' })
  const windows = { ...DEFAULT_WINDOWS, variation: 0 }
  const tight = part('a', { ...budget, minutes: { low: 95, high: 95 } })
  const cell = cellAt(tight, plant, trafficAt({ ...DEFAULT_VIEW, windows }, 3))
  expect(cell.verdict).toBe('likely')
  expect(cellWords(cell)).toContain('likely made, slack 2–8 min')
  shownRange.value = 'bounds'
  expect(cellWords(cell)).toContain('likely made, slack −5…15 min')
  expect(shownMinutesTo(plant)).toEqual([30, 40, 50])
  shownRange.value = 'likely'
  expect(shownMinutesTo(plant)).toEqual([37, 40, 43])
})

it('handles a part as the plant is delivered, where that is said', () => {
  const handling = { loadingMinutes: { low: 5, high: 5 }, dockMinutes: { low: 10, high: 10 } }
  const of = { ...DEFAULT_VIEW, windows: { ...DEFAULT_WINDOWS, variation: 0 } }
  const slack = (to: WindowPlant) => cellAt(part('a'), to, trafficAt(of, 3)).slackMinutes
  expect(slack(plant)).toEqual([0, 10, 20])
  expect(slack({ ...plant, delivery: 'jis', handling })).toEqual([35, 45, 55])
  const customers = [{ plantId: 'O008', delivery: 'jis' as const }, { plantId: 'O009' }]
  expect(windowsAsked({ ...of, ask: { ...of.ask, customers } }, { parkId: 'a' })).toMatchObject({
    plantIds: ['O008', 'O009'],
    deliveries: { O008: 'jis' },
  })
})

it('knows nothing without a budget or a way, whatever the hour', () => {
  const traffic = trafficAt(DEFAULT_VIEW, 8)
  const unknown = { verdict: 'unknown', slackMinutes: null, onTimeLikely: null }
  expect(cellAt(part('a', null), plant, traffic)).toMatchObject(unknown)
  expect(cellAt(part('a'), { ...plant, duration: null }, traffic)).toMatchObject(unknown)
})

it('tells the product asked for from the others, the tightest first, the unknown only when wanted', () => {
  const loose = part('loose', { ...budget, minutes: { low: 500, high: 900 } })
  const result = { parts: [part('unknown', null), loose, part('tight'), part('asked', null)] }
  const of = (withUnknown: boolean) => ({
    ...DEFAULT_VIEW,
    productId: 'asked',
    windows: { ...DEFAULT_WINDOWS, withUnknown },
  })
  const ids = (parts: WindowPart[]) => parts.map(({ productId }) => productId)
  expect(ids(ownParts(result, of(false)))).toEqual(['asked'])
  expect(ids(otherParts(result, of(false)))).toEqual(['tight', 'loose'])
  expect(ids(otherParts(result, of(true)))).toEqual(['tight', 'loose', 'unknown'])
  const bySegment = { ...of(false), productId: null, segmentId: 'invented' }
  expect(ids(ownParts(result, bySegment))).toEqual(['tight', 'loose'])
})

it('asks from what is selected, else from the pin, else from the first of the ranking', () => {
  const pinned = { ...DEFAULT_VIEW, pin: [106.5, 29.6] as const }
  const first = { ranking: [{ kind: 'park', id: 'first', lngLat: [106, 29] }] } as never
  const selected = { ...pinned, selection: { collection: 'companies', id: 'O008' } }
  expect(siteInFocus(selected, first)).toEqual({ companyId: 'O008' })
  expect(siteInFocus(pinned, first)).toEqual({ lngLat: [106.5, 29.6] })
  expect(siteInFocus(DEFAULT_VIEW, first)).toEqual({ parkId: 'first' })
  expect(siteInFocus(DEFAULT_VIEW, null)).toBeNull()
})

it('sends the server only handling minutes that the user changed', () => {
  const { ask } = DEFAULT_VIEW
  expect(windowsAsked(DEFAULT_VIEW, { parkId: 'a' })).toEqual({ parkId: 'a', hours: [] })
  const logistics = { ...ask.logistics, gateMinutes: 20 }
  expect(
    windowsAsked({ ...DEFAULT_VIEW, ask: { ...ask, logistics } }, { parkId: 'a' }),
  ).toMatchObject({ dockMinutes: 20 })
})

it('writes best and worst slack of a cell in one unit', async () => {
  await learn('en')
  changeView({ language: 'en' })
  expect(shortEnds([304, 800, 1380])).toEqual(['23 h', '5.1 h'])
  expect(shortEnds([-195, -100, -4])).toEqual(['−4', '−195'])
  expect(shortEnds([-120, 2000, 6000])).toEqual(['4.2 d', '−0.1 d'])
})
