// What a scene of a story shows, as features that any GIS opens.
import { Hono } from 'hono'
import type { Analysed } from '#geodata/analysis/stories/analysis-features.ts'
import {
  DRAWN_COLLECTIONS,
  type DrawnRows,
  keptBy,
  notListedOf,
  shownFeatures,
} from '#geodata/analysis/stories/scene-features.ts'
import { analysisAsked } from '#geodata/analysis/stories/scene-question.ts'
import type { Dataset } from '#geodata/contract/documents.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { SceneFeatures } from '#geodata/contract/scene-features.ts'
import type { MapScene, SceneCheck, SceneFigures, Story } from '#geodata/contract/stories.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import type { AskApi, Deps } from '#server/deps.ts'
import { answered, ok, type Paths, path } from '#server/http/described.ts'
import { ProblemError } from '#server/http/problem.ts'

export function sceneFeatureRoutes({ store, region }: Deps, ask: AskApi): Hono {
  const routes = new Hono()
  const rowsNow = async (): Promise<DrawnRows> => {
    const lists = DRAWN_COLLECTIONS.map(async (collection) => {
      const { features } = await store.rows.features(region.id, collection)
      return [collection, features]
    })
    return Object.fromEntries(await Promise.all(lists))
  }
  routes.get('/stories/:id/scenes/:sceneId/geojson', async (c) => {
    const { id, sceneId } = c.req.param()
    const address = `/stories/${encodeURIComponent(id)}`
    const story: Story = await (await ask(address)).json()
    const scene = mapSceneOf(story, sceneId)
    const checks: { items: SceneCheck[] } = await (await ask(`${address}/check`)).json()
    const told: { items: SceneFigures[] } = await (await ask(`${address}/figures`)).json()
    const figures = told.items.find((one) => one.sceneId === sceneId)?.figures ?? []
    const dataset: Dataset = await (await ask('/dataset')).json()
    const { analysed, problem } = await analysisOf(scene, ask, region.facts.parks)
    const { filters, year } = keptBy(scene)
    const answer: SceneFeatures = {
      type: 'FeatureCollection',
      features: shownFeatures(scene, await rowsNow(), analysed, figures),
      title: scene.title,
      storyId: story.id,
      sceneId,
      timeStamp: new Date().toISOString(),
      shows: {
        bounds: scene.bounds,
        layers: scene.layers,
        filters: filters as Record<string, string[]>,
        year,
        selection: scene.selection ?? null,
        analysis: scene.analysis ?? null,
        notListed: notListedOf(scene),
      },
      missing: checks.items.find((check) => check.sceneId === sceneId)?.missing ?? [],
      analysisProblem: problem,
      basis: analysed?.result.basis ?? null,
      attribution: dataset.attribution,
      boundaryNote: dataset.boundaryNote,
      mapApprovalNumber: dataset.mapApprovalNumber,
    }
    return c.body(JSON.stringify(SceneFeatures.parse(answer)), 200, {
      'Content-Type': EXPORT_FORMATS.geojson.mediaType,
      'Content-Disposition': `attachment; filename="${plain(story.id)}-${plain(sceneId)}.geojson"`,
    })
  })
  return routes
}

/** What names of files may hold on every system. */
const plain = (id: string) => id.replaceAll(/[^A-Za-z0-9._-]+/g, '-')

/** A ProblemError says which scenes there are, and which of them have a map. */
function mapSceneOf({ id, scenes }: Story, sceneId: string): MapScene {
  const scene = scenes.find((one) => one.id === sceneId)
  if (scene?.kind === 'map') return scene
  const withMaps = scenes.filter(({ kind }) => kind === 'map').map((one) => one.id)
  const [en, zh] = scene
    ? [`Scene “${sceneId}” has words alone, no map`, `“${sceneId}”一屏只有文字，没有地图`]
    : [`Story “${id}” has no scene “${sceneId}”`, `讲解“${id}”没有“${sceneId}”这一屏`]
  throw new ProblemError(
    404,
    `${en}; scenes with a map are ${withMaps.join(', ') || 'none'}.`,
    `${zh}；有地图的各屏：${withMaps.join('、') || '无'}。`,
  )
}

/** As many as tell the ends of a range to a point or two. */
const RANGE_DRAWS = 200

/** Where nothing can be worked out the other features are shown, and why. */
async function analysisOf(
  scene: MapScene,
  ask: AskApi,
  parks: Parameters<typeof analysisAsked>[1],
): Promise<{ analysed: Analysed | null; problem: Problem | null }> {
  const asked = analysisAsked(scene, parks, RANGE_DRAWS)
  if (!asked) return { analysed: null, problem: null }
  const { process, inputs } = asked
  try {
    const response = await ask(`/processes/${process}/execution`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ inputs }),
    })
    return { analysed: { process, result: await response.json() } as Analysed, problem: null }
  } catch (error) {
    if (error instanceof ProblemError) return { analysed: null, problem: error.problem }
    throw error
  }
}

export const sceneFeaturePaths = (): Paths => ({
  '/stories/{storyId}/scenes/{sceneId}/geojson': {
    get: {
      summary:
        'The features a scene shows: its layers, filters, year, analysis and ranking (RFC 7946)',
      parameters: [path('storyId'), path('sceneId')],
      responses: ok({ 'application/geo+json': { schema: answered(SceneFeatures) } }),
    },
  },
})
