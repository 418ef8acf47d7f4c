// Which scene of a story is on, and what does it show?
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FigureAnswer, MapScene, Scene, Story } from '#geodata/contract/stories.ts'
import { decodeView, type View } from '#web/state/view/view.ts'
import type { SceneAnswer } from '#web/workspaces/present/scene-answer.ts'

/** Everything the scenes of a story show, fetched before the first one is drawn. */
export type Prepared = {
  story: Story
  /** Per scene id, one slot per figure. */
  figures: ReadonlyMap<string, FigureAnswer[]>
  /** Per scene id, what its analysis stands on. */
  sources: ReadonlyMap<string, Bilingual | null>
  /** Per id of a scene that has an analysis. */
  answers: ReadonlyMap<string, SceneAnswer>
}

/** The scene of a story that the view names, always one that exists. */
export function sceneAt(story: Story, wanted: number): { scene: Scene; index: number } | null {
  const index = Math.min(Math.max(0, Math.floor(wanted)), story.scenes.length - 1)
  const scene = story.scenes[index]
  return scene ? { scene, index } : null
}

/**
 * What a view names that none of the stories has; null: nothing, or there is no story at all. It is asked of the view as
 * it is now, which may have been led on since the page was drawn.
 */
export function unknownIn(
  stories: readonly Story[],
  storyId: string | null,
  scene: number,
): 'story' | 'scene' | null {
  const story = storyId === null ? stories[0] : stories.find(({ id }) => id === storyId)
  if (!story) return stories.length > 0 ? 'story' : null
  return sceneAt(story, scene)?.index === scene ? null : 'scene'
}

/** The scene on whose map the scene at `index` stands: itself, else the next that has one, else the last before it. */
export function groundOf({ scenes }: Story, index: number): MapScene | null {
  const isMap = (scene: Scene): scene is MapScene => scene.kind === 'map'
  return scenes.slice(index).find(isMap) ?? scenes.slice(0, index).findLast(isMap) ?? null
}

/** The ground of the scene after the one at `index`; null: it is the last. */
export function groundAfter(story: Story, index: number): MapScene | null {
  return index + 1 < story.scenes.length ? groundOf(story, index + 1) : null
}

/** What an address says of a scene: all that is seen but where one is, who reads, and the story itself. */
export function sceneView(address = ''): Partial<View> {
  const {
    workspace,
    language,
    camera,
    storyId,
    scene,
    onStage,
    presenterOf,
    followId,
    comparisonId,
    isEmbedded,
    ...rest
  } = decodeView(address)
  const { theme, base, ...seen } = rest
  // Whoever reads chooses these, where the scene does not.
  return { ...seen, ...(theme ? { theme } : {}), ...(base ? { base } : {}) }
}

/** The layers a scene leaves out, to be hidden while it is on. */
export function sceneLayers<Layer extends string>(all: readonly Layer[], scene: MapScene): Layer[] {
  return all.filter((layer) => !(scene.layers as readonly string[]).includes(layer))
}
