// A story as one file: saved, opened from the disk without a network, walked through, asked, and returned to.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import type { Park } from '#geodata/contract/collections.ts'
import type { MapScene, SceneFigures, Story } from '#geodata/contract/stories.ts'
import { axeFinds, type Visit, visit } from '#scripts/running-atlas.ts'
import { executed, sharedAtlas } from '#tests/support/browsing.ts'
import { by } from '#tests/support/edits.ts'
import { boxOf } from '#tests/support/fitting.ts'
import { shareThatDiffers } from '#tests/support/pictures.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const atlas = sharedAtlas()
const MOST_BYTES = 6_000_000
/** Of the picture of a scene, the share that may differ from the stage of the server: a name or two. */
const MOST_THAT_DIFFERS = 0.01
/** Small: every pixel is filled by the processor. */
const SEEN = { viewport: { width: 960, height: 540 }, deviceScaleFactor: 1, paints: true }
/** From a phone to a wall. */
const SIZES = [
  [390, 844],
  [460, 400],
  [1280, 800],
  [2560, 1080],
  [3840, 2160],
] as const

let story: Story
let figures: SceneFigures[]
let parks: Park[]
let html: string
beforeAll(async () => {
  const get = async (address: string) => (await fetch(`${atlas.origin}/api${address}`)).json()
  story = (await get('/stories/one-plus-n')) as Story
  figures = ((await get('/stories/one-plus-n/figures')) as { items: SceneFigures[] }).items
  parks = ((await get('/collections/parks/items?limit=2500')) as { features: Park[] }).features
  html = await (await fetch(`${atlas.origin}/api/stories/one-plus-n/page`)).text()
})

/** Opens a file with every way out of it closed. */
async function openOffline(text: string, options: Parameters<typeof visit>[2]): Promise<Visit> {
  const file = path.join(temporaryFolder(), '讲解 1+N.html')
  writeFileSync(file, text)
  const visited = await visit(atlas.browser, 'about:blank', options)
  await visited.context.setOffline(true)
  await visited.context.route(/^(https?|ws):/, (route) => route.abort())
  await visited.page.goto(pathToFileURL(file).href)
  return visited
}

async function revealed(page: Page, sceneId: string | undefined): Promise<void> {
  await page.locator(`.show[data-scene="${sceneId}"][data-revealed="true"]`).waitFor()
}

/** Without what only the file has over its scenes. */
const picture = (page: Page) =>
  page.screenshot({ style: '.given-bar { visibility: hidden !important }', animations: 'disabled' })

/** Which scenes are compared: the first, bars, rings, the last. Every scene is walked through elsewhere. */
const pictured = () => {
  const last = story.scenes.length - 1
  const withRings = story.scenes.findIndex((scene) => scene.kind === 'map' && scene.analysis)
  const withBars = story.scenes.findIndex(({ barsTitle }) => barsTitle)
  return [...new Set([0, withBars, withRings, last])].sort((a, b) => a - b)
}

/** Each opened by its address. */
async function picturesOf(page: Page, of = story, scenes = pictured()): Promise<Buffer[]> {
  const pictures: Buffer[] = []
  const [place = ''] = page.url().split('?')
  for (const index of scenes) {
    await page.goto(`${place}?at=present&story=${of.id}&scene=${index}&stage=1`)
    await revealed(page, of.scenes[index]?.id)
    pictures.push(await picture(page))
  }
  return pictures
}

it('is one file of at most six megabytes that may ask nobody for anything', () => {
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MOST_BYTES)
  const policy = html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1] ?? ''
  const allowed = new Map(
    policy.split('; ').map((line) => {
      const [name = '', ...sources] = line.split(' ')
      return [name, sources.join(' ')] as const
    }),
  )
  expect(allowed.get('default-src')).toBe("'none'")
  expect(allowed.get('script-src')).toMatch(/^'sha256-[^']+' blob:/)
  expect(policy).not.toMatch(/https?:|\*/)
  const [frame = ''] = html.split('<style>')
  expect(frame).not.toMatch(/(src|href)="(?!data:)/)
  expect(html).not.toMatch(/url\(["']?(https?:|\/)/)
})

it('shows scenes as the stage of the server does', async () => {
  const file = await openOffline(html, SEEN)
  const fromFile = await picturesOf(file.page)
  expect([...file.outside]).toEqual([])
  expect(file.errors).toEqual([])
  await file.context.close()
  const live = await visit(atlas.browser, atlas.origin, SEEN)
  const fromServer = await picturesOf(live.page)
  await live.context.close()
  const differing = pictured().map((scene, index) => {
    const share = shareThatDiffers(fromFile[index]!, fromServer[index]!)
    return [story.scenes[scene]?.id, share] as const
  })
  expect(differing.filter(([, share]) => share > MOST_THAT_DIFFERS)).toEqual([])
  // Another scene is another picture, so that the comparison can tell.
  expect(shareThatDiffers(fromFile[0]!, fromServer.at(-1)!)).toBeGreaterThan(0.05)
})

/** A story of analyses on the map, kept while the test looks at it. */
async function keepAnalyses(): Promise<{ kept: Story; remove: () => Promise<unknown> }> {
  const first = story.scenes.find((scene) => scene.kind === 'map')
  const { figures: _, claims: __, ...ground } = first as MapScene
  const question = { productId: 'battery-tray' }
  const label = { zh: '排名', en: 'Ranking' }
  const text = { zh: '深者得分高', en: 'Darker is better' }
  const analyses: Partial<MapScene>[] = [
    {
      id: 'scored',
      analysis: { kind: 'surface', question, resolution: 6 },
      figures: [{ kind: 'ranking', id: 'best', label, place: 'list', question, rows: 3 }],
    },
    {
      id: 'closed',
      analysis: { kind: 'disruption', question: { withinMinutes: 60 }, stretches: 6 },
    },
  ]
  const scenes = analyses.map((one) => ({ ...ground, text, ...one }))
  const items = `${atlas.origin}/api/collections/own-stories/items`
  const content = JSON.stringify({ ...story, scenes })
  const properties = { title: '图上分析', content, source: 'test', confidence: 'low' }
  const row = { type: 'Feature', geometry: null, properties }
  const headers = { 'Content-Type': 'application/json', ...by() }
  const made = await fetch(items, { method: 'POST', headers, body: JSON.stringify(row) })
  expect(made.status, await made.clone().text()).toBe(201)
  const { id } = (await made.json()) as { id: string }
  const match = { 'If-Match': made.headers.get('ETag') ?? '' }
  return {
    kept: { ...story, id, scenes: scenes as Story['scenes'] },
    remove: () => fetch(`${items}/${id}`, { method: 'DELETE', headers: { ...by(), ...match } }),
  }
}

it('colours ground, numbers roads and ranks places as the stage of the server does', async () => {
  const { kept, remove } = await keepAnalyses()
  const text = await (await fetch(`${atlas.origin}/api/stories/${kept.id}/page`)).text()
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES)
  const file = await openOffline(text, SEEN)
  const fromFile = await picturesOf(file.page, kept, [0, 1])
  expect(await file.page.locator('.key-stretches li').count()).toBe(6)
  expect([...file.outside]).toEqual([])
  expect(file.errors).toEqual([])
  await file.context.close()
  const { page, context, errors } = await visit(atlas.browser, atlas.origin, SEEN)
  const fromServer = await picturesOf(page, kept, [0, 1])
  for (const index of [0, 1]) {
    expect(shareThatDiffers(fromFile[index]!, fromServer[index]!)).toBeLessThan(MOST_THAT_DIFFERS)
  }
  expect(errors).toEqual([])
  await page.keyboard.press('PageUp')
  await revealed(page, 'scored')
  const legend = page.getByRole('region', { name: /全域选址得分/ })
  expect(await legend.getByRole('listitem').allInnerTexts()).toContain('65–100')
  // The ground is coloured, and not as a scene without it.
  const colours = await page.screenshot({ clip: { x: 480, y: 100, width: 400, height: 340 } })
  await page.keyboard.press('PageDown')
  await revealed(page, 'closed')
  const plain = await page.screenshot({ clip: { x: 480, y: 100, width: 400, height: 340 } })
  expect(shareThatDiffers(colours, plain)).toBeGreaterThan(0.1)
  await context.close()
  expect(await remove()).toMatchObject({ ok: true })
})

it('is read in both languages by the keyboard, with the figures of the server', async () => {
  const { page, errors, outside, context } = await openOffline(html, {})
  for (const [index, scene] of story.scenes.entries()) {
    if (index > 0) await page.keyboard.press('PageDown')
    await revealed(page, scene.id)
    const answers = figures.find(({ sceneId }) => sceneId === scene.id)?.figures ?? []
    const listed = scene.figures.flatMap(({ place, system }, at) =>
      place === 'list' && !system ? [answers[at]?.said?.zh ?? '未知'] : [],
    )
    const shown = await page.locator('.show-figures dd > :first-child').allTextContents()
    expect(shown, scene.id).toEqual(listed)
  }
  await page.getByRole('button', { name: 'EN' }).click()
  await page.locator('html[lang="en"]').waitFor()
  for (const scene of [...story.scenes].reverse()) {
    await revealed(page, scene.id)
    // The plan's own words stay as they are.
    const said = page.locator('.show-words :is(h2, p, h3, dd, dt > span, li > span)')
    const words = (await said.allTextContents()).join(' ')
    expect(words.length, scene.id).toBeGreaterThan(20)
    expect(words, scene.id).not.toMatch(/\p{Script=Han}|\{/u)
    await page.keyboard.press('PageUp')
  }
  await page.getByRole('button', { name: /^Figures as of/ }).click()
  const about = page.locator('.given-about')
  const made = new Date().toLocaleDateString('en', { dateStyle: 'long' })
  expect(await about.textContent()).toContain(`Made by Park Atlas on ${made}`)
  expect(await axeFinds(page, '.given-bar')).toEqual([])
  await page.keyboard.press('Escape')
  await about.waitFor({ state: 'detached' })
  const plate = story.scenes.findIndex(({ kind }) => kind !== 'map')
  const [place = ''] = page.url().split('?')
  for (const scene of [0, plate]) {
    await page.goto(`${place}?at=present&story=${story.id}&scene=${scene}&stage=1`)
    await revealed(page, story.scenes[scene]?.id)
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      const [bar, nav] = [await boxOf(page, '.given-buttons'), await boxOf(page, '.show-nav')]
      const isBelow = nav.y >= bar.y + bar.height
      expect(isBelow || nav.x + nav.width <= bar.x, `${scene} at ${width} × ${height}`).toBe(true)
    }
  }
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('answers back: rings follow the pin and the “1”, and one key returns to the scene', async () => {
  const at = story.scenes.findIndex((scene) => scene.kind === 'map' && scene.analysis)
  const { page, errors, outside, context } = await openOffline(html, { hasKernel: true })
  await revealed(page, story.scenes[0]?.id)
  for (let pressed = 0; pressed < at; pressed++) await page.keyboard.press('ArrowRight')
  await revealed(page, story.scenes[at]?.id)
  await page.getByRole('button', { name: '提问' }).click()
  const legend = page.locator('.ring-legend')
  await legend.locator('[data-worked-out-by="device"]').waitFor()
  const before = await legend.textContent()
  const pin = page.locator('.pin')
  const box = await pin.boundingBox()
  if (!box) throw new Error('The pin is not to be seen.')
  await page.mouse.move(box.x + 15, box.y + 15)
  await page.mouse.down()
  await page.mouse.move(box.x - 100, box.y + 80, { steps: 5 })
  await page.mouse.up()
  await page.waitForFunction(
    (text) => document.querySelector('.ring-legend')?.textContent !== text,
    before,
  )
  await expectRingsOfServer(page)
  // Another "1": the pin goes there, the rings follow, and the parks nearest to it are others.
  const candidates = parks.filter(({ properties }) => properties.role === 'vehicle')
  const one = candidates.at(-1)!
  const dragged = new URL(page.url()).searchParams.get('pin')
  await page.getByLabel('整车园“1”').selectOption(one.properties.id)
  await page.waitForFunction(
    (pin) => new URL(location.href).searchParams.get('pin') !== pin,
    dragged,
  )
  await expectRingsOfServer(page)
  const [lng, lat] = one.geometry.coordinates as [number, number]
  expect(pinIn(page).map((degrees) => degrees.toFixed(4))).toEqual(
    [lng, lat].map((degrees) => degrees.toFixed(4)),
  )
  const nearest = await nearestTo([lng, lat])
  await page.locator('.given-nearest li', { hasText: nearest }).first().waitFor()
  expect(await page.locator('.given-nearest li span').first().textContent()).toBe(nearest)
  expect(await axeFinds(page, '.given-ask')).toEqual([])
  await page.keyboard.press('Escape')
  await revealed(page, story.scenes[at]?.id)
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

const pinIn = (page: Page) =>
  (new URL(page.url()).searchParams.get('pin') ?? '').split(',').map(Number)

/** Waits until the legend says how much ground the server's own rings around the pin hold. */
async function expectRingsOfServer(page: Page): Promise<void> {
  const { features } = await executed<{
    features: { properties: { cutoffMinutes: number; areaSquareKilometers: number } }[]
  }>(atlas, 'isochrone', { origin: pinIn(page), direction: 'outward' })
  const hour = features.find(({ properties }) => properties.cutoffMinutes === 60)
  const area = Math.round(hour?.properties.areaSquareKilometers ?? 0)
  expect(area).toBeGreaterThan(100)
  const legend = page.locator('.ring-legend', { hasText: area.toLocaleString('zh-CN') })
  await legend.locator('[data-worked-out-by="device"]').waitFor()
}

/** The park of another role that is reached first, by the server's own minutes. */
async function nearestTo(origin: [number, number]): Promise<string> {
  const others = parks.filter(({ properties }) => properties.role !== 'vehicle')
  const { durationSeconds } = await executed<{ durationSeconds: (number | null)[][] }>(
    atlas,
    'od-matrix',
    { origins: [origin], destinations: others.map(({ geometry }) => geometry.coordinates) },
  )
  const seconds = durationSeconds[0]?.map((value) => value ?? Number.POSITIVE_INFINITY) ?? []
  return others[seconds.indexOf(Math.min(...seconds))]?.properties.nameZh ?? ''
}
