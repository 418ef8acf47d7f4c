import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CoordinateSystem,
  conversionMeters,
  type GaussKruger,
  systemsBetween,
  wgs84From,
  zoneOf,
} from '#geodata/formats/coordinates/coordinate-system.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'

const RADIANS = Math.PI / 180

/** Gauss–Krüger by the series of Krüger (1912) in the third flattening, to its third order: millimeters within 4°. */
function projected([lng, lat]: LngLat, central: number, axis: number, flattening: number) {
  const f = 1 / flattening
  const n = f / (2 - f)
  const A = (axis / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64)
  const alphas = [
    n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3,
    (13 / 48) * n ** 2 - (3 / 5) * n ** 3,
    (61 / 240) * n ** 3,
  ]
  const e = Math.sqrt(f * (2 - f))
  const sine = Math.sin(lat * RADIANS)
  const t = Math.sinh(Math.atanh(sine) - e * Math.atanh(e * sine))
  const across = (lng - central) * RADIANS
  const xi = Math.atan2(t, Math.cos(across))
  const eta = Math.atanh(Math.sin(across) / Math.sqrt(1 + t ** 2))
  const sum = (of: (j: number) => number) => alphas.reduce((all, a, j) => all + a * of(j + 1), 0)
  return {
    east: 500_000 + A * (eta + sum((j) => Math.cos(2 * j * xi) * Math.sinh(2 * j * eta))),
    north: A * (xi + sum((j) => Math.sin(2 * j * xi) * Math.cosh(2 * j * eta))),
  }
}

const zone = (part: Partial<GaussKruger>): GaussKruger => ({
  kind: 'gauss-kruger',
  datum: 'cgcs2000',
  zoneDegrees: 3,
  centralMeridianDegrees: 108,
  hasZonePrefix: false,
  ...part,
})
const inRegion = fc.tuple(
  fc.double({ min: 105.2, max: 110.2, noNaN: true }),
  fc.double({ min: 28, max: 32.3, noNaN: true }),
)

describe('a place of a survey', () => {
  it('is where the series puts it, zone by zone', () => {
    fc.assert(
      fc.property(
        inRegion,
        fc.constantFrom(105, 108, 111),
        fc.boolean(),
        (place, central, hasZonePrefix) => {
          const { east, north } = projected(place, central, 6_378_137, 298.257222101)
          const prefix = hasZonePrefix ? (central / 3) * 1e6 : 0
          const back = wgs84From(zone({ centralMeridianDegrees: central, hasZonePrefix }), [
            east + prefix,
            north,
          ])
          expect(greatCircleMeters(back, place)).toBeLessThan(0.01)
        },
      ),
    )
  })

  it('of an old datum is shifted by the middle of what is published, within the doubt that is told', () => {
    const place: LngLat = [106.5, 29.5]
    for (const [datum, axis, flattening, north, east] of [
      ['xian80', 6_378_140, 298.257, 17, 97.5],
      ['beijing54', 6_378_245, 298.3, -45.5, 14],
    ] as const) {
      const there = projected(place, 105, axis, flattening)
      const system = zone({ datum, centralMeridianDegrees: 105 })
      const back = wgs84From(system, [there.east - east, there.north - north])
      expect(greatCircleMeters(back, place)).toBeLessThan(0.01)
      expect(conversionMeters(system)).toBeGreaterThan(30)
    }
    expect(conversionMeters(zone({}))).toBe(0)
  })

  it('numbers zones as surveys do', () => {
    expect(zoneOf(zone({ centralMeridianDegrees: 105 }))).toBe(35)
    expect(zoneOf(zone({ centralMeridianDegrees: 105, zoneDegrees: 6 }))).toBe(18)
    expect(zoneOf(zone({ centralMeridianDegrees: 111, zoneDegrees: 6 }))).toBe(19)
  })
})

it('reads Web Mercator by its closed formula', () => {
  const [lng, lat] = [106.55, 29.56]
  const y = 6_378_137 * Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2))
  const back = wgs84From({ kind: 'web-mercator' }, [6_378_137 * lng * RADIANS, y])
  expect(back[0]).toBeCloseTo(lng, 9)
  expect(back[1]).toBeCloseTo(lat, 9)
})

it('lists each system of a region once', () => {
  const systems = systemsBetween(105.2, 110.2)
  const surveyed = systems.filter((one): one is GaussKruger => one.kind === 'gauss-kruger')
  const meridians = (zoneDegrees: 3 | 6) =>
    new Set(
      surveyed
        .filter((one) => one.zoneDegrees === zoneDegrees)
        .map((one) => one.centralMeridianDegrees),
    )
  expect([...meridians(3)]).toEqual([105, 108, 111])
  expect([...meridians(6)]).toEqual([105, 111])
  const names = systems.map((one: CoordinateSystem) => JSON.stringify(one))
  expect(new Set(names).size).toBe(names.length)
  expect(systems.filter(({ kind }) => kind === 'degrees')).toHaveLength(3)
})
