import { describe, expect, it } from 'vitest'
import {
  type CoordinateGround,
  type CoordinateRow,
  placeBy,
  whichSystem,
} from '#geodata/analysis/coordinates/which-system.ts'
import { type CoordinateSystem, wgs84From } from '#geodata/formats/coordinates/coordinate-system.ts'
import { bd09FromWgs84 } from '#geodata/formats/datums/bd09.ts'
import { gcj02FromWgs84 } from '#geodata/formats/datums/gcj02.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { seeded } from '#tests/support/random.ts'

const square = (west: number, south: number, size: number) => [
  [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
]
/** An invented region of 36 small districts: borders are near, so that a shift of 500 m shows. */
const SIZE = 0.08
const areas = Array.from({ length: 36 }, (_, at) => ({
  id: `invented-${at}`,
  polygons: square(106.2 + (at % 6) * SIZE, 29.3 + Math.floor(at / 6) * SIZE, SIZE),
}))
const ground: CoordinateGround = {
  region: areas.flatMap(({ polygons }) => polygons),
  areas,
  roadMeters: null,
}

function invented(count: number, seed: number, isNamed = true) {
  const random = seeded(seed)
  return Array.from({ length: count }, () => {
    const place: LngLat = [106.2 + random() * 6 * SIZE, 29.3 + random() * 6 * SIZE]
    const area = areas.find(({ polygons }) => insideArea(place, polygons))
    return { place, areaId: isNamed ? (area?.id ?? null) : null }
  })
}

const rowsOf = (
  places: ReturnType<typeof invented>,
  write: (place: LngLat) => readonly [string | number, string | number],
): CoordinateRow[] =>
  places.map(({ place, areaId }) => ({ cells: write(place), areaId, near: null }))

const best = (rows: readonly CoordinateRow[], weights?: Parameters<typeof whichSystem>[2]) => {
  const answer = whichSystem(rows, ground, weights)
  if (answer.kind !== 'told') throw new Error(JSON.stringify(answer))
  return answer.best
}
const degrees = (datum: 'wgs84' | 'gcj02' | 'bd09'): CoordinateSystem => ({
  kind: 'degrees',
  datum,
})

/** The inverse of what is read: found by Newton's steps on the reading itself. */
function writtenIn(system: CoordinateSystem, [lng, lat]: LngLat): [number, number] {
  let [x, y] =
    system.kind === 'web-mercator' ? [lng * 111_319.49, lat * 120_000] : [35_500_000, lat * 110_900]
  for (let step = 0; step < 40; step++) {
    const at = wgs84From(system, [x, y])
    x += (lng - at[0]) * 96_000
    y += (lat - at[1]) * 110_000
  }
  return [x, y]
}

describe('the system of a file', () => {
  const places = invented(300, 7)

  it.each([
    ['wgs84', (place: LngLat) => place],
    ['gcj02', gcj02FromWgs84],
    ['bd09', bd09FromWgs84],
  ] as const)('is told where rows name their districts: %s', (datum, write) => {
    const answer = best(rowsOf(places, write))
    expect(answer.system).toEqual(degrees(datum))
    expect(answer.reading).toEqual({ east: 'first', isPacked: false, flips: [] })
    expect(answer.evidence).toMatchObject({
      rows: 300,
      inRegion: 300,
      namesArea: 300,
      byRoad: null,
    })
    expect(answer.evidence.inNamedArea).toBeGreaterThan(297)
  })

  it('is told with axes swapped, signs wrong, angles written out or run together', () => {
    const swapped = best(rowsOf(places, ([lng, lat]) => [lat, lng]))
    expect(swapped.reading.east).toBe('second')
    const flipped = best(rowsOf(places, ([lng, lat]) => [-lng, lat]))
    expect(flipped.reading.flips).toEqual(['longitude'])
    const angle = (value: number) => {
      const seconds = Math.round(value * 360_000) / 100
      const [whole, rest] = [Math.floor(seconds / 3600), seconds % 3600]
      return { whole, minutes: Math.floor(rest / 60), seconds: rest % 60 }
    }
    const written = best(
      rowsOf(places, (place) => {
        const [lng, lat] = place
          .map(angle)
          .map((a) => `${a.whole}°${a.minutes}′${a.seconds.toFixed(2)}″`)
        return [lng ?? '', lat ?? '']
      }),
    )
    expect(written.system).toEqual(degrees('wgs84'))
    const two = (value: number) => String(value).padStart(2, '0')
    const packed = best(
      rowsOf(places, (place) => {
        const [lng, lat] = place
          .map(angle)
          .map((a) => Number(`${a.whole}.${two(a.minutes)}${two(Math.floor(a.seconds))}`))
        return [lng ?? 0, lat ?? 0]
      }),
    )
    expect(packed.reading.isPacked).toBe(true)
  })

  it('is told for Web Mercator without any district named', () => {
    const rows = rowsOf(invented(25, 3, false), (place) =>
      writtenIn({ kind: 'web-mercator' }, place),
    )
    expect(best(rows).system.kind).toBe('web-mercator')
  })

  it('leaves the datum of a survey open, tells zone and axes, and how far apart the datums are', () => {
    const system: CoordinateSystem = {
      kind: 'gauss-kruger',
      datum: 'cgcs2000',
      zoneDegrees: 3,
      centralMeridianDegrees: 105,
      hasZonePrefix: true,
    }
    const rows = rowsOf(places.slice(0, 40), (place) => {
      const [east, north] = writtenIn(system, place)
      return [north, east]
    })
    const answer = whichSystem(rows, ground)
    expect(answer.kind).toBe('datum-open')
    if (answer.kind !== 'datum-open') return
    expect(answer.candidates.map((one) => one.system)).toContainEqual(system)
    expect(answer.candidates.every(({ reading }) => reading.east === 'second')).toBe(true)
    const apart = answer.candidates.map(({ metersApart }) => metersApart)
    expect(Math.max(...apart)).toBeGreaterThan(50)
    expect(Math.max(...apart)).toBeLessThan(150)
    // The file says it in a header: then it is told.
    const stated = best(rows, ({ system: one }) =>
      one.kind === 'gauss-kruger' && one.datum === 'cgcs2000' ? 1000 : 1,
    )
    expect(stated.system).toEqual(system)
  })

  it('cannot be told from a few rows that name nothing, and says how far the readings are apart', () => {
    const answer = whichSystem(
      rowsOf(
        invented(20, 5, false).map((one) => ({
          ...one,
          place: [106.4 + (one.place[0] - 106.4) / 4, 29.5],
        })),
        (place) => place,
      ),
      ground,
    )
    expect(answer.kind).toBe('cannot-tell')
    if (answer.kind !== 'cannot-tell') return
    const datums = answer.candidates.map(({ system }) => system.kind === 'degrees' && system.datum)
    expect(new Set(datums)).toEqual(new Set(['wgs84', 'gcj02', 'bd09']))
    for (const { metersApart, chance } of answer.candidates) {
      expect(metersApart === 0 || (metersApart > 300 && metersApart < 2000)).toBe(true)
      expect(chance).toBeLessThan(0.99)
    }
  })

  it('is told by known places of the same name', () => {
    const rows = invented(25, 11, false).map(
      ({ place }): CoordinateRow => ({
        cells: gcj02FromWgs84(place),
        areaId: null,
        near: { lngLat: place, radiusKilometers: 0.2 },
      }),
    )
    const answer = best(rows)
    expect(answer.system).toEqual(degrees('gcj02'))
    expect(answer.evidence).toMatchObject({ namesPlace: 25, nearNamedPlace: 25 })
  })

  it('is told by streets along which places stand', () => {
    // Invented streets: every 2 km one from south to north.
    const step = 0.02
    const roadMeters = ([lng]: LngLat) =>
      Math.abs(lng / step - Math.round(lng / step)) * step * 97_000
    const random = seeded(19)
    const rows = invented(60, 13, false).map(
      ({ place }): CoordinateRow => ({
        cells: bd09FromWgs84([
          Math.round(place[0] / step) * step + (random() - 0.5) * 6e-4,
          place[1],
        ]),
        areaId: null,
        near: null,
      }),
    )
    expect(whichSystem(rows, ground).kind).toBe('cannot-tell')
    const answer = whichSystem(rows, { ...ground, roadMeters })
    expect(answer.kind === 'told' && answer.best.system).toEqual(degrees('bd09'))
    expect(answer.kind === 'told' && answer.best.evidence.byRoad).toBe(60)
  })

  it('is nowhere where no system leads into the region, and names the rows it could not read', () => {
    const abroad: CoordinateRow[] = [
      { cells: [2.35, 48.85], areaId: null, near: null },
      { cells: ['not known', 29.5], areaId: null, near: null },
    ]
    expect(whichSystem(abroad, ground)).toEqual({ kind: 'nowhere', unread: [1] })
  })
})

it('places a row by the hypothesis, and none where a cell is no number', () => {
  const reading = { east: 'second', isPacked: false, flips: [] } as const
  const place = placeBy({ system: degrees('wgs84'), reading }, ['29°30′00″', '106°30′00″'])
  expect(place && greatCircleMeters(place, [106.5, 29.5])).toBeLessThan(0.01)
  expect(placeBy({ system: degrees('wgs84'), reading }, ['', 106.5])).toBeNull()
})
