// A scene as GeoJSON: what it shows and no more, in a form that any GIS opens, and what is broken said.
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { SceneFeatures } from '#geodata/contract/scene-features.ts'
import type { MapScene, Story } from '#geodata/contract/stories.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'
import { sourceText } from '#tests/support/region.ts'

const built = builtApp()

const shownBy = async (storyId: string, sceneId: string) => {
  const response = await built.app.request(`/api/stories/${storyId}/scenes/${sceneId}/geojson`)
  expect(response.status, await response.clone().text()).toBe(200)
  return SceneFeatures.parse(await response.json())
}

/** A story of that one scene, changed, kept as one's own; what the scene shows. */
async function shownOnce(sceneId: string, change: (scene: MapScene) => void) {
  const story = (await (await built.app.request('/api/stories/one-plus-n')).json()) as Story
  const scene = story.scenes.find(({ id }) => id === sceneId) as MapScene
  change(scene)
  const content = JSON.stringify({ ...story, scenes: [{ ...scene, claims: [] }] })
  const properties = { title: '测试', content, source: 'test', confidence: 'low' }
  const row = { type: 'Feature', geometry: null, properties }
  const path = '/api/collections/own-stories/items'
  const response = await built.app.request(path, changing('POST', row))
  expect(response.status, await response.clone().text()).toBe(201)
  return shownBy(((await response.json()) as { id: string }).id, sceneId)
}

type Row = Record<string, string>
const rowsOf = (name: string) =>
  Papa.parse<Row>(sourceText(name), { header: true, skipEmptyLines: true }).data

const REGION: MapScene['bounds'] = [
  [97, 24],
  [115, 36],
]
const inLayer = ({ features }: SceneFeatures, layer: string) =>
  features.filter(({ properties }) => properties.layer === layer)
const idsIn = (shown: SceneFeatures, layer: string) =>
  inLayer(shown, layer)
    .map(({ properties }) => String(properties.id))
    .sort()

type Ring = [number, number][]
/** Twice the area that a ring goes around, by the shoelace formula; more than zero: counter-clockwise. */
const turn = (ring: Ring) =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)

it('is a file of RFC 7946: outer rings counter-clockwise, closed, in degrees, without a reference system', async () => {
  const response = await built.app.request('/api/stories/one-plus-n/scenes/hour/geojson')
  expect(response.headers.get('Content-Type')).toBe('application/geo+json; charset=utf-8')
  expect(response.headers.get('Content-Disposition')).toBe(
    'attachment; filename="one-plus-n-hour.geojson"',
  )
  const shown = (await response.json()) as SceneFeatures
  // RFC 7946 §4 and §7.1: none of these is a member of a FeatureCollection.
  for (const name of ['crs', 'geometry', 'geometries', 'coordinates', 'properties']) {
    expect(shown).not.toHaveProperty(name)
  }
  const ids = shown.features.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const areas = shown.features.filter(({ geometry }) => geometry.type === 'MultiPolygon')
  expect(areas.length).toBeGreaterThan(10)
  for (const { id, geometry } of areas) {
    for (const [outer, ...holes] of geometry.coordinates as Ring[][]) {
      expect(turn(outer ?? []), id).toBeGreaterThan(0)
      for (const hole of holes) expect(turn(hole), id).toBeLessThan(0)
      for (const ring of [outer ?? [], ...holes]) {
        expect(ring.length, id).toBeGreaterThanOrEqual(4)
        expect(ring.at(-1), id).toEqual(ring[0])
      }
    }
  }
  const positions = JSON.stringify(shown.features.map(({ geometry }) => geometry.coordinates))
  const [lngs, lats] = [0, 1].map((axis) =>
    [...positions.matchAll(/\[(-?[\d.e-]+),(-?[\d.e-]+)\]/g)].map((pair) => Number(pair[axis + 1])),
  )
  expect(Math.min(...(lngs ?? []))).toBeGreaterThan(95)
  expect(Math.max(...(lngs ?? []))).toBeLessThan(120)
  expect(Math.max(...(lats ?? []))).toBeLessThan(40)
})

it('holds the rings of its analysis with what they stand on, and marks what it speaks of', async () => {
  const shown = await shownBy('one-plus-n', 'hour')
  const [ring, ...more] = inLayer(shown, 'rings')
  expect(more).toEqual([])
  expect(ring?.properties).toMatchObject({
    cutoffMinutes: 60,
    nameZh: '60 卡车分钟以内',
    nameEn: 'Within 60 truck minutes',
    precision: 'computed',
    date: shown.basis?.network.date,
  })
  const asked = { inputs: { origin: [106.7837, 29.6258], cutoffMinutes: [60] } }
  const direct = await built.app.request('/api/processes/isochrone/execution', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(asked),
  })
  const { features, basis } = (await direct.json()) as {
    features: { properties: object }[]
    basis: object
  }
  expect(ring?.properties).toMatchObject(features[0]?.properties ?? {})
  expect(shown.basis).toEqual(basis)
  const selected = shown.features.filter(({ properties }) => properties.isSelected)
  expect(selected.map(({ id }) => id)).toEqual(['parks/CQ-V02'])
  expect(selected[0]?.geometry).toEqual({ type: 'Point', coordinates: [106.7837, 29.6258] })
})

it('holds the places of its ranking, each with its number and score as the figure has them', async () => {
  const question = { productId: 'battery-tray', parkIds: ['CQ-V01', 'CQ-V02', 'CQ-V03'] }
  const shown = await shownOnce('hour', (scene) => {
    scene.bounds = REGION
    scene.figures = [
      {
        kind: 'ranking',
        id: 'best',
        label: { zh: '排名', en: 'Ranking' },
        place: 'list',
        rows: 2,
        question,
      },
    ]
  })
  const asked = await built.app.request(
    '/api/processes/siting/execution',
    sending('POST', { inputs: question }),
  )
  const { ranking } = (await asked.json()) as SitingResult
  const ranks = inLayer(shown, 'ranks')
  expect(
    ranks.map(({ id, geometry, properties }) => [id, geometry.coordinates, properties.rank]),
  ).toEqual(ranking.slice(0, 2).map(({ id, lngLat, rank }) => [`ranks/${id}`, lngLat, rank]))
  for (const [index, { properties }] of ranks.entries()) {
    const { score, scoreLikely, group } = ranking[index]!
    expect(properties.score).toBeCloseTo(score, 0)
    expect(properties.scoreLow).toBeCloseTo(scoreLikely[0], 0)
    expect(properties.isFirst).toBe(group === 1)
    expect(properties.source).not.toBe('')
  }
})

it('holds the places of its comparison under the letters of their columns, and nothing of it as not listed', async () => {
  const question = { productId: 'battery-tray' }
  const candidateIds = ['CQ-V02', 'CQ-GONE', 'CQ-V01']
  const label = { zh: '比选', en: 'Compared' }
  const shown = await shownOnce('hour', (scene) => {
    scene.bounds = REGION
    scene.address = 'product=battery-tray&compare=CQ-V02,CQ-V01'
    scene.figures = [
      { kind: 'comparison', id: 'c', label, place: 'list', rows: 2, question, candidateIds },
    ]
  })
  expect(shown.shows.notListed).toEqual([])
  const compared = inLayer(shown, 'compared')
  expect(compared.map(({ id, properties: { letter } }) => [id, letter])).toEqual([
    ['compared/CQ-V02', 'A'],
    ['compared/CQ-V01', 'C'],
  ])
  expect(compared[0]?.geometry).toEqual({ type: 'Point', coordinates: [106.7837, 29.6258] })
  expect(compared[0]?.properties.source).not.toBe('')
})

it('holds each layer it names and no other, each feature with source, date, precision and two names', async () => {
  const shown = await shownOnce('today', (scene) => {
    scene.bounds = REGION
  })
  const layers = new Set(shown.features.map(({ properties }) => properties.layer))
  expect([...layers].sort()).toEqual(['companies', 'districts', 'hubs', 'parks', 'rivers', 'roads'])
  const placed = (name: string) =>
    rowsOf(name)
      .filter(({ lng, lat }) => lng !== '' && lat !== '')
      .map(({ id }) => id)
      .sort()
  expect(idsIn(shown, 'parks')).toEqual(placed('parks.csv'))
  expect(idsIn(shown, 'hubs')).toEqual(placed('hubs.csv'))
  expect(idsIn(shown, 'companies')).toEqual(placed('companies.csv'))
  for (const { id, properties } of shown.features) {
    expect(properties.nameZh, id).not.toBe('')
    expect(properties.nameEn, id).not.toBe('')
    expect(properties.source, id).not.toBe('')
    expect(properties.precision, id).not.toBe('')
  }
  const yuzhong = shown.features.find(({ id }) => id === 'districts/500103')?.properties
  expect(yuzhong).toMatchObject({ nameZh: '渝中区', date: '2022', precision: 'boundary' })
  const port = shown.features.find(({ id }) => id === 'hubs/H-P01')?.properties
  expect(port).toMatchObject({ nameEn: 'Guoyuan Port', date: null, precision: 'town' })
})

it('leaves out what its filters and its year leave out', async () => {
  const filtered = await shownOnce('today', (scene) => {
    scene.bounds = REGION
    scene.address = 'roles=vehicle&firms=oem'
  })
  const withRole = rowsOf('parks.csv').filter(({ role }) => role === 'vehicle')
  expect(idsIn(filtered, 'parks')).toEqual(withRole.map(({ id }) => id).sort())
  const makers = rowsOf('companies.csv').filter(({ kind, lng }) => kind === 'oem' && lng !== '')
  expect(idsIn(filtered, 'companies')).toEqual(makers.map(({ id }) => id).sort())
  expect(filtered.shows.filters).toEqual({ roles: ['vehicle'], firms: ['oem'] })

  const links = async (address?: string) => {
    const shown = await shownOnce('links', (scene) => {
      scene.bounds = REGION
      scene.address = address
    })
    return inLayer(shown, 'links').map(({ properties }) => properties.date)
  }
  const [then, now] = [await links('year=2022'), await links()]
  expect(then.length).toBeGreaterThan(0)
  expect(now.length).toBeGreaterThan(then.length)
  expect(then.filter((year) => Number(year) > 2022)).toEqual([])
  expect(now.filter((year) => Number(year) <= 2022)).toHaveLength(then.length)
})

it('shows the systems of the scene alone, whatever its address filters', async () => {
  const shown = await shownOnce('gaps', (scene) => {
    scene.systems = ['v2x']
    scene.address = 'roles=vehicle'
  })
  expect(shown.shows.filters).toEqual({ systems: ['v2x'] })
  const parks = inLayer(shown, 'parks')
  expect(parks.length).toBeGreaterThan(0)
  for (const { properties } of parks) expect(properties.systems).toContain('v2x')
})

it('ends at the bounds of the scene', async () => {
  const shown = await shownOnce('today', (scene) => {
    scene.bounds = [
      [106.78, 29.62],
      [106.79, 29.63],
    ]
  })
  expect(idsIn(shown, 'parks')).toEqual(['CQ-V02'])
  expect(idsIn(shown, 'districts')).toContain('500105')
  expect(idsIn(shown, 'districts')).not.toContain('500101')
})

it('draws how exactly a park is placed as a disc of that radius', async () => {
  const shown = await shownOnce('one', (scene) => {
    scene.bounds = REGION
    scene.layers = ['precision']
  })
  const disc = shown.features.find(({ id }) => id === 'precision/CQ-V01')
  const outline = (disc?.geometry.coordinates ?? []) as Ring[][]
  const north = Math.max(...outline.flat(2).map(([, lat]) => lat))
  // 3.2 km to the north of 29.69° on a sphere of 6,371.0088 km.
  expect(north).toBeCloseTo(29.69 + (3.2 / 6371.0088) * (180 / Math.PI), 4)
})

it('says whose the data are, and what settings it does not list', async () => {
  const shown = await shownOnce('one', (scene) => {
    scene.address = 'fill=firms&one=CQ-V02'
  })
  expect(shown.shows.notListed).toEqual(['fill'])
  const titles = shown.attribution.map(({ title }) => title.en)
  expect(titles).toContain('Roads: skeleton network (schematic)')
  for (const { licence } of shown.attribution) expect(licence).not.toBe('')
  expect(shown.boundaryNote.zh).not.toBe('')
  expect(Date.parse(shown.timeStamp)).toBeGreaterThan(Date.UTC(2026, 0, 1))
})

it('says what a broken scene names in vain, and shows the rest', async () => {
  const shown = await shownOnce('hour', (scene) => {
    scene.selection = { collection: 'parks', id: 'CQ-V99' }
    scene.analysis = { kind: 'isochrone', parkId: 'CQ-V99', cutoffMinutes: [60] }
  })
  expect(shown.missing).toMatchObject([
    { pointer: '/selection/id', came: 'CQ-V99' },
    { pointer: '/analysis/parkId', came: 'CQ-V99' },
  ])
  expect(inLayer(shown, 'rings')).toEqual([])
  expect(inLayer(shown, 'parks').length).toBeGreaterThan(5)
  expect((await shownBy('one-plus-n', 'hour')).missing).toEqual([])
})

it.each([
  ['nobody', 'hour', 'one-plus-n'],
  ['one-plus-n', 'nowhere', 'hour'],
  ['one-plus-n', 'tasks', 'hour'],
])('refuses scene %s/%s and names what there is', async (storyId, sceneId, named) => {
  const response = await built.app.request(`/api/stories/${storyId}/scenes/${sceneId}/geojson`)
  const { detail, detailZh } = await problemOf(response, 404)
  expect(detail).toContain(named)
  expect(detailZh).toContain(named)
})
