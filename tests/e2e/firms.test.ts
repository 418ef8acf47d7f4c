// The board of transformation and pooling: limits, recording a stage, groups of plants, empty small sites.
import { expect, it } from 'vitest'
import { visit } from '#scripts/running-atlas.ts'
import { ownAtlas } from '#tests/support/browsing.ts'

const atlas = ownAtlas()

it('finds more buyers in more time, says whose reading a path is and what is missing', async () => {
  const { page, outside, errors, context } = await visit(atlas.browser, atlas.origin, {
    hasMap: false,
  })
  await page.locator('.layout-views').getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '转型与集采' }).click()
  const row = page.locator('.firms-table tbody', { hasText: '龙润汽车转向器' })
  await row.getByText('线控转向').first().waitFor()
  await row.getByText('本图推断，无文件依据').waitFor()
  const lowest = async () => Number.parseInt((await row.locator('b').textContent()) ?? '', 10)
  const atSixty = await lowest()
  await page.getByLabel('买方车程上限（卡车分钟）').selectOption('120')
  await page.getByText('120 分钟内的买方').waitFor()
  expect(await lowest()).toBeGreaterThan(atSixty)
  await page.getByText(/在产整车厂分为 \d+ 组/).waitFor()
  await page.getByText(/现有资料未注明任何园区为小微企业园/).waitFor()
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('records the stage of a firm by the keyboard, unknown until then', async () => {
  const { page, context } = await visit(atlas.browser, `${atlas.origin}/?view=firms`, {
    hasMap: false,
  })
  const row = page.locator('.firms-table tbody', { hasText: '龙润汽车转向器' })
  expect(await row.locator('.firms-stage').textContent()).toContain('未知')
  await row.getByRole('button', { name: /登记.*转型阶段/ }).focus()
  await page.keyboard.press('Enter')
  const form = page.locator('aside.editing')
  await form.getByLabel('转型阶段').first().selectOption('building')
  const type = async (label: RegExp, text: string) => {
    await form.getByLabel(label).first().focus()
    await page.keyboard.type(text)
  }
  await type(/^来源(?!类)/, '测试，虚构')
  await type(/姓名/, '测试员')
  await type(/为什么|理由|原因/, '测试')
  await form
    .getByLabel(/可信度/)
    .first()
    .selectOption('low')
  await form.getByRole('button', { name: /保存/ }).focus()
  await page.keyboard.press('Enter')
  await row.locator('.firms-stage', { hasText: '在建' }).waitFor()
  await page.getByText('已登记转型阶段的 1 家').first().waitFor()
  await context.close()
})
