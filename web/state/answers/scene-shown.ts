// What the answers of the scene that is on add to its map, beside its rings.
import { signal } from '@preact/signals'
import { NO_RANKING, type SceneRanking } from '#geodata/analysis/stories/ranked-in-scene.ts'

export type SceneShown = {
  /** The best of the scene's ranking, each under its number. */
  ranking: SceneRanking
}

export const NOTHING_SHOWN: SceneShown = { ranking: NO_RANKING }

/** Of the scene on the map; nothing outside a story. */
export const sceneShown = signal(NOTHING_SHOWN)
