// Is a place asked about that cannot be meant, and none that can?
import { expect, it } from 'vitest'
import {
  doubtWords,
  FAR_METERS,
  type KnownGround,
  type PlaceDoubt,
  placeDoubts,
} from '#geodata/analysis/place/place-doubts.ts'
import { placeQuestion } from '#geodata/analysis/place/place-question.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type { EditableId } from '#geodata/contract/editable/editable.ts'

/** Two districts of the region side by side, a city beyond it, and a river along their border.
 *
 *      29  +-------+-------+       +-------+
 *          |  west | east  |       | beyond|
 *      28  +-------+-------+       +-------+
 *         106     107     108     110     111
 */
const square = (west: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, 28],
      [west + 1, 28],
      [west + 1, 29],
      [west, 29],
      [west, 28],
    ],
  ],
})
const area = (id: string, nameZh: string, nameEn: string, west: number, level = 'district') => ({
  type: 'Feature' as const,
  id,
  geometry: square(west),
  properties: { adcode: id, nameZh, nameEn, level, provinceAdcode: `${id.slice(0, 2)}0000` },
})
const ground = {
  areas: [
    area('510100', '外市', 'Beyond', 110, 'city'),
    area('500101', '西区', 'West', 106),
    area('500102', '东区', 'East', 107),
  ],
  basemap: [
    {
      type: 'Feature',
      id: 'river-1',
      geometry: {
        type: 'LineString',
        coordinates: [
          [107, 28],
          [107, 29],
        ],
      },
      properties: { id: 'river-1', kind: 'river', nameZh: '界江', nameEn: 'Border River' },
    },
    {
      type: 'Feature',
      id: 'land-1',
      geometry: square(106),
      properties: { id: 'land-1', kind: 'land', nameZh: null, nameEn: null },
    },
  ],
  home: { name: { zh: '本市', en: 'Home' }, provinceAdcode: '500000' },
} as unknown as KnownGround

const row = (place: readonly number[] | null, properties: object = {}) => ({
  geometry: place && { type: 'Point', coordinates: place },
  properties: { coordPrecision: 'site', ...properties },
})
type Row = ReturnType<typeof row>
function doubts(draft: Row, present: Row | null = null, collection: EditableId = 'parks') {
  const question = placeQuestion(collection, draft, present, [])
  return question && placeDoubts(question, ground)
}
const kinds = (...asked: Parameters<typeof doubts>) => doubts(...asked)?.map(({ kind }) => kind)

it('asks nothing of a place in the region, new or corrected within its district', () => {
  expect(doubts(row([106.5, 28.5]))).toEqual([])
  expect(doubts(row([106.5, 28.5]), row([106.52, 28.5]))).toEqual([])
  expect(doubts(row([106.5, 28.5]), row([106.5, 28.5]))).toBeNull()
  expect(doubts(row(null), row([106.5, 28.5]))).toBeNull()
})

it('asks of a place that lies in another city, and of one that lies nowhere', () => {
  expect(doubts(row([110.5, 28.5]))).toEqual([
    { kind: 'outside', area: { zh: '外市', en: 'Beyond' }, home: { zh: '本市', en: 'Home' } },
  ])
  expect(doubts(row([0, 0]), row([106.5, 28.5]))).toMatchObject([
    { kind: 'outside', area: null },
    { kind: 'far', from: 'before', meters: 11_614_737 },
  ])
})

it('corrects a partner beyond the region without asking whether it lies beyond', () => {
  expect(doubts(row([110.5, 28.5]), row([110.52, 28.5]))).toEqual([])
  expect(doubts(row([120.5, 28.5]), row([120.52, 28.5]))).toEqual([])
  expect(kinds(row([106.5, 28.5]), row([110.5, 28.5]))).toEqual(['other-district', 'far'])
})

it('asks of another district than the one where it was, and than the one named', () => {
  const moved = doubts(row([107.01, 28.5]), row([106.99, 28.5]))
  expect(moved).toEqual([
    { kind: 'other-district', from: { zh: '西区', en: 'West' }, to: { zh: '东区', en: 'East' } },
  ])
  expect(kinds(row([107.5, 28.5], { districtZh: '西区' }))).toEqual(['other-district'])
  // The name it had goes with it; one that says more than a district's own is not held against it.
  const had = { districtZh: '东区' }
  expect(kinds(row([107.5, 28.5], had), row([107.51, 28.5], had))).toEqual([])
  expect(kinds(row([107.5, 28.5], { districtZh: '西区（新城）' }))).toEqual([])
})

it('asks of a place in the river, and of none that stands for a town or covers ground', () => {
  expect(doubts(row([107.002, 28.5]))).toEqual([
    { kind: 'river', river: { zh: '界江', en: 'Border River' }, meters: 195 },
  ])
  expect(kinds(row([107.004, 28.5]))).toEqual([])
  expect(kinds(row([107.002, 28.5], { coordPrecision: 'town' }))).toEqual([])
})

it('asks of a place beyond the disc in which it was known to lie', () => {
  const [near, beyond] = [row([106.53, 28.5]), row([106.535, 28.5])]
  expect(kinds(near, row([106.5, 28.5]))).toEqual([])
  expect(doubts(beyond, row([106.5, 28.5]))).toEqual([
    { kind: 'far', from: 'before', meters: 3420 },
  ])
  expect(FAR_METERS).toBe(3000)
  expect(kinds(beyond, row([106.5, 28.5], { coordPrecision: 'district' }))).toEqual([])
})

it('takes the middle of a drawn area, and holds a new one against its park', () => {
  const park = { ...row([106.5, 28.5]), id: 'P1' } as unknown as Park
  const drawn = { geometry: square(107), properties: { parkId: 'P1' } }
  const question = placeQuestion('park-areas', drawn, null, [park])
  expect(question).toMatchObject({ place: [107.5, 28.5], was: { place: [106.5, 28.5] } })
  expect(question && placeDoubts(question, ground)).toMatchObject([
    { kind: 'other-district' },
    { kind: 'far', from: 'park' },
  ])
  expect(placeQuestion('links', drawn, null, [park])).toBeNull()
  // What encloses no ground, as while corners are still typed, has no middle.
  const line = {
    type: 'Polygon',
    coordinates: [
      [
        [107, 28],
        [108, 29],
        [107, 28],
      ],
    ],
  }
  expect(placeQuestion('park-areas', { ...drawn, geometry: line }, null, [park])).toBeNull()
})

it.each<[PlaceDoubt, string, string]>([
  [
    { kind: 'outside', area: null, home: { zh: '本市', en: 'Home' } },
    '位置不在本市境内，也不在已知的任何区县内。',
    'The place is outside Home and in no district known here.',
  ],
  [
    { kind: 'outside', area: { zh: '外市', en: 'Beyond' }, home: { zh: '本市', en: 'Home' } },
    '位置在外市，不在本市境内。',
    'The place is in Beyond, outside Home.',
  ],
  [
    { kind: 'river', river: null, meters: 195 },
    '距河流中线 195 米，可能落在水中（河道为示意）。',
    'The middle line of a river is 195 m away, so it may lie in the water (rivers are schematic).',
  ],
  [
    { kind: 'far', from: 'before', meters: 3420 },
    '距原位置 3.4 公里。',
    'It is 3.4 km from where it was.',
  ],
  [
    { kind: 'far', from: 'before', meters: 11_614_737 },
    '距原位置 11615 公里。',
    'It is 11615 km from where it was.',
  ],
  [
    { kind: 'far', from: 'park', meters: 3420 },
    '距园区位置 3.4 公里。',
    'It is 3.4 km from the park.',
  ],
])('says %o in both languages', (doubt, zh, en) => {
  expect(doubtWords(doubt)).toEqual({ zh, en })
})
