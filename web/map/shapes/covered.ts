// Which parts of the map are covered by what floats over it, and by names that stand on it as buttons?
import { signal } from '@preact/signals'
import type { Box } from '#web/map/shapes/free-place.ts'
import type { Box as Edges, Sight } from '#web/map/shapes/label-sides.ts'
import { inSight } from '#web/map/shapes/park-places.ts'

/** In pixels of the frame, as they lie while the map rests. */
export const covered = signal<readonly Box[]>([])

/** Kept free around what floats. */
const GAP_PIXELS = 2

export function tellCovered(boxes: readonly Box[]): void {
  const whole = boxes.map(({ left, top, width, height }) => ({
    left: Math.floor(left) - GAP_PIXELS,
    top: Math.floor(top) - GAP_PIXELS,
    width: Math.ceil(width) + 2 * GAP_PIXELS,
    height: Math.ceil(height) + 2 * GAP_PIXELS,
  }))
  if (JSON.stringify(whole) !== JSON.stringify(covered.peek())) covered.value = whole
}

/** The frame and what covers it, on a world so many pixels wide. */
export function sightOn(worldPixels: number): Sight {
  const sight = inSight.value
  if (!sight) return { frame: null, covered: [] }
  const frame: Edges = {
    left: sight.west * worldPixels,
    top: sight.north * worldPixels,
    right: sight.east * worldPixels,
    bottom: sight.south * worldPixels,
  }
  return {
    frame,
    covered: covered.value.map(({ left, top, width, height }) => ({
      left: frame.left + left,
      top: frame.top + top,
      right: frame.left + left + width,
      bottom: frame.top + top + height,
    })),
  }
}
