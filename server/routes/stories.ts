// Stories for the presenter, and the figures their scenes call, worked out when asked.
import { setImmediate } from 'node:timers/promises'
import { Hono } from 'hono'
import { firstNetwork } from '#geodata/analysis/answering/known-region.ts'
import { answerFigure, type StoryFacts } from '#geodata/analysis/stories/figures.ts'
import { SceneFigures, Story } from '#geodata/contract/stories.ts'
import type { Deps } from '#server/deps.ts'
import { answered, json, listOf, ok, type Paths, path } from '#server/http/described.ts'
import { ProblemError } from '#server/http/problem.ts'
import { targetsOf } from '#server/routes/documents.ts'

export function storyRoutes({ store, region }: Deps): Hono {
  const routes = new Hono()
  const all = async (): Promise<Story[]> => {
    const rows = await store.documents.rows(region.id, 'stories')
    return rows.map(({ id, document }) => storyOf(String(id), document))
  }
  const factsNow = async (): Promise<StoryFacts> => ({
    ...region.facts,
    links: (await store.rows.features(region.id, 'links'))
      .features as unknown as StoryFacts['links'],
    targets: await targetsOf(store, region.id),
  })
  const find = async (id: string): Promise<Story> => {
    const stories = await all()
    const story = stories.find((one) => one.id === id)
    if (story) return story
    const known = stories.map((one) => one.id)
    throw new ProblemError(
      404,
      `There is no story “${id}”; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ') || 'none'}.`,
      `没有“${id}”这个故事；现有 ${known.join('、') || '无'}。`,
    )
  }
  routes.get('/stories', async (c) => c.json({ items: await all() }))
  routes.get('/stories/:id', async (c) => c.json(await find(c.req.param('id'))))
  routes.get('/stories/:id/figures', async (c) => {
    const ground = firstNetwork(region).ground
    const facts = await factsNow()
    const items: SceneFigures[] = []
    for (const { id, figures } of (await find(c.req.param('id'))).scenes) {
      const told = figures.map((figure) => answerFigure(facts, ground, figure))
      items.push(SceneFigures.parse({ sceneId: id, figures: told }))
      // Others are answered between two scenes.
      await setImmediate()
    }
    return c.json({ items })
  })
  return routes
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
})

function storyOf(id: string, document: unknown): Story {
  const parsed = Story.safeParse(JSON.parse(String(document)))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(
    ({ path, message }) => `#${path.map((part) => `/${String(part)}`).join('')}: ${message}`,
  )
  throw new Error(`Story ${id} in the database is not a story: ${problems.join('; ')}`)
}
