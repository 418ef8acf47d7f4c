// Fetches everything a story will show before its first scene, so that no scene is half loaded.
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { FigureAnswer, Scene, SceneFigures, Story } from '#geodata/contract/stories.ts'
import { ask, execute, problemOf } from '#web/api/client.ts'
import { t } from '#web/messages/index.ts'
import { parks } from '#web/state/region/lists.ts'
import { changeView } from '#web/state/view/store.ts'
import { type Prepared, show } from '#web/workspaces/present/scenes.ts'

let running: AbortController | null = null

/** Prepares the story and turns the show on; `show` says how far, and what failed. */
export async function prepareShow(story: Story): Promise<void> {
  running?.abort()
  const mine = new AbortController()
  running = mine
  const analysed = story.scenes.filter(({ analysis }) => analysis)
  const total = analysed.length + 1
  let done = 0
  show.value = { kind: 'preparing', done, total }
  const step = <T>(result: T): T => {
    done += 1
    if (!mine.signal.aborted) show.value = { kind: 'preparing', done, total }
    return result
  }
  try {
    const [figures, ...rings] = await Promise.all([
      figuresOf(story, mine.signal).then(step),
      ...analysed.map(async (scene) =>
        step([scene.id, await ringsOf(scene, mine.signal)] as const),
      ),
    ])
    await loadLetters(story, figures)
    if (mine.signal.aborted) return
    show.value = { kind: 'on', prepared: { story, figures, rings: new Map(rings) } }
  } catch (error) {
    if (mine.signal.aborted) return
    mine.abort()
    show.value = { kind: 'failed', problem: problemOf(error) }
    changeView({ onStage: false })
  }
}

/** Stops preparing, or leaves the stage. */
export function endShow(): void {
  running?.abort()
  show.value = { kind: 'off' }
  changeView({ onStage: false })
}

/** Loads every letter the stage will write: the family comes in parts, each fetched when first used. */
async function loadLetters(story: Story, figures: Prepared['figures']): Promise<void> {
  const own = (['unknown', 'comma', 'ofTotal', 'doubt', 'inWords', 'source'] as const).map((name) =>
    t(`present.${name}`, { total: 0, unit: '', low: 0, high: 0, value: 0, source: '' }),
  )
  const letters = JSON.stringify([story, ...figures.values(), own, '0123456789'])
  const { fontFamily } = getComputedStyle(document.body)
  // A font that cannot load stops nothing: the next of the family writes.
  await document.fonts.load(`16px ${fontFamily}`, letters).catch(() => {})
  await document.fonts.ready
}

/** Per scene id, an answer per figure in its order. */
export async function figuresOf(
  story: Story,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, FigureAnswer[]>> {
  const path = `/api/stories/${encodeURIComponent(story.id)}/figures`
  const { items } = await ask<{ items: SceneFigures[] }>(path, { signal })
  return new Map(items.map(({ sceneId, figures }) => [sceneId, figures]))
}

/** The rings of the scene's analysis; null where it has none. */
export async function ringsOf(
  { analysis }: Scene,
  signal?: AbortSignal,
): Promise<IsochroneResult | null> {
  const park = parks.value.find(({ properties }) => properties.id === analysis?.parkId)
  const [lng, lat] = park?.geometry.coordinates ?? []
  if (!analysis || lng === undefined || lat === undefined) return null
  const { cutoffMinutes } = analysis
  return execute('isochrone', { origin: [lng, lat], cutoffMinutes }, signal)
}
