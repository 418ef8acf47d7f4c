// What the answers of the scene that is on add to its map, beside its rings.
import { signal } from '@preact/signals'
import { NO_RANKING, type SceneRanking } from '#geodata/analysis/stories/ranked-in-scene.ts'
import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import type { ClassArea } from '#geodata/model/score-classes.ts'

export type SceneShown = {
  /** The best of the scene's ranking, each under its number, or the compared under their letters. */
  ranking: SceneRanking
  /** The ground by its score. */
  areas: readonly ClassArea[]
  /** Stretches of road, the one first whose closing costs most. */
  stretches: DisruptionResult['links']
}

export const NOTHING_SHOWN: SceneShown = { ranking: NO_RANKING, areas: [], stretches: [] }

/** Of the scene on the map; nothing outside a story. */
export const sceneShown = signal(NOTHING_SHOWN)
