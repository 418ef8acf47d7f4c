// Stories for the presenter, and the figures their scenes call, worked out when asked.
import { Hono } from 'hono'
import type { StoryFacts } from '#geodata/analysis/stories/figures.ts'
import { readStory } from '#geodata/analysis/stories/read-story.ts'
import { referableIn } from '#geodata/analysis/stories/referable.ts'
import { checkScene } from '#geodata/analysis/stories/story-check.ts'
import { SceneCheck, SceneFigures, Story, StoryPreview } from '#geodata/contract/stories.ts'
import type { Deps } from '#server/deps.ts'
import { readJson } from '#server/http/body.ts'
import { answered, json, listOf, ok, type Paths, path, sent } from '#server/http/described.ts'
import { allStories, figuresMeanwhile, findStory, storyRows } from '#server/region/stories.ts'
import { filesKept } from '#server/region/story-files.ts'

export function storyRoutes(deps: Deps): Hono {
  const { region } = deps
  const routes = new Hono()
  const factsNow = async (): Promise<StoryFacts> => ({
    ...region.facts,
    ...(await storyRows(deps)),
  })
  const checksOf = async (story: Story, figures: SceneFigures[], facts: StoryFacts) => {
    const known = referableIn(facts, await filesKept(deps, story))
    return story.scenes.map((scene, index) =>
      checkScene(scene, figures[index]?.figures ?? [], known),
    )
  }
  routes.get('/stories', async (c) => c.json({ items: await allStories(deps) }))
  routes.post('/stories/preview', async (c) => {
    const story = readStory(await readJson(c))
    const facts = await factsNow()
    const figures = await figuresMeanwhile(region, story, facts)
    return c.json({ story, figures, checks: await checksOf(story, figures, facts) })
  })
  routes.get('/stories/:id', async (c) => c.json(await findStory(deps, c.req.param('id'))))
  routes.get('/stories/:id/figures', async (c) => {
    const story = await findStory(deps, c.req.param('id'))
    return c.json({ items: await figuresMeanwhile(region, story, await factsNow()) })
  })
  routes.get('/stories/:id/check', async (c) => {
    const story = await findStory(deps, c.req.param('id'))
    const facts = await factsNow()
    const figures = await figuresMeanwhile(region, story, facts)
    return c.json({ items: await checksOf(story, figures, facts) })
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
