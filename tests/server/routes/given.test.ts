// A story as one file: what goes into it, what stays here, and that no word of it can become code.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { NetworkList } from '#geodata/contract/documents.ts'
import { GivenStory } from '#geodata/contract/given.ts'
import type { Story } from '#geodata/contract/stories.ts'
import { createApp } from '#server/app.ts'
import { loadRegion } from '#server/region/region.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'
import { openDesk } from '#web/kernel/desk.ts'

const built = builtApp()
const LICENCES = 'preact: MIT\n\nPermission is hereby granted'

/** Beside a page of which no more is built than the frame of the file. */
let app: Hono
let pageFolder: string
let begun: number

beforeAll(async () => {
  begun = Date.now()
  pageFolder = mkdtempSync(path.join(tmpdir(), 'park-atlas-given-'))
  mkdirSync(path.join(pageFolder, 'given'))
  const frame =
    '<!doctype html><html><head><title></title></head><body><!--answers--><script>begin()</script></body></html>'
  writeFileSync(path.join(pageFolder, 'given', 'story.html'), frame)
  writeFileSync(path.join(pageFolder, 'licences.txt'), LICENCES)
  const { store } = built
  app = createApp({
    store,
    region: await loadRegion(store),
    mapApprovalNumber: null,
    basemap: null,
    pageFolder,
    log: () => {},
  })
})
afterAll(() => rmSync(pageFolder, { recursive: true }))

function givenIn(html: string): GivenStory {
  const text = html.match(/<script type="application\/gzip" id="given-answers">([^<]*)</)?.[1] ?? ''
  const json = gunzipSync(Buffer.from(text, 'base64')).toString('utf8')
  return GivenStory.parse(JSON.parse(json))
}

/** A story of one scene, kept as one's own; returns its id. */
async function keepStory(change: (story: Story) => void): Promise<string> {
  const story = (await (await built.app.request('/api/stories/one-plus-n')).json()) as Story
  change(story)
  const content = JSON.stringify({ ...story, scenes: story.scenes.slice(0, 1) })
  const properties = { title: '测试', content, source: 'test', confidence: 'low' }
  const row = { type: 'Feature', geometry: null, properties }
  const response = await built.app.request(
    '/api/collections/own-stories/items',
    changing('POST', row),
  )
  expect(response.status, await response.clone().text()).toBe(201)
  return ((await response.json()) as { id: string }).id
}

it('comes as a file that is saved under the title of the story', async () => {
  const response = await app.request('/api/stories/one-plus-n/page')
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  const disposition = response.headers.get('Content-Disposition') ?? ''
  expect(disposition).toMatch(/^attachment; filename="one-plus-n\.html"; filename\*=UTF-8''/)
  expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe('一张图看懂 1+N.html')
  const html = await response.text()
  expect(html).toContain('<title>一张图看懂 1+N · The 1+N plan on one map</title>')
  expect(Number(response.headers.get('Content-Length'))).toBe(Buffer.byteLength(html))
})

it('holds what the API says, under what the page asks', async () => {
  const given = givenIn(await (await app.request('/api/stories/one-plus-n/page')).text())
  expect(given.storyId).toBe('one-plus-n')
  const madeAt = Date.parse(given.madeAt)
  expect(madeAt).toBeGreaterThanOrEqual(begun)
  expect(madeAt).toBeLessThanOrEqual(Date.now())
  const held = (question: string) => JSON.parse(given.answers[question] ?? 'null')
  const said = async (path: string) => (await app.request(path)).json()
  for (const path of [
    '/api/stories/one-plus-n/figures',
    '/api/dataset',
    '/api/taxonomy',
    '/api/networks/skeleton/file',
  ]) {
    expect(held(path), path).toEqual(await said(path))
  }
  for (const list of ['parks', 'companies', 'hubs', 'links', 'districts', 'roads', 'basemap']) {
    const path = `/api/collections/${list}/items`
    const { features } = (await said(`${path}?limit=10000`)) as { features: unknown[] }
    expect(held(path).features, list).toEqual(features)
    expect(held(path).numberMatched, list).toBe(features.length)
  }
  expect(given.answers['/licences.txt']).toBe(LICENCES)
})

it('holds the rings of every scene that has some, as the server works them out', async () => {
  const given = givenIn(await (await app.request('/api/stories/one-plus-n/page')).text())
  const story = (await (await app.request('/api/stories/one-plus-n')).json()) as Story
  const parks = JSON.parse(given.answers['/api/collections/parks/items'] ?? '').features as {
    id: string
    geometry: { coordinates: number[] }
  }[]
  let count = 0
  for (const scene of story.scenes) {
    if (scene.kind !== 'map' || scene.analysis?.kind !== 'isochrone') continue
    const { parkId, cutoffMinutes } = scene.analysis
    const origin = parks.find(({ id }) => id === parkId)?.geometry.coordinates
    const path = '/api/processes/isochrone/execution'
    const inputs = { origin, cutoffMinutes }
    const answer = await (await app.request(path, sending('POST', { inputs }))).json()
    const held = given.answers[`${path} {"origin":[${origin}],"cutoffMinutes":[${cutoffMinutes}]}`]
    expect(JSON.parse(held ?? 'null'), scene.id).toEqual(answer)
    count += 1
  }
  expect(count).toBeGreaterThan(0)
})

it('holds a surface as ground, closed roads as they were answered, and why a question is refused', async () => {
  const at: [string, object][] = [
    ['surface', { productId: 'battery-tray' }],
    ['disruption', { withinMinutes: 60 }],
    ['surface', { productId: 'no-such-product' }],
  ]
  const given = []
  for (const [kind, question] of at) {
    const id = await keepStory((story) => {
      const map = story.scenes.find((scene) => scene.kind === 'map')
      if (map?.kind !== 'map') throw new Error('There is no map.')
      const more = kind === 'surface' ? { resolution: 5 } : { stretches: 3 }
      const analysis = { kind, question, ...more } as typeof map.analysis
      story.scenes = [{ ...map, figures: [], claims: [], text: story.title, analysis }]
    })
    given.push(givenIn(await (await app.request(`/api/stories/${id}/page`)).text()).answers)
  }
  const [scored, closed, refused] = given
  const surface =
    '/api/processes/surface/execution {"siting":{"productId":"battery-tray"},"resolution":5,"rangeDraws":0}'
  const { areas, ...more } = JSON.parse(scored?.[surface] ?? '{}')
  expect(more).toEqual({})
  expect(areas.length).toBeGreaterThan(2)
  const inputs = { withinMinutes: 60, count: 3, network: 'skeleton' }
  const path = '/api/processes/disruption/execution'
  const answer = await (await app.request(path, sending('POST', { inputs }))).json()
  expect(JSON.parse(closed?.[`${path} ${JSON.stringify(inputs)}`] ?? '{}')).toEqual(answer)
  const question = surface.replace('battery-tray', 'no-such-product')
  expect(refused?.[question]).toBeUndefined()
  expect(JSON.parse(refused?.[`${question} refused`] ?? '{}')).toMatchObject({ status: 404 })
})

it('lets the kernel work out what the server says', async () => {
  const { answers } = givenIn(await (await app.request('/api/stories/one-plus-n/page')).text())
  const desk = openDesk({ root: 'within:/', mostBytes: 1 }, async (address) => {
    const text = answers[new URL(String(address)).pathname]
    return text ? new Response(text) : new Response(null, { status: 404 })
  })
  const { items } = JSON.parse(answers['/api/networks'] ?? '') as NetworkList
  const [network] = items
  if (!network) throw new Error('The file holds no network.')
  const hold = { skeletonHash: network.hash, network, drawsRings: true, isAskedFor: false }
  expect(await desk.hold({ kind: 'hold', ...hold })).toMatchObject({ kind: 'held' })
  const places = [
    [106.5, 29.4],
    [106.24, 29.46],
  ]
  const questions = [
    ['isochrone', { origin: places[0], direction: 'outward' }],
    ['isochrone', { origin: places[1], cutoffMinutes: [45] }],
    ['od-matrix', { origins: places, originRadiusKilometers: [0, 5], destinations: places }],
  ] as const
  for (const [id, inputs] of questions) {
    const order = { kind: 'ask', serial: 1, id, inputs, network, looksForEdits: true } as const
    const worked = await desk.answer(order, () => {})
    const path = `/api/processes/${id}/execution`
    const said = await (await app.request(path, sending('POST', { inputs }))).json()
    if (worked.kind !== 'answered') throw new Error(`${id} was ${worked.kind}.`)
    expect(JSON.parse(worked.text), id).toEqual(said)
  }
})

it('leaves out what was meant for others', async () => {
  const secret = '只有讲解人知道'
  const id = await keepStory((story) => {
    const [scene] = story.scenes
    if (!scene) return
    const words = { zh: secret, en: secret }
    scene.notes = words
    scene.questions = [{ question: words, answer: words }]
  })
  const { answers } = givenIn(await (await app.request(`/api/stories/${id}/page`)).text())
  const all = JSON.stringify(answers)
  expect(all).not.toContain(secret)
  expect(all).not.toContain('localhost')
  expect(JSON.parse(answers['/api/stories'] ?? '').items).toHaveLength(1)
  const { facts } = JSON.parse(answers['/api/facts'] ?? '')
  const filled = Object.keys(facts).filter((name) => Object.keys(facts[name]).length > 0)
  expect(filled.sort()).toEqual(['basemap', 'companies', 'districts', 'home', 'parks'])
  const { items, terrain } = JSON.parse(answers['/api/basemaps'] ?? '')
  expect([items.map((one: { id: string }) => one.id), terrain]).toEqual([['built-in'], null])
  expect(
    JSON.parse(answers['/api/networks'] ?? '').items.map((one: { id: string }) => one.id),
  ).toEqual(['skeleton'])
})

it('takes no word of a story for code', async () => {
  const attack = '</script></title><script>alert(1)</script>$&'
  const id = await keepStory((story) => {
    story.title = { zh: attack, en: `${attack}<!--answers-->` }
    const [scene] = story.scenes
    if (scene) scene.text = { zh: attack, en: attack }
  })
  const html = await (await app.request(`/api/stories/${id}/page`)).text()
  const scripts = html.match(/<script[^>]*>/g)
  expect(scripts).toEqual(['<script type="application/gzip" id="given-answers">', '<script>'])
  expect(html.match(/<\/script>/g)).toHaveLength(2)
  expect(html.match(/<title>([^<]*)<\/title>/)?.[1]).toContain('&#60;script&#62;alert(1)')
  const story = JSON.parse(givenIn(html).answers[`/api/stories/${id}`] ?? '') as Story
  expect(story.scenes[0]?.text.zh).toBe(attack)
  expect(story.title.zh).toBe(attack)
})

it('says that there is no such story, and that the page is not built', async () => {
  const missing = await problemOf(await app.request('/api/stories/nope/page'), 404)
  expect(missing.detail).toContain('There is no story “nope”')
  const unbuilt = await problemOf(await built.app.request('/api/stories/one-plus-n/page'), 503)
  expect(unbuilt.detail).toContain('npm run build')
  expect(built.logged).toEqual([])
})
