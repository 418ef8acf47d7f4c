// Are distances those of the sphere, near and far?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { metersBetween } from '#geodata/network/street/ground-distance.ts'

const RADIUS = 6_371_008.8
type Degrees = readonly [lng: number, lat: number]

function meters([lngA, latA]: Degrees, [lngB, latB]: Degrees): number {
  const units = (degrees: number) => Math.round(degrees * 1e7)
  // Not the first pairs, so that the right ones are read.
  const from = Int32Array.of(7, 7, units(lngA), units(latA))
  const to = Int32Array.of(9, 9, 9, 9, units(lngB), units(latB))
  return metersBetween(from, 1, to, 2)
}

it('knows a degree, a quarter of the Earth and the way to the other side', () => {
  expect(meters([106, 29], [106, 30])).toBeCloseTo((RADIUS * Math.PI) / 180, 3)
  expect(meters([106, 0], [107, 0])).toBeCloseTo((RADIUS * Math.PI) / 180, 3)
  expect(meters([20, 90], [106, 0])).toBeCloseTo((RADIUS * Math.PI) / 2, 0)
  expect(meters([-90, 0], [90, 0])).toBeCloseTo(RADIUS * Math.PI, 0)
  expect(meters([106, 29], [106, 29])).toBe(0)
})

it('agrees with the angle between two vectors', () => {
  const degrees = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -89, max: 89, noNaN: true }),
  )
  const vector = ([lng, lat]: Degrees) => {
    const [l, p] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180]
    return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)] as const
  }
  fc.assert(
    fc.property(degrees, degrees, (a, b) => {
      const [[ax, ay, az], [bx, by, bz]] = [vector(a), vector(b)]
      const cross = Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx)
      const expected = RADIUS * Math.atan2(cross, ax * bx + ay * by + az * bz)
      expect(Math.abs(meters(a, b) - expected)).toBeLessThan(1)
    }),
  )
})
