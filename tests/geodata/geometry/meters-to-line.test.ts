// Is the distance to a line that to its nearest point, between corners too?
import { expect, it } from 'vitest'
import { metersToLine } from '#geodata/geometry/meters-to-line.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'

const NORTHWARD = [
  [106.5, 29.5],
  [106.5, 29.6],
]

it('measures square to the stretch beside it', () => {
  const meters = metersToLine([106.51, 29.55], NORTHWARD)
  expect(meters).toBeCloseTo(greatCircleMeters([106.51, 29.55], [106.5, 29.55]), -1)
  expect(metersToLine([106.5, 29.53], NORTHWARD)).toBeCloseTo(0, 6)
})

it('measures to the end of a line that stops before, and to a line that is one point', () => {
  const toEnd = greatCircleMeters([106.5, 29.65], [106.5, 29.6])
  expect(metersToLine([106.5, 29.65], NORTHWARD)).toBeCloseTo(toEnd, -1)
  expect(metersToLine([106.5, 29.65], [[106.5, 29.6]])).toBeCloseTo(toEnd, -1)
})

it('is endlessly far from a line without corners', () => {
  expect(metersToLine([106.5, 29.65], [])).toBe(Number.POSITIVE_INFINITY)
})
