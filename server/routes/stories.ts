// Stories for the presenter, and the figures their scenes call, worked out when asked.
import { setImmediate } from 'node:timers/promises'
import { Hono } from 'hono'
import { firstNetwork } from '#geodata/analysis/answering/known-region.ts'
import { answerFigure, type StoryFacts } from '#geodata/analysis/stories/figures.ts'
import { readStory } from '#geodata/analysis/stories/read-story.ts'
import { referableIn } from '#geodata/analysis/stories/referable.ts'
import { checkScene } from '#geodata/analysis/stories/story-check.ts'
import { SceneCheck, SceneFigures, Story, StoryPreview } from '#geodata/contract/stories.ts'
import type { Deps } from '#server/deps.ts'
import { readJson } from '#server/http/body.ts'
import { answered, json, listOf, ok, type Paths, path, sent } from '#server/http/described.ts'
import { ProblemError } from '#server/http/problem.ts'
import { targetsOf } from '#server/routes/documents.ts'
import { tasksOf } from '#server/routes/records.ts'

/** The collection that holds what people wrote. */
const OWN = 'own-stories'

export function storyRoutes({ store, region }: Deps): Hono {
  const routes = new Hono()
  const builtIn = async (): Promise<Story[]> => {
    const rows = await store.documents.rows(region.id, 'stories')
    return rows.map(({ document }) => readStory(JSON.parse(String(document))))
  }
  /** What cannot be read is told where it is asked for by its name. */
  const ownOnes = async (): Promise<Story[]> => {
    const { features } = await store.rows.features(region.id, OWN)
    return features.flatMap(({ id, properties }) => {
      const story = readOwn(String(id), String(properties.content))
      return story instanceof Error ? [] : [story]
    })
  }
  const all = async (): Promise<Story[]> => [...(await builtIn()), ...(await ownOnes())]
  const factsNow = async (): Promise<StoryFacts> => ({
    ...region.facts,
    links: (await store.rows.features(region.id, 'links'))
      .features as unknown as StoryFacts['links'],
    targets: await targetsOf(store, region.id),
    tasks: await tasksOf(store, region.id),
  })
  const find = async (id: string): Promise<Story> => {
    const row = await store.rows.find(region.id, OWN, id)
    if (row) {
      const story = readOwn(id, String(row.feature.properties.content))
      if (story instanceof Error) throw story
      return story
    }
    const stories = await all()
    const story = stories.find((one) => one.id === id)
    if (story) return story
    throw noStory(id, stories)
  }
  /** Others are answered between two scenes. */
  const figuresIn = async ({ scenes }: Story, facts: StoryFacts): Promise<SceneFigures[]> => {
    const { ground } = firstNetwork(region)
    const items: SceneFigures[] = []
    for (const { id, figures } of scenes) {
      const told = figures.map((figure) => answerFigure(facts, ground, figure))
      items.push(SceneFigures.parse({ sceneId: id, figures: told }))
      await setImmediate()
    }
    return items
  }
  const checksOf = ({ scenes }: Story, figures: SceneFigures[], facts: StoryFacts) => {
    const known = referableIn(facts)
    return scenes.map((scene, index) => checkScene(scene, figures[index]?.figures ?? [], known))
  }
  routes.get('/stories', async (c) => c.json({ items: await all() }))
  routes.post('/stories/preview', async (c) => {
    const story = readStory(await readJson(c))
    const facts = await factsNow()
    const figures = await figuresIn(story, facts)
    return c.json({ story, figures, checks: checksOf(story, figures, facts) })
  })
  routes.get('/stories/:id', async (c) => c.json(await find(c.req.param('id'))))
  routes.get('/stories/:id/figures', async (c) => {
    const story = await find(c.req.param('id'))
    return c.json({ items: await figuresIn(story, await factsNow()) })
  })
  routes.get('/stories/:id/check', async (c) => {
    const story = await find(c.req.param('id'))
    const facts = await factsNow()
    return c.json({ items: checksOf(story, await figuresIn(story, facts), facts) })
  })
  return routes
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
    `没有“${id}”这个故事；现有 ${known.join('、') || '无'}。`,
  )
}

export const storyPaths = (): Paths => ({
  '/stories': {
    get: { summary: 'Stories for presenting', responses: ok(json(listOf(answered(Story)))) },
  },
  '/stories/{storyId}': {
    get: {
      summary: 'One story',
      parameters: [path('storyId')],
      responses: ok(json(answered(Story))),
    },
  },
  '/stories/{storyId}/figures': {
    get: {
      summary: 'The live figures of a story, per scene, worked out now',
      parameters: [path('storyId')],
      responses: ok(json(listOf(answered(SceneFigures)))),
    },
  },
  '/stories/{storyId}/check': {
    get: {
      summary: 'What of each scene no longer holds: claims, and names that stand for nothing',
      parameters: [path('storyId')],
      responses: ok(json(listOf(answered(SceneCheck)))),
    },
  },
  '/stories/preview': {
    post: {
      summary: 'A story that is not kept: read, with its figures worked out and its claims checked',
      requestBody: { required: true, content: json(sent(Story)) },
      responses: ok(json(answered(StoryPreview))),
    },
  },
})
