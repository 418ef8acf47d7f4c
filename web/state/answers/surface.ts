// How does every place of the city score: what was answered, and the scores under the weights of the view?
//
// The central scores are asked for first, so that the map is coloured soon; the ranges of all cells take longer and
// come after, for the weights in force.
import { computed, signal } from '@preact/signals'
import { cellScores, parkScore } from '#geodata/analysis/surface/score.ts'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { inSight } from '#web/api/asked.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { type SitingAsked, sitingInputs } from '#web/state/answers/siting.ts'
import { workOut } from '#web/state/answers/worked-out.ts'
import { edits } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'

/** `key`: by which an answer is known to be of this question. */
type SurfaceAsked = { key: string; siting: SitingAsked; resolution: number; rangeDraws: number }

/** As few as tell the ends of a range to a point or two. */
const RANGE_DRAWS = 200

const surfaceOf = ({ key: _, ...inputs }: SurfaceAsked, signal: AbortSignal, told: Told) =>
  workOut('surface', inputs, signal, (percent) => told({ done: percent, total: 100 }))
type Told = (progress: { done: number; total: number }) => void

export const surfaceQuestion = newestOnly(surfaceOf)
export const surface = surfaceQuestion.asked

export const rangesQuestion = newestOnly(async (asked: SurfaceAsked, signal, told) => ({
  key: asked.key,
  result: await surfaceOf(asked, signal, told),
}))

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

/** What the view asks of every place; null while nothing is to be made. The page weighs: no weights. */
export const surfaceAsked = computed(() => askedOf(view.value, 0))
/** The same with the weights in force, which the ranges stand on. */
export const rangesAsked = computed(() => askedOf(view.value, RANGE_DRAWS))

/** Areas and pins belong to the ranking: every place is measured here. */
function askedOf(of: View, rangeDraws: number): SurfaceAsked | null {
  const inputs = sitingInputs(of)
  if (!inputs) return null
  const { area: _, pins: __, siteIds: ___, weights, ...question } = inputs
  const siting = rangeDraws > 0 && weights ? { ...question, weights } : question
  const resolution = surfaceResolution.value
  const key = JSON.stringify([siting, resolution, edits.value])
  return { key, siting, resolution, rangeDraws }
}

export type ScoredSurface = {
  result: SurfaceResult
  /** NaN: unknown. */
  scores: Float32Array
  /** Of every cell under the weights in force; null while they are drawn. */
  likely: SurfaceResult['scoreLikely']
  /** The parks by the same criteria alone, the best first; without a range while it is drawn. */
  parks: ParkScored[]
}
export type ParkScored = {
  nameZh: string
  nameEn: string
  score: number
  likely: readonly [number, number] | null
}

/** The answer in sight with its scores: a moved weight sends no request for them. */
export const scoredSurface = computed<ScoredSurface | null>(() => {
  const result = inSight(surface.value)
  if (!result) return null
  const { weights } = view.value
  const ranged = inSight(rangesQuestion.asked.value)
  const isInForce = ranged?.key === rangesAsked.value?.key
  const drawn = isInForce && ranged?.result.resolution === result.resolution ? ranged.result : null
  const rangeOf = new Map(drawn?.parks.map(({ id, scoreLikely }) => [id, scoreLikely]))
  return {
    result,
    scores: cellScores(result, weights),
    likely: drawn?.scoreLikely ?? null,
    parks: result.parks
      .map((park) => ({
        nameZh: park.nameZh,
        nameEn: park.nameEn,
        score: parkScore(result, park, weights),
        likely: rangeOf.get(park.id) ?? null,
      }))
      .sort((a, b) => b.score - a.score),
  }
})
