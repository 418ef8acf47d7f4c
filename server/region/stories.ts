// The stories that are told here, those of the base and those people wrote, and what their figures stand on.
import { setImmediate } from 'node:timers/promises'
import { analysisSource } from '#geodata/analysis/stories/analysis-source.ts'
import { answerFigure, groundsOf, type StoryFacts } from '#geodata/analysis/stories/figures.ts'
import { readStory } from '#geodata/analysis/stories/read-story.ts'
import { type FigureAnswer, SceneFigures, type Story } from '#geodata/contract/stories.ts'
import { ProblemError } from '#server/http/problem.ts'
import { targetsOf, tasksOf } from '#server/region/plan-rows.ts'
import type { Region } from '#server/region/region.ts'
import type { Store } from '#server/store/store.ts'

/** The collection that holds what people wrote. */
const OWN = 'own-stories'

type Source = { store: Pick<Store, 'rows' | 'documents'>; region: Region }

/** Those of the base first. */
export async function allStories({ store, region }: Source): Promise<Story[]> {
  const rows = await store.documents.rows(region.id, 'stories')
  const builtIn = rows.map(({ document }) => readStory(JSON.parse(String(document))))
  const { features } = await store.rows.features(region.id, OWN)
  // What cannot be read is told where it is asked for by its name.
  const own = features.flatMap(({ id, properties }) => {
    const story = readOwn(String(id), String(properties.content))
    return story instanceof Error ? [] : [story]
  })
  return [...builtIn, ...own]
}

/** A ProblemError says that there is none of that id (404), or that it cannot be read (422). */
export async function findStory(source: Source, id: string): Promise<Story> {
  const { store, region } = source
  const row = await store.rows.find(region.id, OWN, id)
  if (row) {
    const story = readOwn(id, String(row.feature.properties.content))
    if (story instanceof Error) throw story
    return story
  }
  const stories = await allStories(source)
  const story = stories.find((one) => one.id === id)
  if (story) return story
  throw noStory(id, stories)
}

/** What figures stand on and no region holds. */
export type StoryRows = Pick<StoryFacts, 'links' | 'targets' | 'tasks'>

export async function storyRows({ store, region }: Source): Promise<StoryRows> {
  const [links, targets, tasks] = await Promise.all([
    store.rows.features(region.id, 'links'),
    targetsOf(store, region.id),
    tasksOf(store, region.id),
  ])
  return { links: links.features as unknown as StoryFacts['links'], targets, tasks }
}

type About = [region: Region, story: Pick<Story, 'scenes'>, facts: StoryFacts]

/** Per scene, one answer per figure in its order. */
export function figuresOf(...about: About): SceneFigures[] {
  const work = workedOut(...about)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** The same; others are answered after every figure. */
export async function figuresMeanwhile(...about: About): Promise<SceneFigures[]> {
  const work = workedOut(...about)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    await setImmediate()
  }
}

/** Rests after every figure. */
function* workedOut(...[region, { scenes }, facts]: About): Generator<void, SceneFigures[]> {
  const grounds = groundsOf(region)
  const items: SceneFigures[] = []
  for (const scene of scenes) {
    const figures: FigureAnswer[] = []
    for (const figure of scene.figures) {
      figures.push(answerFigure(facts, grounds, figure))
      yield
    }
    const source = analysisSource(scene, grounds)
    items.push(SceneFigures.parse({ sceneId: scene.id, figures, analysisSource: source }))
  }
  return items
}

/** A story of one's own, under the id of its row; an error where this server cannot read it. */
function readOwn(id: string, content: string): Story | ProblemError {
  try {
    return { ...readStory(JSON.parse(content)), id }
  } catch (error) {
    if (error instanceof ProblemError) return error
    return new ProblemError(
      422,
      `Story “${id}” is damaged and cannot be read: take its last change back in the history.`,
      `编号为“${id}”的讲解已损坏，无法读取：请在变更记录中撤销其最近一次修改。`,
    )
  }
}

function noStory(id: string, stories: readonly Story[]): ProblemError {
  const known = stories.map((one) => one.id)
  return new ProblemError(
    404,
    `There is no story “${id}”; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ') || 'none'}.`,
    `没有编号为“${id}”的讲解；现有 ${known.join('、') || '无'}。`,
  )
}
