// Is a place in an area distinguished from one in its hole, on its border and beside it?
import { expect, it } from 'vitest'
import { insideArea } from '#geodata/geometry/inside.ts'

const square = (low: number, high: number) => [
  [low, low],
  [high, low],
  [high, high],
  [low, high],
  [low, low],
]
const area = [[square(0, 9), square(3, 6)], [square(20, 22)]]

it('holds what lies in one of its parts and not in a hole', () => {
  expect(insideArea([1, 1], area)).toBe(true)
  expect(insideArea([21, 21], area)).toBe(true)
  expect(insideArea([4, 4], area)).toBe(false)
  expect(insideArea([10, 4], area)).toBe(false)
})

it('holds its border, corners too', () => {
  expect(insideArea([9, 4], area)).toBe(true)
  expect(insideArea([0, 0], area)).toBe(true)
  expect(insideArea([3, 4], area)).toBe(true)
})
