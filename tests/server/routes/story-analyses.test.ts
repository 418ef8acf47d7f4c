// Surfaces and closed roads of scenes: asked of the processes, drawn, listed and given away as these answer.
import { cellToLatLng } from 'h3-js'
import { expect, it } from 'vitest'
import type { Problem } from '#geodata/contract/problem.ts'
import { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { SceneFeatures } from '#geodata/contract/scene-features.ts'
import type { MapScene, StoryPreview } from '#geodata/contract/stories.ts'
import { drawContent } from '#server/maps/draw.ts'
import { gatherGround } from '#server/maps/ground.ts'
import { sceneMap } from '#server/maps/views/scene.ts'
import { loadRegion } from '#server/region/region.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'

const built = builtApp()
const SLOW = 60_000
const words = { zh: '一', en: 'one' }
const storyOf = (...analyses: object[]) => ({
  formatVersion: 2,
  id: 's',
  title: words,
  summary: words,
  scenes: analyses.map((analysis, index) => ({
    kind: 'map',
    id: `scene-${index}`,
    title: words,
    text: words,
    bounds: [
      [105, 28],
      [111, 33],
    ],
    layers: ['districts'],
    analysis,
  })),
})
const SURFACE = { kind: 'surface', question: { productId: 'battery-tray' }, resolution: 5 }
const CLOSED = { kind: 'disruption', question: { withinMinutes: 60 }, stretches: 3 }

async function preview(...analyses: object[]) {
  const answer = await built.app.request(
    '/api/stories/preview',
    sending('POST', storyOf(...analyses)),
  )
  return { status: answer.status, body: (await answer.json()) as StoryPreview & Problem }
}

async function executed(id: string, inputs: object): Promise<unknown> {
  const path = `/api/processes/${id}/execution`
  return (await built.app.request(path, sending('POST', { inputs }))).json()
}

async function shownBy(analysis: object): Promise<SceneFeatures> {
  const content = JSON.stringify(storyOf(analysis))
  const properties = { title: '测试', content, source: 'test', confidence: 'low' }
  const row = { type: 'Feature', geometry: null, properties }
  const kept = await built.app.request('/api/collections/own-stories/items', changing('POST', row))
  const { id } = (await kept.json()) as { id: string }
  const response = await built.app.request(`/api/stories/${id}/scenes/scene-0/geojson`)
  return SceneFeatures.parse(await response.json())
}

it('are kept as they were asked, and what is left out takes its default', async () => {
  const { resolution: _, ...surface } = SURFACE
  const { stretches: __, ...closed } = CLOSED
  const { status, body } = await preview(surface, closed)
  expect(status).toBe(200)
  const analyses = body.story.scenes.map((scene) => (scene as MapScene).analysis)
  expect(analyses).toEqual([
    { ...surface, resolution: 7 },
    { ...closed, stretches: 8 },
  ])
  expect(body.checks.flatMap(({ missing }) => missing)).toEqual([])
})

it('break their own scene alone where a product, a park or a firm is gone, and say which', async () => {
  const { body } = await preview(
    { ...SURFACE, question: { productId: 'gone', parkIds: ['CQ-GONE'] } },
    { ...CLOSED, question: { parkId: 'CQ-LOST', plantIds: ['C-LOST'] } },
    SURFACE,
  )
  const told = body.checks.map(({ missing }) => missing.map(({ pointer, came }) => [pointer, came]))
  expect(told).toEqual([
    [
      ['/analysis/question/productId', 'gone'],
      ['/analysis/question/parkIds', 'CQ-GONE'],
    ],
    [
      ['/analysis/question/parkId', 'CQ-LOST'],
      ['/analysis/question/plantIds', 'C-LOST'],
    ],
    [],
  ])
})

it('are refused where they ask for roads of their own or more than can be shown, each at its place', async () => {
  const { status, body } = await preview(
    { ...SURFACE, resolution: 9, question: { productId: 'battery-tray', network: 'streets' } },
    { ...CLOSED, stretches: 13, question: { withinMinutes: -1, classes: 'main' } },
  )
  expect(status).toBe(422)
  const at = (scene: number, part: string) => `/scenes/${scene}/analysis/${part}`
  expect(body.errors?.map(({ pointer }) => pointer).sort()).toEqual([
    at(0, 'question/network'),
    at(0, 'resolution'),
    at(1, 'question/classes'),
    at(1, 'question/withinMinutes'),
    at(1, 'stretches'),
  ])
  const refused = body.errors?.find(({ pointer }) => pointer.endsWith('/network'))
  expect(refused?.detail).toContain('A surface of a story takes no network')
  expect(refused?.detailZh).toContain('讲解中的全域得分按讲解所用路网计算')
})

it(
  'list every cell in sight with the score and range of the process',
  async () => {
    const shown = await shownBy(SURFACE)
    const inputs = { siting: SURFACE.question, resolution: 5, rangeDraws: 200 }
    const { cells, scores, scoreLikely, basis } = SurfaceResult.parse(
      await executed('surface', inputs),
    )
    const listed = shown.features.filter(({ properties }) => properties.layer === 'surface')
    expect(listed.map(({ properties }) => properties.id)).toEqual(cells)
    for (const [index, { properties }] of listed.entries()) {
      const [low = null, high = null] = scoreLikely?.[index] ?? []
      expect(properties).toMatchObject({
        score: scores[index],
        scoreLow: low,
        scoreHigh: high,
        precision: 'computed',
      })
      expect(properties.source).toContain(basis.network.hash)
    }
    expect(shown.basis).toEqual(basis)
    expect(shown.analysisProblem).toBeNull()
  },
  SLOW,
)

it('list the stretches of the process in its order', async () => {
  const shown = await shownBy(CLOSED)
  const { links } = DisruptionResult.parse(
    await executed('disruption', { withinMinutes: 60, count: 3, network: 'skeleton' }),
  )
  const listed = shown.features.filter(({ properties }) => properties.layer === 'stretches')
  expect(listed.map(({ geometry, properties }) => [properties.rank, geometry.coordinates])).toEqual(
    links.map(({ line }, index) => [index + 1, line]),
  )
  expect(listed.map(({ properties }) => properties.lostProductMinutes)).toEqual(
    links.map(({ lostProductMinutes }) => lostProductMinutes),
  )
})

it('say why nothing is worked out, and show the rest', async () => {
  const shown = await shownBy({ ...SURFACE, question: { productId: 'gone' } })
  expect(shown.analysisProblem?.detail).toContain('gone')
  expect(shown.missing.map(({ came }) => came)).toEqual(['gone'])
  const layers = new Set(shown.features.map(({ properties }) => properties.layer))
  expect([...layers]).toEqual(['districts'])
})

it(
  'are drawn on paper: ground by its class with a legend, stretches under their numbers',
  async () => {
    const region = await loadRegion(built.store)
    const gathered = await gatherGround({ store: built.store, region, mapApprovalNumber: null })
    const world = { region, gathered, links: [], language: 'en' as const }
    const svgOf = async (analysis: object) => {
      const { body } = await preview(analysis)
      const content = sceneMap(world, body.story.scenes[0] as MapScene, 'test', [])
      const look = { language: 'en', theme: 'print', width: 511, height: 430, credits: false }
      return content && drawContent(region, gathered, content, look as never)
    }
    const { cells, scores } = SurfaceResult.parse(
      await executed('surface', { siting: SURFACE.question, resolution: 5, rangeDraws: 0 }),
    )
    const known = scores.filter((score) => score !== null)
    const classes = [0, 20, 35, 50, 65].flatMap((from, index, all) =>
      known.some((score) => score >= from && score < (all[index + 1] ?? 101)) ? [index + 1] : [],
    )
    expect(cellToLatLng(cells[0] ?? '')[0]).toBeGreaterThan(27)
    const surface = await svgOf(SURFACE)
    const filled = [...(surface?.matchAll(/class="score class-(\d)"/g) ?? [])]
    expect(filled.map(([, one]) => Number(one))).toEqual(classes)
    expect(surface).toContain('65–100')
    expect(surface).toContain('Sites for')
    const closed = await svgOf(CLOSED)
    expect(closed?.match(/<path class="stretch"/g)).toHaveLength(3)
    expect(closed?.match(/<g class="stretch" transform/g)).toHaveLength(3)
    expect(closed).toContain('Numbers: stretches whose closing costs most')
  },
  SLOW,
)
