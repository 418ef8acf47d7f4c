// Which places does a scene mark on its map? Those of its first ranking, else those that its first comparison sets side by
// side: two orders of the same places cannot both be read there.
import type { Answers } from '#geodata/analysis/stories/scene-told.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { RankedRow, Scene } from '#geodata/contract/stories.ts'
import { letterOf } from '#geodata/model/column-letter.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

export type LetteredPlace = {
  id: string
  name: Bilingual
  lngLat: LngLat
  /** Of its column, from 0. */
  index: number
  letter: string
}

export type SceneRanking = {
  /** The best first. */
  rows: readonly RankedRow[]
  /** Nobody can tell who is the first. */
  isTied: boolean
  /** In the order of their columns; none where the scene ranks places. */
  compared: readonly LetteredPlace[]
}

export const NO_RANKING: SceneRanking = { rows: [], isTied: false, compared: [] }

/** Without places where the scene neither ranks nor compares any, or nothing could be worked out. */
export function rankedInScene({ figures }: Pick<Scene, 'figures'>, answers: Answers): SceneRanking {
  const answerOf = (wanted: string) => answers[figures.findIndex(({ kind }) => kind === wanted)]
  const answer = answerOf('ranking')
  if (answer?.rows) {
    const isTied = answer.value === null && answer.said !== null
    return { rows: answer.rows, isTied, compared: [] }
  }
  const table = answerOf('comparison')?.table
  const compared = (table?.places ?? []).flatMap(({ id, lngLat }, index) => {
    const name = table?.columns[index]
    return lngLat && name ? [{ id, name, lngLat, index, letter: letterOf(index) }] : []
  })
  return { ...NO_RANKING, compared }
}

/** The ids of what stands under a number or a letter. */
export function markedIds({ rows, compared }: SceneRanking): ReadonlySet<string> {
  return new Set([...rows, ...compared].map(({ id }) => id))
}
