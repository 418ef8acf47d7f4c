// How large are the rings of parks, beside the largest of them?
import { computed } from '@preact/signals'
import { parks } from '#web/state/region/lists.ts'
import {
  PARK_SIZE_IDS,
  PARK_SIZES,
  type ParkSize,
  ringPixelsOf,
  type Sized,
} from '#web/state/view/park-size.ts'

/** The largest value of each measure among the parks that are drawn as rings; 0: none is known. */
export const largestRings = computed(() => {
  const rings = parks.value.filter(({ properties }) => properties.role === 'parts')
  const largest = (by: ParkSize) =>
    rings.reduce(
      (most, { properties }) => Math.max(most, PARK_SIZES[by].valueOf(properties) ?? 0),
      0,
    )
  return Object.fromEntries(PARK_SIZE_IDS.map((by) => [by, largest(by)])) as Record<
    ParkSize,
    number
  >
})

/** How large is the ring of a park, in pixels? Null: its value is not known. */
export function ringPixels(park: Sized, by: ParkSize): number | null {
  const value = PARK_SIZES[by].valueOf(park)
  return value === null ? null : ringPixelsOf(value, by, largestRings.value[by])
}
