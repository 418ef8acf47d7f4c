// Which places does a scene rank on its map? Those of its first ranking: two orders of the same places cannot both be read there.
import type { Answers } from '#geodata/analysis/stories/scene-told.ts'
import type { RankedRow, Scene } from '#geodata/contract/stories.ts'

export type SceneRanking = {
  /** The best first. */
  rows: readonly RankedRow[]
  /** Nobody can tell who is the first. */
  isTied: boolean
}

export const NO_RANKING: SceneRanking = { rows: [], isTied: false }

/** Without rows where the scene ranks nothing, or nothing could be ranked. */
export function rankedInScene({ figures }: Pick<Scene, 'figures'>, answers: Answers): SceneRanking {
  const answer = answers[figures.findIndex(({ kind }) => kind === 'ranking')]
  if (!answer?.rows) return NO_RANKING
  return { rows: answer.rows, isTied: answer.value === null && answer.said !== null }
}
