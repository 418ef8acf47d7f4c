// A comparison that leaves the page: by a short link, as a report that can be checked, and on paper.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { StoredComparison } from '#geodata/contract/comparisons.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { SavedReport } from '#geodata/contract/processes/report.ts'
import { attachedJson } from '#geodata/formats/attached-json.ts'
import { axeFinds, settled, visit } from '#scripts/running-atlas.ts'
import { executed, sharedAtlas } from '#tests/support/browsing.ts'
import { printed } from '#tests/support/printed.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const atlas = sharedAtlas()

it('shares a comparison by a short link, which opens it read-only on another page, to go on from and back', async () => {
  const question = 'product=battery-tray&ask=need:landHectares~2000'
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=compare&${question}&compare=CQ-V04,CQ-V02,CQ-V01&if=Rates,freightRate:10`,
  )
  const heads = page.locator('.compare-table thead th')
  await page.locator('.compare-table [data-row="score"]').waitFor()
  // A column is dragged, a place named, a row noted on, another hidden and seen in the list of those hidden.
  await heads.nth(1).locator('.column-name').dragTo(heads.nth(2))
  await heads.nth(1).getByText('鱼复').waitFor()
  await page.getByRole('button', { name: /^鱼复：移动/ }).press('Enter')
  await page.getByLabel('自拟名称').fill('江北一号')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await heads.nth(1).getByText('江北一号').waitFor()
  await page.locator('[data-row="record level"] .row-title').press('Enter')
  await page.getByRole('textbox', { name: '备注', exact: true }).fill('待批复')
  await page.getByRole('button', { name: '隐藏“级别”' }).press('Enter')
  await page.getByText('已隐藏的行（1）').click()
  await page.getByRole('button', { name: '显示 级别' }).press('Enter')
  await page.locator('[data-row="record level"] .row-note', { hasText: '待批复' }).waitFor()
  await page.locator('[data-row="record stage"] .row-title').press('Enter')
  await page.getByRole('button', { name: '隐藏“阶段”' }).press('Enter')

  await page.getByRole('button', { name: '分享' }).press('Enter')
  await page.getByLabel('名称', { exact: true }).fill('托盘三处')
  await page.getByLabel('分享者').fill('市'.repeat(81))
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '最多 80 个字符，现有 81 个' }).waitFor()
  await page.getByLabel('分享者').fill('市经信委')
  await page.keyboard.press('Enter')
  const link = await page.getByLabel('短链接').inputValue()
  expect(link).toMatch(/\?comparison=[0-9a-f]{16}$/)
  await page.keyboard.press('Escape')

  // Whoever opens it sees the same figures, and nothing to change them by.
  const reader = await visit(atlas.browser, link)
  const shown = reader.page.locator('.compare-table')
  await shown.locator('[data-row="score"]').waitFor()
  await reader.page.getByText(/此比选由市经信委于\d+年\d+月\d+日保存，只读/).waitFor()
  expect(await reader.page.locator('h1').innerText()).toBe('托盘三处')
  const rowsOf = (on: Page) =>
    on
      .locator('.compare-table tbody tr:not(.group, .fold)')
      .evaluateAll((rows) => rows.map((row) => row.textContent))
  expect(await rowsOf(reader.page)).toEqual(await rowsOf(page))
  expect(await reader.page.locator('.compare-kept li').count()).toBe(0)
  expect(await shown.locator('[data-row="record stage"]').count()).toBe(0)
  expect(await shown.locator('.column-menu, .row-title, textarea').count()).toBe(0)
  await reader.page.locator('.what-if-grid').getByText('Rates').first().waitFor()
  expect(await axeFinds(reader.page)).toEqual([])
  await reportMadeAndChecked(reader.page, new URL(link).searchParams.get('comparison') ?? '')
  await reader.page.getByRole('button', { name: '在此基础上继续' }).press('Enter')
  await reader.page.getByRole('button', { name: /^江北一号：移动/ }).waitFor()
  const own = new URL(reader.page.url()).searchParams
  expect([own.get('comparison'), own.get('compare')]).toEqual([null, 'CQ-V02,CQ-V04,CQ-V01'])
  await reader.page.goBack()
  await reader.page.locator('.compare-kept').waitFor()

  // Within another page there is neither rail nor control, but the way to the whole.
  await reader.page.goto(`${link}&embed=1`)
  await shown.locator('[data-row="score"]').waitFor()
  expect(await reader.page.locator('.rail, .compare-acts, .compare-looks').count()).toBe(0)
  expect(await reader.page.getByRole('link', { name: '打开完整比选' }).getAttribute('href')).toBe(
    link,
  )
  expect(await axeFinds(reader.page)).toEqual([])
  expect([reader.errors, errors]).toEqual([[], []])
  await reader.context.close()
  await context.close()
})

/** The report of what is kept: made, held against the answer, and checked by its file. */
async function reportMadeAndChecked(page: Page, comparisonId: string): Promise<void> {
  await page.getByRole('button', { name: '生成报告' }).click()
  const panel = page.getByRole('region', { name: '生成报告' })
  const make = panel.getByRole('button', { name: '生成 PDF' })
  await make.press('Enter')
  await panel.getByText(/报告已生成，共 \d+ 页/).waitFor({ timeout: 60_000 })
  expect(await make.evaluate((button) => button === document.activeElement)).toBe(true)
  const coming = page.waitForEvent('download')
  await panel.getByRole('button', { name: '下载' }).click()
  const file = path.join(temporaryFolder(), 'report.pdf')
  await (await coming).saveAs(file)
  const inside = await attachedJson(new Uint8Array(readFileSync(file)))
  const saved = SavedReport.parse(inside.kind === 'json' ? inside.json : null)
  const storedAs = async (id: string) => {
    const response = await fetch(`${atlas.origin}/api/comparisons/${id}`)
    return StoredComparison.parse(await response.json()).comparison
  }
  const comparison = await storedAs(comparisonId)
  const withFigures = await storedAs(saved.comparisonId)
  expect({ ...withFigures, found: comparison.found }).toEqual(comparison)
  expect(withFigures.found?.figures?.candidates).toEqual(saved.candidates)
  const { siting, candidateIds } = comparison
  const { candidates } = await executed<ComparisonResult>(atlas, 'comparison', {
    siting,
    candidateIds,
  })
  expect(saved.candidates.map(({ score }) => score)).toEqual(
    candidates.map(({ ranked }) => ranked?.score.central ?? null),
  )
  const checked = async () => {
    const answered = page.waitForResponse(/verify-report/)
    await panel.getByRole('button', { name: '复核' }).click()
    await answered
    return panel.getByText(/重新计算 \d+ 个数字，全部相同/).innerText()
  }
  await panel.getByLabel('复算编号').fill(saved.comparisonId)
  const byNumber = await checked()
  await panel.getByLabel('报告文件（PDF）').setInputFiles(file)
  expect(await checked()).toBe(byNumber)
  expect(await axeFinds(page)).toEqual([])
  await page.keyboard.press('Escape')
}

/** As many scenarios as there can be, and three of them at once. */
const SIX = [
  '龙兴用地查明,land:CQ-V01_400,land:CQ-V04_300',
  '第二个整车园,vehiclePlant:第二整车园_106.712_29.7_200000',
  '北线通车,opened:106.795_29.69_105.93_29.36_motorway',
  '大桥封闭,closed:106.55_29.56',
  '已删园区,land:CQ-X99_5',
  '增产,volume:O006_30,freightRate:10',
  ':1.2.3',
].join('/')

it('prints a comparison on A4, a page a board, with its sources, hashes and approval number, and no buttons', async (context) => {
  const visited = await visit(
    atlas.browser,
    `${atlas.origin}/?at=compare&product=battery-tray&ask=need:landHectares~12&compare=CQ-V04,CQ-V02,CQ-V01,CQ-N01,CQ-N02,CQ-N03&if=${SIX}`,
  )
  const { page } = visited
  await page.locator('.compare-table [data-row="score"]').waitFor()
  await page.locator('.what-if-grid [data-scenario="1+2+3"]').waitFor()
  await settled(visited)
  const { sheets } = await printed(context, page)
  const heads = await page
    .locator('.pictures > *')
    .evaluateAll((boards) => boards.map((board) => board.querySelector('h2')?.textContent ?? '?'))
  const boards = heads.map((head) =>
    sheets.findIndex((sheet) => sheet.startsWith(head.replace(/\s/g, ''))),
  )
  expect(boards).toHaveLength(7)
  // Six maps, the table, each board, and the scenarios on one sheet; behind them the sources.
  expect(boards).toEqual(boards.map((_, index) => 2 + index))
  const [scenarios = '', ...rest] = sheets.slice(boards.length + 2)
  expect(scenarios).toMatch(/^情景.*均与现状相比/)
  expect(rest.length).toBeLessThanOrEqual(1)
  await page.emulateMedia({ media: 'print' })
  const onPaper = await page.locator('body').innerText()
  const { hash } = (await (await fetch(`${atlas.origin}/api/dataset`)).json()) as { hash: string }
  for (const said of ['来源', '审图号：未设置', hash.slice(0, 12), '2026-11', 'https://']) {
    expect(onPaper).toContain(said)
  }
  // A cell of the table and a line of a key are buttons too: on paper they are what they say.
  const pressed = page.locator(
    'button:visible:not(td.cell > button, .row-title, .picture-key button)',
  )
  expect(await pressed.count()).toBe(0)
  await visited.context.close()
})
