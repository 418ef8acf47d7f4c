// Does a disc keep its radius on the ground?
import { expect, it } from 'vitest'
import { discAround } from '#geodata/geometry/disc.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'

it('runs at the radius around its place and ends where it starts', () => {
  const middle: LngLat = [106.5, 29.5]
  const [outline = []] = discAround(middle, 6.5)
  expect(outline).toHaveLength(41)
  expect(outline.at(-1)).toEqual(outline[0])
  for (const [lng = 0, lat = 0] of outline) {
    expect(greatCircleMeters(middle, [lng, lat])).toBeCloseTo(6500, 3)
  }
})
