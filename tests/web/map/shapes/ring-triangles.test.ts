// Do the triangles of a ring cover a point an odd number of times exactly where it lies within?
import { expect, it } from 'vitest'
import { insideArea } from '#geodata/geometry/inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { seeded } from '#tests/support/random.ts'
import { NUMBERS_PER_SIDE, ringSides } from '#web/map/shapes/ring-strokes.ts'
import { mercatorOf, type RingTriangles, ringTriangles } from '#web/map/shapes/ring-triangles.ts'

const square = (west: number, south: number, side: number): number[][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
/** A bay from the east, a hole, and a second island. */
const WINDING = [
  [
    [
      [106, 29],
      [108, 29],
      [108, 29.6],
      [106.6, 29.8],
      [108, 30.4],
      [108, 31],
      [106, 31],
      [106, 29],
    ],
    square(106.2, 29.9, 0.3),
  ],
  [square(109, 29, 0.5)],
]
const SMALL = [[square(106.05, 29.05, 0.3)]]

function timesCovered({ corners, anchor, indices, ends }: RingTriangles, area: number, at: LngLat) {
  const [x, y] = mercatorOf(at)
  const [px, py] = [x - anchor[0], y - anchor[1]]
  let count = 0
  for (let i = ends[area - 1] ?? 0; i < (ends[area] ?? 0); i += 3) {
    const sides = [0, 1, 2].map((k) => {
      const [a, b] = [indices[i + k] ?? 0, indices[i + ((k + 1) % 3)] ?? 0]
      const [ax = 0, ay = 0] = corners.subarray(2 * a, 2 * a + 2)
      const [bx = 0, by = 0] = corners.subarray(2 * b, 2 * b + 2)
      return (bx - ax) * (py - ay) - (by - ay) * (px - ax) > 0
    })
    if (sides.every(Boolean) || !sides.some(Boolean)) count++
  }
  return count
}

it('covers what lies within an odd number of times, bays, holes and islands too', () => {
  const triangles = ringTriangles([WINDING, SMALL])
  const random = seeded(18)
  const within = [0, 0]
  for (let i = 0; i < 2000; i++) {
    const at: LngLat = [105.8 + 4 * random(), 28.8 + 2.4 * random()]
    for (const [area, polygons] of [WINDING, SMALL].entries()) {
      const isInside = insideArea(at, polygons)
      expect(timesCovered(triangles, area, at) % 2 === 1, `${area} at ${at}`).toBe(isInside)
      if (isInside) within[area] = (within[area] ?? 0) + 1
    }
  }
  expect(within[0]).toBeGreaterThan(400)
  expect(within[1]).toBeGreaterThan(10)
})

it('has nothing to draw where nothing is reached', () => {
  const { indices, ends, corners } = ringTriangles([[], SMALL])
  expect(ends).toEqual([0, 6])
  expect([corners.length, indices.length]).toEqual([8, 6])
})

it('has a side for each of an outline, as far along it as those before are long', () => {
  const { sides, ends, anchor } = ringSides([SMALL, WINDING])
  expect(ends).toEqual([4, 4 + 7 + 4 + 4])
  const sideAt = (index: number) => [
    ...sides.subarray(NUMBERS_PER_SIDE * index, NUMBERS_PER_SIDE * (index + 1)),
  ]
  let walked = 0
  for (let index = 0; index < 4; index++) {
    const [ax = 0, ay = 0, bx = 0, by = 0, along = -1] = sideAt(index)
    expect(along).toBeCloseTo(walked, 7)
    walked += Math.hypot(bx - ax, by - ay)
    const [x, y] = mercatorOf(SMALL[0]![0]![index] as unknown as LngLat)
    expect([ax + anchor[0], ay + anchor[1]]).toEqual([expect.closeTo(x, 7), expect.closeTo(y, 7)])
  }
  // The next outline begins anew.
  expect(sideAt(4)[4]).toBe(0)
})
