// Is the ring of a park as large as what it stands for?
import { beforeEach, expect, it } from 'vitest'
import type { Park } from '#geodata/contract/collections.ts'
import { parks } from '#web/state/region/lists.ts'
import { ringPixels } from '#web/state/region/ring-scale.ts'
import { exampleValues, LEAST_RING_PIXELS, ringPixelsOf } from '#web/state/view/park-size.ts'

const park = (companyCount: number, plannedAreaSquareKilometers: number | null) => ({
  companyCount,
  plannedAreaSquareKilometers,
  plantOutputVehicles: null,
})

beforeEach(() => {
  parks.value = [park(36, 262)].map(
    (properties) => ({ properties: { ...properties, role: 'parts' } }) as Park,
  )
})

it('lets the ground of the ring grow with the value: four times as much is twice the growth', () => {
  const growth = (area: number) => (ringPixels(park(0, area), 'area') ?? 0) - LEAST_RING_PIXELS
  expect(growth(40)).toBeCloseTo(2 * growth(10))
})

it('takes no known firm for a value, and no known area for none', () => {
  expect(ringPixels(park(0, null), 'firms')).toBe(LEAST_RING_PIXELS)
  expect(ringPixels(park(0, null), 'area')).toBeNull()
  expect(ringPixels(park(9, 20), 'output')).toBeNull()
})

it('never lets one ring cover its neighbours, and never draws unlike parks alike', () => {
  expect(ringPixels(park(0, 262), 'area')).toBeLessThanOrEqual(20)
  const [few, some, most] = [90, 2250, 9000].map((value) => ringPixelsOf(value, 'firms', 9000))
  expect(most).toBeCloseTo(20)
  expect((most ?? 0) - LEAST_RING_PIXELS).toBeCloseTo(2 * ((some ?? 0) - LEAST_RING_PIXELS))
  expect((most ?? 0) - LEAST_RING_PIXELS).toBeCloseTo(10 * ((few ?? 0) - LEAST_RING_PIXELS))
})

it('draws the rings of few firms no larger for there being few', () => {
  expect(ringPixelsOf(4, 'firms', 4)).toBeCloseTo(LEAST_RING_PIXELS + 2 * 1.75)
})

it('shows in the legend round figures that there are', () => {
  expect(exampleValues(9000)).toEqual([200, 2000, 5000])
  expect(exampleValues(36)).toEqual([1, 5, 20])
  expect(exampleValues(1000)).toEqual([50, 200, 1000])
  expect(exampleValues(3)).toEqual([2])
  expect(exampleValues(0)).toEqual([])
})
