// Do the streets of a network tell in which system the coordinates of a file are, where its rows name no district?
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Import, ImportPlaces } from '#geodata/contract/imports.ts'
import { bd09FromWgs84 } from '#geodata/formats/datums/bd09.ts'
import { gcj02FromWgs84 } from '#geodata/formats/datums/gcj02.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { encodeNetwork } from '#geodata/network/street/network-file.ts'
import { networksFolder } from '#server/store/files/network-files.ts'
import { type BuiltApp, builtApp } from '#tests/support/built-app.ts'
import { seeded } from '#tests/support/random.ts'
import { lngLatOf, surveyed } from '#tests/support/surveyed.ts'

/** Kilometers east and north at which streets of an invented town run; blocks are of several widths, as those of towns. */
const EAST = [-5.2, -3.9, -3.1, -1.6, -0.3, 1.2, 2.0, 3.6, 5.1]
const NORTH = [-5.4, -4.1, -2.7, -1.9, -0.4, 0.9, 2.5, 3.3, 4.8]
const nameOf = (east: number, north: number) => `${EAST[east]}/${NORTH[north]}`
const town = surveyed({
  places: Object.fromEntries(
    EAST.flatMap((x, east) => NORTH.map((y, north) => [nameOf(east, north), [x, y] as const])),
  ),
  ways: Object.fromEntries([
    ...EAST.map((_, east) => [
      NORTH.map((__, north) => nameOf(east, north)).join(' '),
      { highway: 'secondary' },
    ]),
    ...NORTH.map((_, north) => [
      EAST.map((__, east) => nameOf(east, north)).join(' '),
      { highway: 'secondary' },
    ]),
  ]),
})
/** Places of works: by a street, up to 40 m aside. */
function alongStreets(count: number, seed: number): LngLat[] {
  const random = seeded(seed)
  const pick = (values: readonly number[]) => values[Math.floor(random() * values.length)] ?? 0
  const aside = () => (random() - 0.5) * 0.08
  const along = () => -5 + 10 * random()
  return Array.from({ length: count }, (_, at) =>
    lngLatOf(at % 2 ? [pick(EAST) + aside(), along()] : [along(), pick(NORTH) + aside()]),
  )
}

const streetless = builtApp()
const inTown = builtApp((folder) => {
  mkdirSync(networksFolder(folder))
  writeFileSync(path.join(networksFolder(folder), 'town.road'), encodeNetwork(town))
})
/** A network that ends before the places of the file begin. */
const elsewhere = builtApp((folder) => {
  const far = surveyed({
    places: { a: [60, 60], b: [61, 60] },
    ways: { 'a b': { highway: 'primary' } },
  })
  mkdirSync(networksFolder(folder))
  writeFileSync(path.join(networksFolder(folder), 'far.road'), encodeNetwork(far))
})

async function bring(
  { app, imports }: BuiltApp,
  places: readonly (readonly number[])[],
  headers = '经度,纬度',
) {
  const rows = places.map(([lng = 0, lat = 0], at) =>
    [`虚构${at}号机械厂`, lng.toFixed(6), lat.toFixed(6)].join(','),
  )
  const response = await app.request('/api/imports?table=companies&name=a.csv', {
    method: 'POST',
    body: [`企业名称,${headers}`, ...rows].join('\n'),
  })
  const { id } = (await response.json()) as Import
  return (await imports.settled(id)) as Import
}

describe('30 firms along streets that name no district', () => {
  const places = alongStreets(30, 4)

  it.each([
    ['wgs84', (place: LngLat) => place],
    ['gcj02', gcj02FromWgs84],
    ['bd09', bd09FromWgs84],
  ] as const)(
    'are told to be in %s by the streets alone',
    async (key, write) => {
      const written = places.map(write)
      const without = await bring(streetless, written)
      expect(without.coordinates.answer).toBe('cannot-tell')
      expect(without.coordinates.systems.map(({ byRoad }) => byRoad)).toEqual([null, null, null])

      const told = await bring(inTown, written)
      expect(told.coordinates.answer).toBe('told')
      const [best, ...others] = told.coordinates.systems
      expect(best).toMatchObject({ key, rows: 30, byRoad: 30 })
      expect(others.every(({ byRoad }) => (byRoad ?? 30) < 24)).toBe(true)

      const response = await inTown.app.request(`/api/imports/${told.id}/places`)
      const { items } = ImportPlaces.parse(await response.json())
      expect(items.map(({ isByRoad }) => isByRoad)).toEqual(places.map(() => true))
    },
    60_000,
  )

  it('are not told by the streets of another town, nor said to be far from any', async () => {
    const { coordinates } = await bring(elsewhere, places.map(gcj02FromWgs84))
    expect(coordinates.answer).toBe('cannot-tell')
    expect(coordinates.systems.map(({ byRoad }) => byRoad)).toEqual([null, null, null])
  }, 60_000)
})

describe('a header that names a system', () => {
  const places = alongStreets(30, 12).map(bd09FromWgs84)

  it('makes it likelier and decides nothing alone', async () => {
    const { coordinates } = await bring(streetless, places, '百度经度,百度纬度')
    expect(coordinates.answer).toBe('cannot-tell')
    const [first, second] = coordinates.systems
    expect(first?.key).toBe('bd09')
    expect((first?.chance ?? 0) / (second?.chance ?? 1)).toBeCloseTo(20, 0)
    expect(coordinates.said).toEqual([
      {
        by: 'header',
        text: '百度经度、百度纬度',
        system: { zh: '百度坐标（BD-09）', en: 'BD-09 (Baidu)' },
        rows: 'open',
      },
    ])
  }, 60_000)

  it.each([
    ['BD09_lng,BD09_lat', 'with'],
    ['WGS84经度,WGS84纬度', 'against'],
    ['gcj02 lng,gcj02 lat', 'against'],
  ])(
    'is held against the rows: %s are %s',
    async (headers, rows) => {
      const { coordinates } = await bring(inTown, places, headers)
      expect(coordinates.answer).toBe('told')
      expect(coordinates.systems[0]?.key).toBe('bd09')
      expect(coordinates.said.map((one) => one.rows)).toEqual([rows])
    },
    60_000,
  )
})

it('is not told by streets where the places keep off them all', async () => {
  const random = seeded(8)
  const anywhere = Array.from({ length: 30 }, () =>
    lngLatOf([-5 + 10 * random(), -5 + 10 * random()]),
  )
  const { coordinates } = await bring(inTown, anywhere)
  expect(coordinates.answer).toBe('cannot-tell')
}, 60_000)
