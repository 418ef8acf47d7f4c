// Are many places at once found inside an area exactly where each by itself is?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DrawnArea } from '#geodata/analysis/isochrone/outline/drawn-area.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { marksInside, placesByLatitude } from '#geodata/geometry/places-inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

const SQUARE = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const marks = (places: LngLat[], area: number[][][][]) => [
  ...marksInside(placesByLatitude(places), DrawnArea.of(area)),
]

it('tells a place in a hole, in an island within it and beside everything apart, in the order they came', () => {
  const area = [[SQUARE(0, 0, 10), SQUARE(2, 2, 6)], [SQUARE(4, 4, 2)]]
  const places: LngLat[] = [
    [5, 5],
    [3, 3],
    [-1, 5],
    [1, 9],
    [11, 5],
    [5, 11],
    [5, -1],
    [9, 1],
  ]
  expect(marks(places, area)).toEqual([1, 0, 0, 1, 0, 0, 0, 1])
})

it('finds nothing without places, without an area, and one place by itself', () => {
  expect(marks([], [[SQUARE(0, 0, 1)]])).toEqual([])
  expect(marks([[0.5, 0.5]], [])).toEqual([0])
  expect(marks([[0.5, 0.5]], [[SQUARE(0, 0, 1)]])).toEqual([1])
})

it('agrees with the look at one place after the other, whatever the outline', () => {
  // Corners lie on whole degrees and places between them: none on an outline, where both answers are right.
  const between = fc.integer({ min: -6, max: 6 }).map((degree) => degree + 0.37)
  const corner = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }))
  const outline = fc
    .array(corner, { minLength: 3, maxLength: 12 })
    .map((corners) => [...corners, corners[0]!])
  const places = fc.array(
    fc.tuple(
      between,
      between.map((degree) => degree + 0.0913),
    ),
    {
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(outline, places, (one, asked) => {
      const onOutline = (place: LngLat) =>
        insideArea(place, [[one]]) !== insideArea([place[0] + 1e-9, place[1]], [[one]])
      fc.pre(!asked.some(onOutline))
      expect(marks(asked, [[one]])).toEqual(
        asked.map((place) => Number(insideArea(place, [[one]]))),
      )
    }),
    { numRuns: 500 },
  )
})
