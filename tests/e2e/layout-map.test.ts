// The planner asks the map: sizes, years, fills, suppliers and customers, links one by one.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { mapIdle, visit } from '#scripts/running-atlas.ts'
import { downloadedBytes, onePage, sharedAtlas } from '#tests/support/browsing.ts'

const DISTRICTS_OF_CHONGQING = 38

const atlas = sharedAtlas()
const openAt = onePage(atlas)

const addressHas = (page: Page, part: string) =>
  page.waitForFunction((wanted) => location.search.includes(wanted), part)

it('lets rings stand for areas, says for how many that is known, and the address keeps it', async () => {
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?year=1800&fill=xyz&map=5/0,0`,
    { paints: true },
  )
  await page.getByText('链接里的 year=1800、fill=xyz 无法识别').waitFor()
  await page.getByRole('button', { name: '知道了' }).click()
  expect(new URL(page.url()).search).toMatch(/^\?map=5[^&]*$/)
  await page.getByText('地图已离开本区域').waitFor()
  await page.getByRole('button', { name: '回到本区域' }).click()
  await page.getByText('地图已离开本区域').waitFor({ state: 'detached' })
  await mapIdle(page)
  expect(new URL(page.url()).search).toBe('')
  await page.getByRole('radio', { name: '规划面积' }).check()
  await addressHas(page, 'size=area')
  await page.getByText(/\d+\/\d+ 个园区有数/).waitFor()
  await page.reload()
  await mapIdle(page)
  expect(await page.getByRole('radio', { name: '规划面积' }).isChecked()).toBe(true)
  expect(errors).toEqual([])

  // The browser takes the drawing context away and gives it back.
  const canvas = page.locator('.map canvas')
  const lost = await canvas.evaluateHandle((element: HTMLCanvasElement) =>
    element.getContext('webgl2')?.getExtension('WEBGL_lose_context'),
  )
  await lost.evaluate((context) => context?.loseContext())
  await page.getByText('正在绘制地图…').waitFor()
  await lost.evaluate((context) => context?.restoreContext())
  await page.getByText('正在绘制地图…').waitFor({ state: 'detached' })
  await mapIdle(page)
  expect(errors).toEqual([])

  // Another theme is painted over the same map.
  await canvas.evaluate((element) => element.setAttribute('data-same', 'yes'))
  await page.getByRole('button', { name: '深色' }).click()
  await page.locator('html[data-theme="dark"]').waitFor()
  await mapIdle(page)
  expect(await page.locator('.map canvas[data-same]').count()).toBe(1)
  expect(errors).toEqual([])
  await context.close()
})

it('names what did not come, goes on without it, and asks for it again', async () => {
  const { page, context } = await visit(atlas.browser, atlas.origin)
  const parts = ['**/api/basemaps', '**/api/collections/basemap/*', '**/api/collections/links/*']
  for (const part of parts) await page.route(part, (route) => route.fulfill({ status: 500 }))
  await page.reload()
  await page.getByText('没有读到：底图清单、协同联系、内置底图。').waitFor()
  await mapIdle(page)
  await page.getByText('0 条联系', { exact: true }).waitFor()
  for (const part of parts) await page.unroute(part)
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.getByText('没有读到').waitFor({ state: 'detached' })
  await page.getByText('39 条联系', { exact: true }).waitFor()
  await page.route('**/maplibre-gl-worker*', (route) => route.abort())
  await page.reload()
  await page.getByText('地图的后台程序没有载入').waitFor()
  await page.getByRole('button', { name: '重新载入页面' }).waitFor()
  await page.unroute('**/maplibre-gl-worker*')
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await page.reload()
  await page.getByText('没有开启 WebGL').waitFor()
  await page.getByText('候选“1” 4 处').waitFor()
  await context.close()
})

it('goes through the years by keys: fewer links before, and unknown stages said to be unknown', async () => {
  const { page } = await openAt('table=1')
  await page.getByRole('radio', { name: /^今/ }).focus()
  for (const year of [2025, 2024, 2023, 2022]) {
    await page.keyboard.press('ArrowLeft')
    await addressHas(page, `year=${year}`)
  }
  const frame = page.locator('.map-frame')
  await frame.getByText(/2022 年底：协同联系 15 条/).waitFor()
  await page.locator('.drawer').getByText('当年阶段未知').first().waitFor()
  await page.keyboard.press('ArrowRight')
  await frame.getByText(/2023 年底：协同联系 2\d 条/).waitFor()
})

it('fills districts by each measure: every district in a class or unknown, and each with its figure', async () => {
  const { page, errors, context } = await visit(atlas.browser, atlas.origin, {
    paints: true,
  })
  for (const measure of ['园区数', '已知企业数', '缺链环节数', '到“1”的卡车分钟', '公开的产值']) {
    const before = page.url()
    await page.getByLabel('区县底色', { exact: true }).selectOption({ label: measure })
    await page.waitForFunction((address) => location.href !== address, before)
    const legend = page.locator('.map-bottom .fill-legend')
    await legend.waitFor()
    await mapIdle(page)
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.map-bottom .fill-legend i')].some(
        (swatch) => !swatch.classList.contains('hatched'),
      ),
    )
    const counts = await legend.locator('.count').allInnerTexts()
    const total = counts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)
    expect(total, measure).toBe(DISTRICTS_OF_CHONGQING)
    expect(await page.locator('.fill-values li').count(), measure).toBe(DISTRICTS_OF_CHONGQING)
  }
  // The map with its frame as a picture: twice as fine, and of many colours.
  const map = await page.locator('.map').boundingBox()
  await page.getByRole('button', { name: '表格', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存为图片' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/产业布局 \d{4}-\d\d-\d\d\.png$/)
  const picture = await pictureIn(page, await downloadedBytes(download))
  expect(picture.width).toBeGreaterThan(2 * (map?.width ?? 0))
  expect(picture.height).toBeGreaterThan(2 * (map?.height ?? 0) + 100)
  expect(picture.coloursOfMap).toBeGreaterThan(50)
  expect(picture.coloursBelow).toBeGreaterThan(5)
  expect(errors).toEqual([])
  await context.close()
})

it('says that the minutes of districts could not be computed, instead of unknown, and asks again', async () => {
  const { page } = await openAt()
  await page.route('**/od-matrix/execution', (route) => route.fulfill({ status: 500 }))
  await page.getByLabel('区县底色', { exact: true }).selectOption({ label: '到“1”的卡车分钟' })
  const legend = page.locator('.map-bottom .fill-legend')
  await legend.getByText('计算失败').waitFor()
  expect(await legend.innerText()).not.toContain('未知')
  await page.unroute('**/od-matrix/execution')
  const { promise: held, resolve: answer } = Promise.withResolvers<void>()
  await page.route('**/od-matrix/execution', (route) => held.then(() => route.continue()))
  await legend.getByRole('button', { name: '再试一次' }).click()
  await legend.getByText('正在计算…').waitFor()
  expect(await legend.innerText()).not.toContain('未知')
  answer()
  await legend.locator('li .count').first().waitFor()
})

it('keeps recorded and possible partners apart, and goes on from one to its evidence', async () => {
  const { page, errors } = await openAt('sel=companies/T045')
  await mapIdle(page)
  const supply = page.locator('.supply')
  await supply.getByRole('heading', { name: /可能的供应商 \d+/ }).waitFor()
  await supply.getByText('没有合同或供货记录').waitFor()
  expect(await supply.getByRole('heading', { name: /已有记录/ }).innerText()).toContain('1')
  await supply.getByRole('button', { name: /四川时代.*→/ }).click()
  await page.locator('.inspector .link .provenance li').first().waitFor()
  expect(errors).toEqual([])
})

it('shows links of some years only, and lists those that are no line', async () => {
  const { page } = await openAt('table=1')
  await page.getByLabel('联系年份，从').selectOption('2024')
  await addressHas(page, 'years=2024')
  await page.locator('.drawer').getByRole('tab', { name: /联系/ }).click()
  const rows = await page.locator('.drawer tbody tr').allInnerTexts()
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every((row) => /202[4-6]/.test(row))).toBe(true)
  await page.getByLabel('联系年份，从').selectOption('2018')
  await page.waitForFunction(() => !location.search.includes('years='))
})

/** Size of a PNG, and how many colours are in the middle, where the map is, and in the last tenth, below it. */
function pictureIn(page: Page, bytes: Buffer) {
  return page.evaluate(
    async (url) => {
      const image = new Image()
      image.src = url
      await image.decode()
      const { naturalWidth: width, naturalHeight: height } = image
      const pen = new OffscreenCanvas(width, height).getContext('2d')
      pen?.drawImage(image, 0, 0)
      const coloursFrom = (top: number, rows: number) =>
        new Set(new Uint32Array(pen?.getImageData(0, top, width, rows).data.buffer ?? [])).size
      return {
        width,
        height,
        coloursOfMap: coloursFrom(Math.round(height / 2), 40),
        coloursBelow: coloursFrom(Math.round(height * 0.9), Math.floor(height * 0.1)),
      }
    },
    `data:image/png;base64,${bytes.toString('base64')}`,
  )
}
