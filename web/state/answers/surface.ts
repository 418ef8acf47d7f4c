// How does every place of the city score: what was answered, and the scores under the weights of the view?
import { computed, signal } from '@preact/signals'
import { cellScores } from '#geodata/analysis/surface/score.ts'
import { inSight } from '#web/api/asked.ts'
import { executeAsJob } from '#web/api/jobs.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import type { SitingAsked } from '#web/state/answers/siting.ts'
import { view } from '#web/state/view/store.ts'

type SurfaceAsked = { siting: SitingAsked; resolution: number; rangeDraws: number }

export const surfaceQuestion = newestOnly((inputs: SurfaceAsked, signal, onProgress) =>
  executeAsJob('surface', inputs, signal, (percent) => onProgress({ done: percent, total: 100 })),
)
export const surface = surfaceQuestion.asked

/** Where cells are this fine, the map is this near. */
const RESOLUTIONS = [
  { fromZoom: 0, resolution: 5 },
  { fromZoom: 6.2, resolution: 6 },
  { fromZoom: 8, resolution: 7 },
  { fromZoom: 10.5, resolution: 8 },
] as const

/** The zoom at which the map rests. */
export const restingZoom = signal(7)
export const surfaceResolution = computed(
  () => RESOLUTIONS.findLast(({ fromZoom }) => restingZoom.value >= fromZoom)?.resolution ?? 7,
)

/** The answer in sight with its scores: a moved weight sends no request. */
export const scoredSurface = computed(() => {
  const result = inSight(surface.value)
  return result && { result, scores: cellScores(result, view.value.weights) }
})

/** Upper ends of the classes of score; a score of 100 is in the last. */
export const SCORE_CLASSES = [20, 35, 50, 65, 100] as const

export function classOf(score: number): number {
  const found = SCORE_CLASSES.findIndex((end) => score < end)
  return found < 0 ? SCORE_CLASSES.length - 1 : found
}
