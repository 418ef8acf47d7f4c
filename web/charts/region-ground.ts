// What lies under small maps of the region: borders, rivers and the open roads.
import { useMemo } from 'preact/hooks'
import type { Frame } from '#web/charts/frame.ts'
import { type Ground, groundOf } from '#web/charts/map-ground.tsx'
import { basemap, districts, roads } from '#web/state/region/lists.ts'

/** Drawn anew only where the frame or what is known of the region changed. */
export function useRegionGround(frame: Frame): Ground {
  const [borders, ground, open] = [districts.value, basemap.value, roads.value]
  const { width, height, shrink, fitted } = frame
  const where = [width, height, shrink, fitted.scale(), ...fitted.translate()].join()
  return useMemo(
    () =>
      groundOf(frame, {
        outlines: borders.map(({ geometry }) => geometry.coordinates),
        rivers: ground
          .filter(({ properties }) => properties.kind === 'river')
          .map(({ geometry }) => geometry.coordinates),
        roads: open
          .filter(({ properties }) => properties.status === 'open')
          .map(({ geometry }) => geometry.coordinates),
      }),
    [where, borders, ground, open],
  )
}
