// The targets board: clause and figures of a target, the districts side by side, adding progress.
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

it('opens a target to its clause, whose it is and every figure with its source', async () => {
  const { page, outside, errors, context } = await visit(browser, `${atlas.origin}/?at=progress`)
  await page.getByRole('button', { name: '引进SINEV零部件企业' }).click()
  const detail = page.locator('#target-T01')
  await detail.getByText('力争引进300家智能网联新能源汽车零部件企业').waitFor()
  await detail.getByText('责任：市 100 家、区县 200 家').waitFor()
  await detail.getByText('不作预测：同口径的数只有 0 期').waitFor()
  const projects = detail.getByRole('row', { name: /招商引资项目/ })
  expect(await projects.textContent()).toMatch(/224 个.*2023-06.*口径不同：单位不同/)
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('counts progress that somebody adds at once, all by the keyboard', async () => {
  const { page, context } = await visit(browser, `${atlas.origin}/?at=progress`)
  await page.getByText(/11 项目标里，0 项有同口径/).waitFor()
  const target = page.getByRole('button', { name: '传统零部件企业转型升级' })
  await target.focus()
  await page.keyboard.press('Enter')
  const add = page.getByRole('button', { name: '补一条“传统零部件企业转型升级”的进展' })
  await add.focus()
  await page.keyboard.press('Enter')
  const form = page.locator('aside.editing')
  await form.waitFor()
  const type = async (label: RegExp, text: string) => {
    await form.getByLabel(label).first().focus()
    await page.keyboard.type(text)
  }
  await type(/^数值|^值/, '120')
  await type(/^截至/, '2024-12')
  await type(/^来源(?!类)/, '测试，虚构')
  await type(/你是谁|姓名|谁/, '测试员')
  await type(/为什么|理由|原因/, '测试')
  await form
    .getByLabel(/可信度/)
    .first()
    .selectOption('low')
  await form.getByRole('button', { name: /保存/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/11 项目标里，1 项有同口径/).waitFor()
  await context.close()
})

it('shows every district on one scale, and the same as a table', async () => {
  const { page, context } = await visit(browser, `${atlas.origin}/?at=progress`)
  await page.getByText('区县', { exact: true }).first().click()
  await page.locator('.district-card').nth(37).waitFor()
  expect(page.url()).toContain('by=districts')
  await page.getByText('看表格与来源').click()
  const row = page.locator('.district-table tr', { hasText: '北碚区' })
  const card = page.locator('.district-card', { hasText: '北碚区' })
  const said = await card.locator('dd b').allTextContents()
  expect(await row.locator('td.number').allTextContents()).toEqual(said)
  const widths = await page.locator('.district-card').evaluateAll((cards) =>
    cards.flatMap((one) => {
      const bar = one.querySelector('dl div:nth-child(2) i')
      const count = Number(one.querySelector('dl div:nth-child(2) b')?.textContent)
      return bar && count > 0 ? [bar.getBoundingClientRect().width / count] : []
    }),
  )
  // One scale: every firm is as wide as every other.
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.3)
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
    `${atlas.origin}/?at=progress&lang=${lang}&theme=${theme}`,
  )
  await page.locator('.progress-open').first().click()
  await page.locator('.progress-all').waitFor()
  expect(await axeFinds(page)).toEqual([])
  await page.goto(`${atlas.origin}/?at=progress&by=districts&lang=${lang}&theme=${theme}`)
  await page.locator('.district-card').first().waitFor()
  await page.locator('.twin summary').click()
  expect(await axeFinds(page)).toEqual([])
  await context.close()
})

it.each(['city', 'districts'])('fits a phone by %s: nothing runs out of 390 pixels', async (by) => {
  const { page, context } = await visit(browser, `${atlas.origin}/?at=progress&by=${by}`, {
    viewport: { width: 390, height: 844 },
  })
  await page
    .locator(by === 'city' ? '.progress-open' : '.district-card')
    .first()
    .waitFor()
  const wide = await page.locator('.board').evaluate((board) => board.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
  await context.close()
})
