// Fetches everything a story will show before its first scene, so that no scene is half loaded.
import type { FigureAnswer, SceneFigures, Story } from '#geodata/contract/stories.ts'
import type { Progress } from '#web/api/asked.ts'
import { ask } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { fileAddress } from '#web/api/story-files.ts'
import { t } from '#web/messages/index.ts'
import { DRAFT_ID, previewOf } from '#web/state/story/draft.ts'
import { followView } from '#web/state/view/store.ts'
import { orRefused, sceneAnswer } from '#web/workspaces/present/scene-answer.ts'
import { keyTitle } from '#web/workspaces/present/scene-key.tsx'
import type { Prepared } from '#web/workspaces/present/scenes.ts'

const showQuestion = newestOnly(prepare)
/** The show: while it is computed it is being prepared, and once answered it is on. */
export const show = showQuestion.asked
/** Prepares the story and turns the show on. */
export const prepareShow = showQuestion.ask

/** Fetches all of a story; when that fails the stage is left. */
async function prepare(
  story: Story,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Prepared> {
  const analysed = story.scenes
    .filter((scene) => scene.kind === 'map')
    .filter(({ analysis }) => analysis)
  const total = analysed.length + 1
  let done = 0
  onProgress({ done, total })
  const step = <T>(result: T): T => {
    done += 1
    onProgress({ done, total })
    return result
  }
  try {
    const [worked, ...answers] = await Promise.all([
      workedOut(story, signal).then(step),
      ...analysed.map(async (scene) => {
        const answer = await sceneAnswer(scene, signal).catch(orRefused)
        return step([scene.id, answer] as const)
      }),
    ])
    const written = [...worked, ...answers.map(([, one]) => one.stretches)]
    await Promise.all([loadLetters(story, written), loadPictures(story)])
    const sources = new Map(worked.map((one) => [one.sceneId, one.analysisSource]))
    return { story, figures: figuresByScene(worked), sources, answers: new Map(answers) }
  } catch (error) {
    if (!signal.aborted) followView({ onStage: false })
    throw error
  }
}

/** Stops preparing, or leaves the stage. */
export function endShow(): void {
  showQuestion.reset()
  // The entry of the stage becomes that of the desk: Back does not lead onto a stage that was left.
  followView({ onStage: false })
}

/** Loads every letter the stage will write: the family comes in parts, each fetched when first used. */
async function loadLetters(story: Story, answers: readonly unknown[]): Promise<void> {
  const own = (
    ['unknown', 'comma', 'ofTotal', 'doubt', 'inWords', 'source', 'surfaceUnknown'] as const
  ).map((name) =>
    t(`present.${name}`, { total: 0, unit: '', low: 0, high: 0, value: 0, source: '' }),
  )
  const letters = JSON.stringify([story, answers, own, story.scenes.map(keyTitle), '0123456789'])
  const { fontFamily } = getComputedStyle(document.body)
  // A font that cannot load stops nothing: the next of the family writes.
  await document.fonts.load(`16px ${fontFamily}`, letters).catch(() => {})
  await document.fonts.ready
}

/** Fetches and unpacks every picture; one that does not come stops nothing: its scene says so. */
async function loadPictures({ scenes }: Story): Promise<void> {
  const ids = new Set(scenes.flatMap(({ picture }) => picture?.fileId ?? []))
  await Promise.allSettled(
    [...ids].map((id) => {
      const image = new Image()
      image.src = fileAddress(id)
      return image.decode()
    }),
  )
}

/** Per scene id, an answer per figure in its order. */
export async function figuresOf(
  story: Story,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, FigureAnswer[]>> {
  return figuresByScene(await workedOut(story, signal))
}

const figuresByScene = (items: readonly SceneFigures[]) =>
  new Map(items.map(({ sceneId, figures }) => [sceneId, figures]))

async function workedOut(story: Story, signal: AbortSignal): Promise<SceneFigures[]> {
  if (story.id === DRAFT_ID) return (await previewOf(story, signal)).figures
  const path = `/api/stories/${encodeURIComponent(story.id)}/figures`
  return (await ask<{ items: SceneFigures[] }>(path, { signal })).items
}
