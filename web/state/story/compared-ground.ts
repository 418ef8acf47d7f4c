// The ground of a comparison that a story takes from Compare: no map there frames all that are compared.
import type { LiveFigure, MapScene } from '#geodata/contract/stories.ts'
import { boundsAround, withMargin } from '#geodata/geometry/bounds.ts'
import { COMPARED_MARGIN_KILOMETERS } from '#web/state/answers/compare.ts'
import { shownComparison } from '#web/state/answers/comparison.ts'

/** Degrees; null: nothing is compared among the figures, or nobody knows where it lies. */
export function comparedGround(figures: readonly LiveFigure[]): MapScene['bounds'] | null {
  const ids = figures.flatMap((one) => (one.kind === 'comparison' ? one.candidateIds : []))
  const places = (shownComparison.peek()?.result?.candidates ?? []).flatMap(({ id, lngLat }) =>
    lngLat && ids.includes(id) ? [lngLat] : [],
  )
  if (places.length === 0) return null
  const [west, south, east, north] = withMargin(boundsAround(places), COMPARED_MARGIN_KILOMETERS)
  return [
    [west, south],
    [east, north],
  ]
}
