// The boards of the layout workspace: the candidates for the "1", the stages, the park index.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  axeFinds,
  openBrowser,
  type RunningAtlas,
  startAtlas,
  visit,
} from '#scripts/running-atlas.ts'

let atlas: RunningAtlas
let browser: Browser
beforeAll(async () => {
  atlas = await startAtlas()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await atlas?.stop()
})

it('compares the candidates, traces a figure to its rows, sets a "1" and takes it back', async () => {
  const { page, outside, errors, context } = await visit(browser, atlas.origin)
  await page.getByRole('button', { name: '谁是“1”' }).click()
  await page.locator('.one-strip').nth(3).waitFor()
  const cell = page.locator('.one-table tbody tr', { hasText: '60 分内供应商' })
  await cell.getByRole('button').last().click()
  await page.getByRole('heading', { name: /青凤科创城 · 60 分内供应商/ }).waitFor()
  const rows = page.locator('.one-timed tbody tr')
  const surely = await rows.filter({ hasText: /\d\s*在内/ }).count()
  expect(await rows.count()).toBeGreaterThan(surely)
  await page.getByRole('button', { name: '设为“1”：青凤科创城（我的设定）' }).click()
  await page.getByText(/“1”设为.*青凤/).waitFor()
  expect(page.url()).toContain('one=CQ-V04')
  await page.getByRole('button', { name: '设为“1”：鱼复（我的设定）' }).click()
  expect(page.url()).toContain('one=CQ-V02')
  await page.getByRole('button', { name: '撤销' }).click()
  expect(page.url()).toContain('one=CQ-V04')
  await page.getByRole('button', { name: '地图' }).click()
  await page.getByText(/零部件园中 \d+ 个到“1”（按我的设定：.*青凤/).waitFor()
  await page.getByRole('button', { name: '清除设定' }).click()
  await page.getByText(/到最近的候选“1”不超过/).waitFor()
  expect(page.url()).not.toContain('one=')
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('sets a "1" by the keyboard alone, and the rows of a figure take the focus', async () => {
  const { page, context } = await visit(browser, `${atlas.origin}/?view=vehicle-park`)
  const set = page.getByRole('button', { name: '设为“1”：鱼复（我的设定）' })
  await set.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '取消设定：鱼复' }).waitFor()
  await page.locator('.one-table tbody .figure-button').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'one-rows')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('.one-rows').waitFor({ state: 'detached' })
  await context.close()
})

it('ranks again under other weights at once, opens a park term by term, and the address keeps it', async () => {
  const { page, errors, context } = await visit(browser, `${atlas.origin}/?view=index`)
  const names = page.locator('.index-row .site-name')
  await names.first().waitFor()
  const before = await names.allInnerTexts()
  expect(before.length).toBe(42)
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('/execution') && asked.push(request.url()))
  for (const title of ['已知企业', '分工落实', '级别', '30 分内创新平台', '有来源的比例']) {
    await page.getByRole('slider', { name: `${title}的权重` }).fill('0')
  }
  await page.getByRole('slider', { name: '到“1”的分钟的权重' }).fill('100')
  expect(await names.allInnerTexts()).not.toEqual(before)
  expect(asked).toEqual([])
  expect(page.url()).toContain('minutesToOne:100')
  await page.reload()
  await names.first().waitFor()
  expect(await names.allInnerTexts()).not.toEqual(before)
  await page.getByRole('button', { name: '恢复默认权重' }).click()
  expect(await names.allInnerTexts()).toEqual(before)
  expect(page.url()).not.toContain('iw=')
  expect(errors).toEqual([])
  await context.close()
})

it('opens a park of the index by keys, down to the rows, and follows the "1" that is set', async () => {
  const { page, context } = await visit(browser, `${atlas.origin}/?view=index`)
  await page.locator('.index-row').first().focus()
  await page.keyboard.press('Enter')
  const terms = page.locator('.index-terms tbody tr')
  await terms.first().waitFor()
  expect(await terms.count()).toBe(9)
  const minutes = terms.filter({ hasText: '到“1”的分钟' })
  const undecided = await minutes.locator('td').first().innerText()
  await minutes.locator('summary').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('.inspector').waitFor()
  await page.goto(`${atlas.origin}/?view=index&one=CQ-V03`)
  await page.locator('.index-row', { hasText: '璧山高新区' }).click()
  await page.getByText('“1”设为').waitFor()
  expect(await minutes.locator('td').first().innerText()).not.toBe(undecided)
  await context.close()
})

it('shows the evidence behind a mark, takes a new piece of it from the form, and undoes it', async () => {
  const { page, errors, context } = await visit(browser, `${atlas.origin}/?view=stages`)
  const open = (name: RegExp) => page.getByRole('button', { name })
  await open(/合川园区 · 获评特色园称号: 符合/).click()
  await page.getByText('china-atec.cn').waitFor()
  await open(/江津德感 · 官方宣布创建: 未知/).click()
  await page.getByText('没有查得依据').waitFor()
  await page.getByRole('button', { name: '补一条依据' }).click()
  const form = page.locator('form.editor')
  await form.getByLabel('判断').selectOption('met')
  await form.getByLabel('依据', { exact: false }).first().fill('虚构：测试用公告')
  await form.getByLabel(/^来源(?!类)/).fill('an invented notice')
  await form.getByLabel('可信度').selectOption('low')
  await form.getByLabel('改动原因').fill('test')
  await form.getByLabel('您的姓名').fill('planner')
  await form.getByRole('button', { name: '保存' }).click()
  await open(/江津德感 · 官方宣布创建: 符合/).waitFor()
  const row = page.locator('.stages-matrix tbody tr', { hasText: '江津德感' })
  await row.getByText('创建中').waitFor()
  await row.getByText('数据记作候选').waitFor()
  await page.locator('.toast').getByRole('button', { name: '撤销' }).click()
  await open(/江津德感 · 官方宣布创建: 未知/).waitFor()
  expect(errors).toEqual([])
  await context.close()
})

it('goes from a year of the stages to the map of that year', async () => {
  const { page, context } = await visit(browser, `${atlas.origin}/?view=stages`)
  const recognised = page.locator('.stages-years tbody tr', { hasText: '已认定' })
  await recognised.waitFor()
  expect(await recognised.locator('td').first().innerText()).toBe('北碚同兴')
  await page.getByRole('button', { name: '2023' }).click()
  await page.getByRole('radio', { name: /^2023/, checked: true }).waitFor()
  expect(page.url()).toContain('year=2023')
  await context.close()
})

const LOOKS = [
  ['zh-CN', 'light'],
  ['zh-CN', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const

it.each(LOOKS)('has nothing axe objects to, in %s and %s', async (lang, theme) => {
  const { page, context } = await visit(
    browser,
    `${atlas.origin}/?view=vehicle-park&one=CQ-V02&lang=${lang}&theme=${theme}`,
  )
  await page.locator('.one-table .figure-button').first().click()
  await page.locator('.one-timed').waitFor()
  expect(await axeFinds(page)).toEqual([])
  await page.goto(`${atlas.origin}/?view=index&lang=${lang}&theme=${theme}`)
  await page.locator('.index-row').first().click()
  await page.locator('.index-terms').waitFor()
  expect(await axeFinds(page)).toEqual([])
  await page.goto(`${atlas.origin}/?view=stages&lang=${lang}&theme=${theme}`)
  await page.locator('.stages-cell').first().click()
  await page.locator('.stages-evidence').waitFor()
  expect(await axeFinds(page)).toEqual([])
  await context.close()
})

it.each([
  ['vehicle-park', '.one-strip button'],
  ['index', '.index-row'],
  ['stages', '.stages-cell'],
])('fits a phone: nothing of %s runs out of 390 pixels', async (board, target) => {
  const { page, context } = await visit(browser, `${atlas.origin}/?view=${board}`, {
    viewport: { width: 390, height: 844 },
  })
  await page.locator(target).first().waitFor()
  const wide = await page.locator('.layout-board').evaluate((one) => one.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
  const button = await page.locator(target).first().boundingBox()
  expect(button?.height).toBeGreaterThanOrEqual(44)
  await context.close()
})
