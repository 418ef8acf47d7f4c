// Does every workspace fit from a phone to a wall, is the first load light, and does the page outlive its server?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axeFinds, mapIdle, visit } from '#scripts/running-atlas.ts'
import { sharedAtlas, turnTo } from '#tests/support/browsing.ts'

/** All JavaScript, with the map and its worker, that comes before anything is touched. */
const FIRST_LOAD_BYTES = 600_000
/** Page, map with what it shares, texts of a language, worker. */
const FIRST_LOAD_FILES = 10

const atlas = sharedAtlas()

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not on the page.`)
  return box
}
const isWithin = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

it('loads at most 600 kB of JavaScript, packed, and the built fonts before anything is touched', async () => {
  const { page, context } = await visit(atlas.browser, 'about:blank')
  const scripts = new Set<string>()
  const fonts: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/\.m?js$/.test(pathname)) scripts.add(pathname)
    if (/\.woff2$/.test(pathname)) fonts.push(pathname.replace(/-[\w-]{8}\.woff2$/, ''))
  })
  await page.goto(atlas.origin)
  await mapIdle(page)
  const packed = [...scripts].map((name) => ({
    name,
    bytes: gzipSync(readFileSync(path.join('dist', name)), { level: 9 }).length,
  }))
  expect(packed.some(({ name }) => name.includes('worker'))).toBe(true)
  const total = packed.reduce((sum, { bytes }) => sum + bytes, 0)
  expect(total, JSON.stringify(packed)).toBeLessThanOrEqual(FIRST_LOAD_BYTES)
  expect(packed.length).toBeLessThanOrEqual(FIRST_LOAD_FILES)
  expect(readFileSync('dist/index.html', 'utf8')).toMatch(/modulepreload".*atlas-map-/)
  for (const late of ['draw', 'matrix', 'editor', 'deck']) {
    expect(packed.filter(({ name }) => name.includes(`/${late}-`))).toEqual([])
  }
  const built = ['400', '500', '600'].map((weight) => `/assets/noto-sans-sc-${weight}`)
  expect(fonts.toSorted()).toEqual(built)
  // A character that nothing here is written with: its file comes when it is typed.
  const typed = page.waitForRequest(/noto-sans-sc-\d+-wght-normal-[\w-]{8}\.woff2$/)
  await page.getByRole('combobox', { name: '园区、企业、产品、来源' }).fill('鱻')
  await typed
  await context.close()
})

it('says until the map has drawn that it is being drawn, and opens on its region however late that comes', async () => {
  const { page, context, errors } = await visit(atlas.browser, 'about:blank')
  const hold = async (pattern: string) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    await page.route(pattern, (route) => promise.then(() => route.continue()))
    return resolve
  }
  const sendDataset = await hold('**/api/dataset')
  const sendWorker = await hold('**/maplibre-gl-worker*')
  await page.goto(atlas.origin)
  const said = page.locator('.map-loading[role=status]')
  await page.locator('.map canvas').waitFor({ state: 'attached' })
  expect(await said.textContent()).toMatch(/^正在读取，\d+／\d+$/)
  sendDataset()
  await said.getByText('正在绘制地图…').waitFor()
  expect(await page.locator('.counts b').allTextContents()).toEqual(['52', '184', '37'])
  await page.getByRole('heading', { name: '“1+N”产业布局' }).waitFor()
  await said.getByText('地图仍在绘制，用时较长').waitFor()
  sendWorker()
  await mapIdle(page)
  expect(await said.textContent()).toBe('')
  expect(await page.locator('.map canvas').isVisible()).toBe(true)
  expect(new URL(page.url()).search).toBe('')
  expect(errors).toEqual([])
  await context.close()
})

/** Those with a map first: one is drawn for all of them. */
const WORKSPACES = ['layout', 'site', 'present', 'compare', 'progress']
const SIZES = [
  { width: 390, height: 844 },
  { width: 900, height: 1200 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 1080 },
  { width: 3840, height: 2160 },
]

it('fits every workspace from a phone to a wall', async () => {
  const { page, context, errors } = await visit(atlas.browser, atlas.origin, {
    viewport: SIZES[0]!,
  })
  for (const workspace of WORKSPACES) {
    for (const size of SIZES) {
      await page.setViewportSize(size)
      // A theme changes colours, not places: a desk is light, a wall dark.
      const theme = size.width > 1024 ? 'dark' : 'light'
      await turnTo(page, `at=${workspace}&theme=${theme}`)
      await page.locator(`.at-${workspace} main`).first().waitFor()
      expect(await isWithin(page), `${workspace} ${size.width} ${theme}`).toBe(true)
    }
  }
  expect(errors).toEqual([])
  await context.close()
})

it('keeps the map as wide as it was on a tablet when something is explained', async () => {
  const { page, context } = await visit(atlas.browser, `${atlas.origin}/?table=1`, {
    viewport: { width: 1024, height: 768 },
  })
  await mapIdle(page)
  for (const viewport of [
    { width: 1024, height: 768 },
    { width: 900, height: 1200 },
    { width: 780, height: 1000 },
  ]) {
    const size = JSON.stringify(viewport)
    await page.setViewportSize(viewport)
    await turnTo(page, 'table=1')
    await page.locator('.drawer tbody button').first().waitFor()
    await page.locator('.inspector').waitFor({ state: 'detached' })
    const before = await boxOf(page, '.map-frame')
    await page.locator('.drawer tbody button').first().click()
    await page.locator('.inspector h2').first().waitFor()
    const [map, inspector] = [await boxOf(page, '.map-frame'), await boxOf(page, '.inspector')]
    expect(map.width, size).toBe(before.width)
    expect(map.width, size).toBeGreaterThan(viewport.width / 2)
    expect(map.height, size).toBeGreaterThan(viewport.height / 2 - 1)
    expect(inspector.y, size).toBeGreaterThanOrEqual(map.y + map.height - 1)
    await turnTo(page, 'at=site')
    await page.locator('.site-results').waitFor()
    expect((await boxOf(page, '.map-frame')).width, size).toBe(before.width)
  }
  await context.close()
})

it('says that the network is gone, keeps what it has, and comes back by itself', async () => {
  const { page, context } = await visit(atlas.browser, atlas.origin)
  await mapIdle(page)
  await context.setOffline(true)
  const note = page.locator('.connection-note')
  await note.getByText('没有网络。').waitFor()
  await note.getByText('已读取的内容照常可看').waitFor()
  expect(await axeFinds(page, '.connection-note')).toEqual([])
  await page.getByRole('button', { name: '表格' }).click()
  expect(await page.locator('.drawer tbody tr').count()).toBeGreaterThan(40)
  await context.setOffline(false)
  await note.waitFor({ state: 'detached' })
  await context.close()
})

it('says that the server is away when an answer does not come, and loads when it is back', async () => {
  const { page, context } = await visit(atlas.browser, 'about:blank')
  await page.route('**/api/**', (route) => route.abort())
  await page.route('**/api', (route) => route.abort())
  await page.goto(`${atlas.origin}/?lang=en`)
  await page.locator('.connection-note').getByText('The server does not answer.').waitFor()
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  await page.unrouteAll()
  await page.locator('.layout-panel').waitFor()
  await page.locator('.connection-note').waitFor({ state: 'detached' })
  await context.close()
})
