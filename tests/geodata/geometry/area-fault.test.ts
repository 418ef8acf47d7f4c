// Is a drawn area refused when, and only when, two sides cross, a ring is flat or a hole lies outside?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { areaFault } from '#geodata/geometry/area-fault.ts'
import { repairArea } from '#geodata/geometry/repair.ts'

const square = (west: number, south: number, side: number): number[][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]

it('finds nothing wrong with squares, holes in them, and parts that touch', () => {
  expect(areaFault([[square(0, 0, 4)]])).toBeNull()
  expect(areaFault([[square(0, 0, 4), square(1, 1, 1)]])).toBeNull()
  expect(areaFault([[square(0, 0, 4), square(0, 0, 1).toReversed()]])?.kind).toBe('crossing')
  expect(areaFault([[square(0, 0, 1)], [square(1, 1, 1)]])).toBeNull()
})

it('reports where a bow crosses itself', () => {
  const bow = [
    [0, 0],
    [2, 2],
    [2, 0],
    [0, 2],
    [0, 0],
  ]
  expect(areaFault([[bow]])).toEqual({ kind: 'crossing', place: [1, 1] })
})

it('reports a spike that runs back over itself', () => {
  const spike = [
    [0, 0],
    [2, 0],
    [4, 0],
    [2, 0],
    [2, 2],
    [0, 0],
  ]
  expect(areaFault([[spike]])?.kind).toBe('crossing')
})

it('reports parts that overlap, a ring on one line, and a hole outside', () => {
  expect(areaFault([[square(0, 0, 2)], [square(1, 1, 2)]])?.kind).toBe('crossing')
  const flat = [
    [0, 0],
    [1, 1],
    [2, 2],
    [0, 0],
  ]
  expect(areaFault([[flat]])?.kind).toMatch(/flat|crossing/)
  const outside = { kind: 'hole-outside', polygon: 0, ring: 1 }
  expect(areaFault([[square(0, 0, 2), square(5, 5, 1)]])).toEqual(outside)
})

const corner = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
const closed = fc
  .uniqueArray(corner, { minLength: 4, maxLength: 8, selector: String })
  .map((open) => [...open, open[0] ?? [0, 0]])

/** Slow and plain: every pair of sides, and how far along each of them the other meets it. */
function crosses(ring: number[][]): boolean {
  const sides = ring.slice(1).map((end, i) => [...(ring[i] ?? []), ...end])
  const last = sides.length - 1
  return sides.some(([ax = 0, ay = 0, bx = 0, by = 0], i) =>
    sides.some(([cx = 0, cy = 0, dx = 0, dy = 0], j) => {
      if (j <= i) return false
      const follows = j === i + 1 || (i === 0 && j === last)
      const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
      const offset = (cx - ax) * (by - ay) - (cy - ay) * (bx - ax)
      if (across !== 0) {
        const alongFirst = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
        const alongSecond = offset / across
        const isOn = (along: number) => along >= 0 && along <= 1
        return !follows && isOn(alongFirst) && isOn(alongSecond)
      }
      if (offset !== 0) return false
      const share = (x: number, y: number) =>
        ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
      const [from, to] = [share(cx, cy), share(dx, dy)].sort((one, other) => one - other)
      const shared = Math.min(to ?? 0, 1) - Math.max(from ?? 0, 0)
      return follows ? shared > 0 : shared >= 0
    }),
  )
}

it('agrees with a look at every pair of sides, on rings of random corners', () => {
  const found = { true: 0, false: 0 }
  fc.assert(
    fc.property(closed, (ring) => {
      const expected = crosses(ring)
      found[`${expected}`]++
      expect(areaFault([[ring]])?.kind === 'crossing').toBe(expected)
    }),
    { seed: 3, numRuns: 1000 },
  )
  expect(Math.min(found.true, found.false)).toBeGreaterThan(100)
})

it('passes only rings whose own area is that of their union with themselves', () => {
  const area = (ring: number[][]) =>
    ring.reduce((sum, [x = 0, y = 0], i) => {
      const [nextX = 0, nextY = 0] = ring[i + 1] ?? []
      return i + 1 < ring.length ? sum + (x * nextY - nextX * y) / 2 : sum
    }, 0)
  fc.assert(
    fc.property(closed, (ring) => {
      fc.pre(areaFault([[ring]]) === null)
      const united = repairArea({ type: 'Polygon', coordinates: [ring] }).coordinates
      const whole = united.flat().reduce((sum, one) => sum + area(one), 0)
      expect(Math.abs(whole)).toBeCloseTo(Math.abs(area(ring)), 6)
    }),
    { seed: 3, numRuns: 200 },
  )
})
