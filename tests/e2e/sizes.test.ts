// Does every workspace fit from a phone to a wall, is the first load light, and does the page outlive its server?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Request } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { axeFinds, mapIdle, type Visit, visit } from '#scripts/running-atlas.ts'
import { sharedAtlas, turnTo } from '#tests/support/browsing.ts'
import { boxOf, cutWords, outOfWindow, standClear } from '#tests/support/fitting.ts'

/** All JavaScript, with the map and its worker, that comes before anything is touched. */
const FIRST_LOAD_BYTES = 600_000
/** Page, map with what it shares, texts of a language, worker. */
const FIRST_LOAD_FILES = 10

const atlas = sharedAtlas()

/** What was asked for until the first picture of the map. */
const atFirst = { scripts: new Set<string>(), fonts: [] as string[] }
let walk: Visit | null = null

/** The one page on which the tests of this file walk from a phone to a wall: its map is drawn once. */
async function onTheWalk(query = ''): Promise<Visit> {
  if (walk !== null) {
    await turnTo(walk.page, query)
    return walk
  }
  walk = await visit(atlas.browser, 'about:blank', {
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-write'],
  })
  const onRequest = (request: Request) => {
    const { pathname } = new URL(request.url())
    if (/\.m?js$/.test(pathname)) atFirst.scripts.add(pathname)
    if (/\.woff2$/.test(pathname)) atFirst.fonts.push(pathname.replace(/-[\w-]{8}\.woff2$/, ''))
  }
  walk.page.on('request', onRequest)
  await walk.page.goto(`${atlas.origin}/?${query}`)
  await mapIdle(walk.page)
  walk.page.off('request', onRequest)
  return walk
}
afterAll(() => walk?.context.close())

it('loads at most 600 kB of JavaScript, packed, and the built fonts before anything is touched', async () => {
  const { page } = await onTheWalk()
  const packed = [...atFirst.scripts].map((name) => ({
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
  expect(atFirst.fonts.toSorted()).toEqual(built)
  // A character that nothing here is written with: its file comes when it is typed.
  const typed = page.waitForRequest(/noto-sans-sc-\d+-wght-normal-[\w-]{8}\.woff2$/)
  const field = page.getByRole('combobox', { name: '园区、企业、产品、来源' })
  await field.fill('鱻')
  await typed
  await field.fill('')
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
  expect(await page.locator('.counts b').allTextContents()).toEqual(['52', '202', '39'])
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

const SITED = 'product=brake-by-wire'
const WITH_MAP = ['', 'at=present', `at=site&${SITED}`]
const BOARDS = [
  ...['matrix', 'vehicle-park', 'stages', 'index', 'firms', 'changes'].map((id) => `view=${id}`),
  ...['sensitivity', 'windows', 'sourcing', 'gaps', 'disruption', 'nearest'].map(
    (id) => `at=site&${SITED}&site=${id}`,
  ),
  'at=compare',
  'at=progress',
]
const PHONE = { width: 390, height: 844 }
const SIZES = [
  PHONE,
  { width: 844, height: 390 },
  { width: 900, height: 700 },
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
]

async function fits({ page, errors }: Visit, places: readonly string[]): Promise<void> {
  for (const place of places) {
    await turnTo(page, place)
    await page.locator('main h1:visible, main.map-frame').first().waitFor()
    for (const size of SIZES) {
      await page.setViewportSize(size)
      expect(await page.evaluate(outOfWindow), `${place} ${size.width}`).toEqual([])
    }
  }
  expect(errors).toEqual([])
}

it('fits every workspace and board into its window from a phone to a wall', async () => {
  await fits(await onTheWalk(), WITH_MAP)
  // A map behind a board would be drawn anew for every size.
  const visited = await visit(atlas.browser, `${atlas.origin}/?at=progress`, { hasMap: false })
  await fits(visited, BOARDS)
  await visited.context.close()
})

const SELECTED = 'sel=parks/CQ-N01'
/** Besides those of every place: a desk at 200 and 400 %, a phone that is narrower. */
const CLOSE_SIZES = [{ width: 320, height: 640 }, { width: 720, height: 450 }, ...SIZES.slice(0, 5)]

it('keeps half of the window for the map, the approval number in sight, and nothing over another', async () => {
  const { page } = await onTheWalk()
  await page.setViewportSize(PHONE)
  await page.getByRole('button', { name: '来源', exact: true }).waitFor()
  for (const query of ['', SELECTED, 'pin=106.55,29.56', `lang=en&${SELECTED}`]) {
    await turnTo(page, query)
    const inspector = page.locator('.inspector h2')
    await inspector.waitFor({ state: query.includes('sel=') ? 'visible' : 'detached' })
    // What a pin and another language add is seen where there is least room.
    const sizes = ['', SELECTED].includes(query) ? CLOSE_SIZES : CLOSE_SIZES.slice(0, 2)
    for (const size of sizes) {
      await page.setViewportSize(size)
      // Names over the map find their place as it takes its new size.
      await page.waitForFunction(standClear)
      const state = `${query} ${size.width}`
      const map = await boxOf(page, '.map-frame')
      expect(map.width * map.height, state).toBeGreaterThanOrEqual(size.width * size.height * 0.5)
      const approval = await boxOf(page, '.attribution .approval')
      expect(approval.x + approval.width, state).toBeLessThanOrEqual(size.width)
      expect((await boxOf(page, '.map-top .tools')).height, state).toBeLessThanOrEqual(52)
      expect(await page.evaluate(outOfWindow), state).toEqual([])
      if (!query.includes('sel=')) continue
      const [acts, last] = [
        await boxOf(page, '.inspector > .acts'),
        await boxOf(page, '.inspector'),
      ]
      expect(acts.y + acts.height, state).toBeCloseTo(last.y + last.height, 0)
    }
  }
})

it('holds when its text is spaced wider: nothing is covered or cut', async () => {
  const { page } = await onTheWalk(SELECTED)
  const style = await page.addStyleTag({
    content:
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
  })
  for (const size of [PHONE, { width: 1024, height: 768 }, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size)
    expect(await page.evaluate(outOfWindow), `${size.width}`).toEqual([])
    expect(await page.evaluate(cutWords), `${size.width}`).toEqual([])
  }
  await style.evaluate((element) => (element as Element).remove())
})

it('shows title, tabs on one line, search, choices and legend at a desk without scrolling', async () => {
  const { page } = await onTheWalk()
  await page.setViewportSize({ width: 1440, height: 900 })
  // It introduced itself on the first visit; now that is one line.
  await page.reload()
  await mapIdle(page)
  await page.getByRole('button', { name: '三步入门' }).waitFor()
  const tabs = page.locator('.layout-panel .layout-views > button')
  await page.getByRole('button', { name: '更多' }).waitFor()
  expect(await tabs.allTextContents()).toEqual(['地图', '矩阵', '整车园比选', '创建', '发展指数'])
  expect((await boxOf(page, '.layout-views')).height).toBeLessThan(40)
  const legend = await boxOf(page, '.layout-panel .symbols')
  expect(legend.y + legend.height).toBeLessThan(900)
  const credits = await boxOf(page, '.attribution')
  expect(credits.height).toBeLessThan(30)
  await page.getByRole('button', { name: '来源', exact: true }).click()
  await page.locator('.all-credits li', { hasText: 'GeoNames' }).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.all-credits').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '修订' }).click()
  await page.waitForFunction(() => location.search.includes('view=changes'))
})

it('folds the panel of a middle screen away, and brings it back in the place of the inspector', async () => {
  const { page } = await onTheWalk()
  await page.setViewportSize({ width: 1024, height: 768 })
  await mapIdle(page)
  await page.getByRole('button', { name: '收起面板' }).click()
  await page.locator('.layout-panel').waitFor({ state: 'hidden' })
  expect((await boxOf(page, '.map-frame')).width).toBeGreaterThan(960)
  await turnTo(page, SELECTED)
  await page.locator('.inspector h2').waitFor()
  await page.getByRole('button', { name: '“1+N”产业布局' }).click()
  await page.locator('.layout-panel').waitFor()
  expect(await page.locator('.inspector').count()).toBe(0)
})

it('is at hand on a phone: what a finger hits, the search over the map, the link, the way back', async () => {
  const { page } = await onTheWalk()
  await page.setViewportSize(PHONE)
  await mapIdle(page)
  const targets = ['.sheet-grip', '.layout-panel .toggle', '.network-chip', '.tools > button']
  for (const target of [...targets, '.map-search', '.attribution button', '.rail button']) {
    expect((await boxOf(page, target)).height, target).toBeGreaterThanOrEqual(44)
  }
  await page.getByRole('button', { name: '链接' }).click()
  const said = await boxOf(page, '.tools [data-copied] span')
  expect(said.width).toBeGreaterThan(40)
  expect(said.y).toBeGreaterThan(56)
  await page.getByRole('button', { name: '园区、企业、产品、来源' }).click()
  await page.getByRole('combobox', { name: '查找与命令' }).fill('璧山')
  const found = page.getByRole('option', { name: /璧山/ })
  await found.nth(2).waitFor()
  const third = await found.nth(2).boundingBox()
  // A keyboard on the screen takes the lower half of it.
  expect((third?.y ?? 999) + (third?.height ?? 0)).toBeLessThan(PHONE.height / 2)
  // The district comes first; a park of that name opens.
  await page
    .getByRole('option', { name: /璧山高新技术/ })
    .first()
    .click()
  await page.locator('.inspector h2').waitFor()
  expect((await boxOf(page, '.inspector .close')).height).toBeGreaterThanOrEqual(44)
  await page.getByRole('button', { name: /面板高度/ }).click()
  await page.locator('.map-frame').waitFor({ state: 'hidden' })
  await page.goBack()
  await page.locator('.map-frame').waitFor()
  await page.goBack()
  await page.locator('.inspector').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '图层' }).click()
  expect((await boxOf(page, '#layer-list .toggle span')).width).toBeGreaterThan(20)
  await page.goBack()
  await page.locator('#layer-list').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '更多' }).last().click()
  await page.getByRole('button', { name: '深色' }).click()
  await page.locator('html[data-theme="dark"]').waitFor()
  await page.getByRole('button', { name: '更多' }).last().click()
  await page.getByRole('button', { name: '浅色' }).click()
})

it('says on a wall the title and four figures, large, and shows the core enlarged', async () => {
  const { page } = await onTheWalk()
  await page.setViewportSize({ width: 2560, height: 1440 })
  // As it opens there: before, the panel was opened by hand.
  await page.reload()
  await page.getByRole('heading', { name: '重庆“1+N”汽车产业布局' }).waitFor()
  const figures = page.locator('.wall-four b')
  expect(await figures.allTextContents()).toEqual(['4', '40', '202', '39'])
  // A fortieth of the height for a figure, a sixtieth for other words.
  expect((await figures.first().boundingBox())?.height).toBeGreaterThan(1440 / 20)
  expect((await boxOf(page, '.wall-figures li')).height).toBeGreaterThan(1440 / 40)
  expect(await page.locator('.wall-inset image').count()).toBeGreaterThan(15)
  await page.locator('.layout-panel').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '“1+N”产业布局' }).click()
  await page.locator('.layout-panel').waitFor()
  await page.getByRole('button', { name: '收起面板' }).click()
  await page.locator('.wall-inset image').first().click()
  await page.locator('.inspector h2').waitFor()
})

/** In the page: parts of it that lie, if only by a pixel, where the notes about the page are. */
function coveredByNote(): string[] {
  const note = document.querySelector('.page-notes')?.getBoundingClientRect()
  if (!note?.height) return ['no note']
  return [...document.querySelectorAll('.app > :not(.page-notes), .map-zoom, .rail button')]
    .filter((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect()
      const isBeside = right <= note.left || left >= note.right
      return !isBeside && bottom > note.top + 0.5 && top < note.bottom - 0.5
    })
    .map((part) => part.className)
}

it('says that the network is gone, keeps what it has, and comes back by itself', async () => {
  const { page, context } = await onTheWalk()
  await page.setViewportSize({ width: 1280, height: 800 })
  await mapIdle(page)
  // The first touch fetches what must open without a network too.
  for (const x of [400, 420]) await page.mouse.move(x, 400)
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /\/table-[\w-]+\.js/.test(name)),
  )
  await context.setOffline(true)
  const note = page.locator('.connection-note')
  await note.getByText('没有网络。').waitFor()
  await note.getByText('已读取的内容照常可看').waitFor()
  expect(await axeFinds(page, '.connection-note')).toEqual([])
  for (const size of [PHONE, { width: 1024, height: 768 }, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size)
    expect(await page.evaluate(coveredByNote), `${size.width}`).toEqual([])
    expect(await page.evaluate(outOfWindow), `${size.width}`).toEqual([])
  }
  await page.getByRole('button', { name: '表格' }).click()
  await page.locator('.drawer tbody tr').nth(40).waitFor()
  await context.setOffline(false)
  await note.waitFor({ state: 'detached' })
})

it('says that the server is away when an answer does not come, and loads when it is back', async () => {
  const { page, context } = await visit(atlas.browser, 'about:blank')
  await page.route('**/api/**', (route) => route.abort())
  await page.goto(`${atlas.origin}/?lang=en`)
  await page.locator('.connection-note').getByText('The server does not answer.').waitFor()
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  await page.unrouteAll()
  await page.locator('.layout-panel').waitFor()
  await page.locator('.connection-note').waitFor({ state: 'detached' })
  await context.close()
})
