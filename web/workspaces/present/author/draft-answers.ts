// What has been worked out of the draft: the figures of a scene, and what of it does not hold.
import type { FigureAnswer, Scene, SceneCheck } from '#geodata/contract/stories.ts'
import { inSight } from '#web/api/asked.ts'
import { preview } from '#web/state/story/draft.ts'

/** One slot per figure of the scene as it is written now; undefined: not worked out yet. */
export function draftFigures({ id, figures }: Scene): (FigureAnswer | undefined)[] {
  const known = inSight(preview.value)
  const asked = known?.story.scenes.find((scene) => scene.id === id)
  const answers = known?.figures.find(({ sceneId }) => sceneId === id)?.figures ?? []
  return figures.map(
    (figure) => answers[asked?.figures.findIndex((one) => one.id === figure.id) ?? -1],
  )
}

export function draftCheck({ id }: Scene): SceneCheck | undefined {
  return inSight(preview.value)?.checks.find(({ sceneId }) => sceneId === id)
}
