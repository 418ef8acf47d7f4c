import { expect, it } from 'vitest'
import { insideArea } from '#geodata/geometry/inside.ts'
import { labelPoint } from '#geodata/geometry/label-point.ts'

it('stands in the middle of a square, and of the larger of two', () => {
  const square = (west: number, side: number) => [
    [
      [west, 0],
      [west + side, 0],
      [west + side, side],
      [west, side],
      [west, 0],
    ],
  ]
  expect(labelPoint([square(0, 2)])).toEqual([1, 1])
  expect(labelPoint([square(0, 2), square(10, 4)])).toEqual([12, 2])
})

it('stands inside a horseshoe, whose centroid lies outside', () => {
  //  +--+  +--+
  //  |  |  |  |
  //  |  +--+  |
  //  +--------+
  const horseshoe = [
    [
      [0, 0],
      [9, 0],
      [9, 9],
      [6, 9],
      [6, 1],
      [3, 1],
      [3, 9],
      [0, 9],
      [0, 0],
    ],
  ]
  const place = labelPoint([horseshoe])
  expect(insideArea(place, [horseshoe])).toBe(true)
})
