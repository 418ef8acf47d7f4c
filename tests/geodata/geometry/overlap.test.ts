// Is what two areas share told from what only one of them has?
import { expect, it } from 'vitest'
import { overlapOf } from '#geodata/geometry/overlap.ts'
import { squareKilometersOf } from '#geodata/geometry/square-kilometers.ts'

const box = (west: number, east: number, holes: number[][][] = []) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, 29],
      [east, 29],
      [east, 29.1],
      [west, 29.1],
      [west, 29],
    ],
    ...holes,
  ],
})
const sizeOf = (area: ReturnType<typeof box>) => squareKilometersOf([area.coordinates])

it('parts two overlapping areas into what each has alone and what both have', () => {
  const [first, second] = [box(106, 106.3), box(106.2, 106.4)]
  const { onlyFirst, onlySecond, both } = overlapOf(first, second)
  expect(onlyFirst).toBeCloseTo(sizeOf(box(106, 106.2)), 3)
  expect(both).toBeCloseTo(sizeOf(box(106.2, 106.3)), 3)
  expect(onlySecond).toBeCloseTo(sizeOf(box(106.3, 106.4)), 3)
})

it('finds nothing shared by areas apart, and a hole filled by the other', () => {
  expect(overlapOf(box(106, 106.1), box(107, 107.1)).both).toBeCloseTo(0, 6)
  const hole = [
    [106.1, 29.02],
    [106.1, 29.08],
    [106.2, 29.08],
    [106.2, 29.02],
    [106.1, 29.02],
  ]
  const { onlyFirst, onlySecond } = overlapOf(box(106, 106.3, [hole]), box(106, 106.3))
  expect(onlyFirst).toBeCloseTo(0, 6)
  expect(onlySecond).toBeCloseTo(squareKilometersOf([[hole]]), 3)
})
