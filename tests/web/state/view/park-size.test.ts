// Is the ring of a park as large as what it stands for?
import { expect, it } from 'vitest'
import { LEAST_RING_PIXELS, ringPixels } from '#web/state/view/park-size.ts'

const park = (companyCount: number, plannedAreaSquareKilometers: number | null) => ({
  companyCount,
  plannedAreaSquareKilometers,
  plantOutputVehicles: null,
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

it('never lets one ring cover its neighbours', () => {
  expect(ringPixels(park(0, 262), 'area')).toBeLessThanOrEqual(20)
})
