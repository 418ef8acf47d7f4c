// The targets board: clause and figures of a target, the districts side by side, adding progress.
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it, type TestContext } from 'vitest'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { ownAtlas } from '#tests/support/browsing.ts'

const atlas = ownAtlas()

it('opens a target to its clause, whose it is and every figure with its source', async () => {
  const { page, outside, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=progress`,
  )
  await page.getByRole('button', { name: '引进智能网联新能源汽车零部件企业' }).click()
  const detail = page.locator('#target-T01')
  await detail.getByText('力争引进300家智能网联新能源汽车零部件企业').waitFor()
  await detail.getByText('责任：市 100 家、区县 200 家').waitFor()
  await detail.getByText('不作预测：同口径数据只有 0 期').waitFor()
  const projects = detail.getByRole('row', { name: /招商引资项目/ })
  expect(await projects.textContent()).toMatch(/224 个.*2023年6月.*口径不同：单位不同/)
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('counts progress that a user adds at once, all by the keyboard', async () => {
  const { page, context } = await visit(atlas.browser, `${atlas.origin}/?at=progress`)
  await page
    .getByRole('main')
    .getByText(/11 项目标中，0 项有同口径/)
    .waitFor()
  const target = page.getByRole('button', { name: '传统零部件企业转型升级' })
  await target.focus()
  await page.keyboard.press('Enter')
  const add = page.getByRole('button', { name: '补充“传统零部件企业转型升级”的进展' })
  await add.focus()
  await page.keyboard.press('Enter')
  const form = page.locator('aside.editing')
  // The form takes the focus when it is there; what is typed before would land elsewhere.
  await form.locator(':focus').waitFor()
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
  await page
    .getByRole('main')
    .getByText(/11 项目标中，1 项有同口径/)
    .waitFor()
  await context.close()
})

it('shows every district on one scale and as a table, and the tasks of the plan', async (test) => {
  const { page, context } = await visit(atlas.browser, `${atlas.origin}/?at=progress`)
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
  await tasksBoard(page, test)
  await context.close()
})

/** The plan's tasks: whose they are, what is shown of a district, where it is seen, and on paper. */
async function tasksBoard(page: Page, test: TestContext): Promise<void> {
  await page.getByText('任务', { exact: true }).click()
  await page
    .getByText(/共 20 项任务。17 项本图有数可看，3 项没有；12 项写明责任单位，8 项/)
    .waitFor()
  const rows = page.locator('.tasks-table tbody tr:not(.tasks-part)')
  expect(await rows.count()).toBe(20)
  expect(await axeFinds(page)).toEqual([])
  const firms = rows.filter({ hasText: '实施培育提升行动' }).locator('.shown b')
  expect(await firms.textContent()).toBe('124 家')
  const rates = rows.filter({ hasText: '推动整零协同发展' }).locator('.shown')
  expect(await rates.textContent()).toMatch(/70 %.*>45%.*数据不一致/)
  const { pages, text } = await printed(test, page)
  expect(pages).toBe(1)
  for (const word of ['20 项任务', '五(3)', '文本未载明']) expect(text).toContain(word)
  await page.getByRole('button', { name: '市国资委 3' }).click()
  expect(await rows.locator('.id').allTextContents()).toEqual(['一(5)', '二(4)', '四(3)*'])
  expect(decodeURIComponent(page.url())).toContain('side=市国资委')
  await page.getByText('全部 20').click()
  await page.getByLabel('区县').last().selectOption('500109')
  await page.getByText(/北碚区：1[0-9] 项本图有数可看/).waitFor()
  expect(Number.parseInt((await firms.textContent()) ?? '', 10)).toBeLessThan(20)
  await page.getByLabel('区县').last().selectOption('')
  // The certificates lead to their firm, where each says how firmly it is known.
  await page.getByRole('button', { name: '认证：提升质量与装备水平' }).click()
  const inspector = page.locator('.inspector')
  await inspector.getByRole('heading', { name: '证书与称号' }).waitFor()
  expect(await inspector.getByText('有据可查').count()).toBe(3)
  await page.goto(`${atlas.origin}/?sel=companies/T041`)
  await inspector.getByText('来源不一致').waitFor()
  expect(await inspector.locator('.stated li').allTextContents()).toEqual([
    expect.stringMatching(/固态电池 10 GWh 本图采用.*2022年7月31日.*chinanews/),
    expect.stringMatching(/电芯 20 GWh（规划） 与之不一致.*2025年5月.*cnfeol\.com/),
  ])
}

/** The printed brief: its number of pages and its text, by poppler; skipped where that is missing. */
async function printed(context: TestContext, page: Page): Promise<{ pages: number; text: string }> {
  const { error } = spawnSync('pdfinfo', ['-v'])
  if (error) context.skip(`pdfinfo is not installed (Debian: poppler-utils): ${error.message}`)
  const file = path.join(atlas.dataDir, 'brief.pdf')
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }))
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  expect(info).toMatch(/Page size:\s+59\d.*84\d.*A4/)
  return {
    pages: Number(info.match(/Pages:\s+(\d+)/)?.[1]),
    text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }),
  }
}

/** Parks and firms of the longest names that may be written, invented for this test. */
async function fillWithLongNames(adcodePlace: [number, number]): Promise<void> {
  const evidence = { source: '测试，虚构', confidence: 'low', coordPrecision: 'town' }
  const post = async (collection: string, geometry: object, properties: object) => {
    const answer = await fetch(`${atlas.origin}/api/collections/${collection}/items`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/geo+json',
        'Atlas-Editor': 'test',
        'Atlas-Reason': 'test',
      },
      body: JSON.stringify({ type: 'Feature', geometry, properties }),
    })
    expect(answer.status, await answer.text()).toBe(201)
  }
  const at = { type: 'Point', coordinates: adcodePlace }
  const longest = (number: number, letter: string) => `${number}${letter.repeat(118)}`
  for (let number = 10; number < 22; number += 1) {
    await post('parks', at, {
      nameZh: longest(number, '园'),
      nameEn: longest(number, 'W'),
      role: 'parts',
      segmentIds: ['battery', 'e_drive', 'thermal', 'lightweight'],
      level: '市级',
      stage: 'candidate',
      ...evidence,
    })
    await post('companies', at, {
      nameZh: longest(number, '企'),
      nameEn: longest(number, 'M'),
      kind: 'tier1',
      city: '重庆',
      ...evidence,
    })
  }
}

const BRIEFED = [
  ['500112', 'zh-CN', ['渝北区', '审图号', '已知企业 35', '还有']],
  ['500112', 'en', ['Yubei', 'Known firms 35', 'more']],
  // Nothing is recorded of it, and its name is among the longest.
  ['500242', 'zh-CN', ['酉阳土家族苗族自治县', '暂未收录', '未知']],
  ['500242', 'en', ['Youyang', 'Nothing is listed here']],
] as const

it.for(BRIEFED)('prints the brief of %s in %s on one A4 page', async ([id, lang, words], test) => {
  const { page, context, errors } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=progress&brief=${id}&lang=${lang}&theme=dark`,
  )
  await page.locator('.brief-sheet .district-map').waitFor()
  const { pages, text } = await printed(test, page)
  expect(pages).toBe(1)
  for (const word of words) expect(text).toContain(word)
  expect(text).not.toContain('打印')
  expect(errors).toEqual([])
  await context.close()
})

it.for(['zh-CN', 'en'])('keeps to one page for the longest names, in %s', async (lang, test) => {
  // In the middle of 彭水苗族土家族自治县.
  if (lang === 'zh-CN') await fillWithLongNames([108.2, 29.3])
  const { page, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=progress&brief=500243&lang=${lang}`,
  )
  await page.locator('.brief-sheet ol li').first().waitFor()
  const { pages, text } = await printed(test, page)
  expect(pages).toBe(1)
  expect(text).toMatch(lang === 'en' ? /Known firms 12/ : /已知企业 12/)
  await context.close()
})

it('opens the brief of a district from its card and goes back, by the keyboard', async () => {
  const { page, context } = await visit(atlas.browser, `${atlas.origin}/?at=progress&by=districts`)
  await page.getByRole('button', { name: '璧山区一页简报' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '璧山区', level: 1 }).waitFor()
  expect(page.url()).toContain('brief=500120')
  await page.getByLabel('选择其他区县').selectOption('500109')
  await page.getByRole('heading', { name: '北碚区', level: 1 }).waitFor()
  expect(await axeFinds(page)).toEqual([])
  await page.getByRole('button', { name: '返回进展' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.district-card').first().waitFor()
  await context.close()
})
