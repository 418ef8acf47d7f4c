// Do geometries that touch, cross, hold or miss one another meet, whichever comes first?
import type { Geometry } from 'geojson'
import { expect, it } from 'vitest'
import { intersects } from '#geodata/geometry/intersects.ts'

const square = (west: number, south: number, side: number): number[][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const point = (lng: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lng, lat] })
const line = (...coordinates: number[][]): Geometry => ({ type: 'LineString', coordinates })
const area = (...coordinates: number[][][]): Geometry => ({ type: 'Polygon', coordinates })
const ring = area(square(0, 0, 10), square(4, 4, 2).toReversed())

it.each<[string, Geometry, Geometry, boolean]>([
  ['equal points', point(1, 2), point(1, 2), true],
  ['two points', point(1, 2), point(1, 2.1), false],
  ['a point on a line', point(5, 5), line([0, 0], [10, 10]), true],
  ['a point beside a line', point(5, 5.1), line([0, 0], [10, 10]), false],
  ['a point within', point(1, 1), ring, true],
  ['a point in a hole', point(5, 5), ring, false],
  ['a point on the rim of a hole', point(4, 5), ring, true],
  ['a point on a border', point(0, 5), ring, true],
  ['lines that cross', line([0, 0], [10, 10]), line([0, 10], [10, 0]), true],
  ['lines that touch', line([0, 0], [5, 5]), line([5, 5], [9, 5]), true],
  ['lines on one line, apart', line([0, 0], [1, 1]), line([2, 2], [3, 3]), false],
  ['lines whose boxes meet alone', line([0, 0], [10, 10]), line([6, 0], [10, 3]), false],
  ['a line within', line([1, 1], [2, 2]), ring, true],
  ['a line in a hole', line([4.5, 4.5], [5, 5]), ring, false],
  ['a line through', line([-1, 5], [11, 5]), ring, true],
  ['an area within', area(square(1, 1, 1)), ring, true],
  ['an area in a hole', area(square(4.5, 4.5, 1)), ring, false],
  ['an area around', area(square(-5, -5, 30)), ring, true],
  ['areas that share a corner', area(square(10, 10, 1)), ring, true],
  ['areas apart', area(square(11, 0, 1)), ring, false],
  [
    'a line of a collection',
    { type: 'GeometryCollection', geometries: [point(50, 50), line([-1, 1], [1, 1])] },
    ring,
    true,
  ],
  [
    'one of several points within',
    {
      type: 'MultiPoint',
      coordinates: [
        [50, 50],
        [1, 1],
      ],
    },
    { type: 'MultiPolygon', coordinates: [[square(90, 0, 1)], [square(0, 0, 2)]] },
    true,
  ],
])('%s', (_, first, second, meets) => {
  expect(intersects(first, second)).toBe(meets)
  expect(intersects(second, first)).toBe(meets)
})
