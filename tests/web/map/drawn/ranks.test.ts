// The numbers of a ranking and the letters of a comparison on the map: of a scene as of the page, and no park twice.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { NO_RANKING, rankedInScene } from '#geodata/analysis/stories/ranked-in-scene.ts'
import type { Answers } from '#geodata/analysis/stories/scene-told.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type { FigureAnswer, LiveFigure, RankedRow } from '#geodata/contract/stories.ts'
import { parks as parksDrawn } from '#web/map/drawn/parks.ts'
import { ranks } from '#web/map/drawn/ranks.ts'
import type { Canvas } from '#web/map/drawn-thing.ts'
import { learn } from '#web/messages/index.ts'
import { NOTHING_SHOWN, sceneShown } from '#web/state/answers/scene-shown.ts'
import { parks } from '#web/state/region/lists.ts'
import { changeView } from '#web/state/view/store.ts'

const park = (id: string, lng: number) =>
  ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [lng, 29.5] },
    properties: {
      id,
      nameZh: `${id}产业园`,
      nameEn: `${id} Industrial Park`,
      labelZh: id,
      labelEn: id,
      role: 'parts',
      stage: 'recognised',
      stageHistory: [],
      systems: ['power'],
      companyCount: 3,
    },
  }) as unknown as Park
const row = (id: string, lng: number, rank: number, group: number): RankedRow => ({
  id,
  name: { zh: `${id}产业园`, en: `${id} Industrial Park` },
  lngLat: [lng, 29.5],
  rank,
  group,
  chanceFirst: rank === 1 ? 0.62 : 0.38,
  said: { zh: '60', en: '60' },
  share: 0.6,
  shareLow: 0.5,
  shareHigh: 0.7,
})
const drawnBy = (thing: typeof ranks, source: string) =>
  thing.sources?.[source]?.({} as Canvas).features.map(({ properties }) => properties) ?? []

beforeEach(async () => {
  await learn('en')
  changeView({ language: 'en' })
})
afterEach(() => {
  changeView({ language: null })
  sceneShown.value = NOTHING_SHOWN
  parks.value = []
})

it('stand for the parks that a scene ranks, filled and with their chance where nobody can tell them apart', () => {
  parks.value = [park('A', 106), park('B', 107), park('C', 108), park('D', 109)]
  expect(drawnBy(ranks, 'ranks')).toEqual([])
  expect(drawnBy(parksDrawn, 'parks').map((one) => one?.id)).toEqual(['A', 'B', 'C', 'D'])
  const rows = [row('C', 108, 1, 1), row('A', 106, 2, 1), row('D', 109, 3, 2)]
  sceneShown.value = { ...NOTHING_SHOWN, ranking: { ...NO_RANKING, rows, isTied: true } }
  expect(drawnBy(ranks, 'ranks')).toMatchObject([
    { id: 'C', text: '1', filled: true, label: 'C\nfirst in 62%' },
    { id: 'A', text: '2', filled: true, label: 'A\nfirst in 38%' },
    { id: 'D', text: '3', filled: false, label: 'D' },
  ])
  expect(drawnBy(parksDrawn, 'parks').map((one) => one?.id)).toEqual(['B'])
  sceneShown.value = { ...NOTHING_SHOWN, ranking: { ...NO_RANKING, rows: [row('C', 108, 1, 1)] } }
  expect(drawnBy(ranks, 'ranks')).toMatchObject([{ id: 'C', filled: true, label: 'C' }])
})

it('are those of the first ranking of the scene, as far as it is worked out', () => {
  const figures = ['count', 'ranking', 'ranking'].map((kind) => ({ kind })) as LiveFigure[]
  const rows = [row('A', 106, 1, 1)]
  const answer = { value: null, said: { zh: 'A', en: 'A' }, rows } as unknown as FigureAnswer
  expect(rankedInScene({ figures }, [undefined, answer, undefined])).toEqual({
    rows,
    isTied: true,
    compared: [],
  })
  expect(rankedInScene({ figures }, [undefined, { ...answer, value: 'A' }]).isTied).toBe(false)
  expect(rankedInScene({ figures }, []).rows).toEqual([])
  expect(rankedInScene({ figures: figures.slice(0, 1) }, [answer]).rows).toEqual([])
})

it('are letters for what a scene compares, as its columns have them, in the place of the parks', () => {
  parks.value = [park('A', 106), park('B', 107), park('C', 108)]
  const figures = ['count', 'comparison'].map((kind) => ({ kind })) as LiveFigure[]
  const columns = ['C', 'gone', 'pin'].map((name) => ({ zh: name, en: name }))
  const places = [
    { id: 'C', lngLat: [108, 29.5] },
    { id: 'gone', lngLat: null },
    { id: 'pin', lngLat: [106.5, 29] },
  ]
  const answers = [undefined, { table: { columns, rows: [], unit: null, places } }] as Answers
  sceneShown.value = { ...NOTHING_SHOWN, ranking: rankedInScene({ figures }, answers) }
  expect(drawnBy(ranks, 'ranks')).toMatchObject([
    { id: 'C', text: 'A', filled: true, label: 'C' },
    { id: 'pin', text: 'C', filled: false, label: 'pin' },
  ])
  expect(drawnBy(parksDrawn, 'parks').map((one) => one?.id)).toEqual(['A', 'B'])
  // Numbers and letters of the same places cannot both be read.
  const rows = [row('B', 107, 1, 1)]
  const ranking = { value: 'B', said: { zh: 'B', en: 'B' }, rows } as unknown as FigureAnswer
  const both = [...figures, { kind: 'ranking' }] as LiveFigure[]
  expect(rankedInScene({ figures: both }, [...answers, ranking])).toEqual({
    rows,
    isTied: false,
    compared: [],
  })
})
