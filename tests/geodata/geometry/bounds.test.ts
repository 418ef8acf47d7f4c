// Is a box the smallest that holds a shape?
import { expect, it } from 'vitest'
import { boundsAround, boundsOf } from '#geodata/geometry/bounds.ts'

it('reaches from the westernmost and southernmost corner to the easternmost and northernmost', () => {
  const square = [
    [106, 29],
    [107, 29],
    [107, 30],
    [106, 29],
  ]
  expect(boundsOf({ type: 'MultiPolygon', coordinates: [[square]] })).toEqual([106, 29, 107, 30])
  expect(
    boundsAround([
      [107, 28],
      [105, 31],
    ]),
  ).toEqual([105, 28, 107, 31])
})

it('is worked out, whatever box a shape says of itself', () => {
  const point = { type: 'Point' as const, coordinates: [106, 29] }
  expect(boundsOf({ ...point, bbox: [0, 0, 1, 1] })).toEqual([106, 29, 106, 29])
})

it('holds nothing around no place', () => {
  expect(boundsOf({ type: 'MultiPolygon', coordinates: [] })).toEqual([
    Infinity,
    Infinity,
    -Infinity,
    -Infinity,
  ])
})
