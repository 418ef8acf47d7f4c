// The coverage matrix: read, narrowed, opened by mouse and by keyboard, taken away as a table.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CoverageResult } from '#geodata/contract/processes/coverage.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { downloadedText, onePage, sharedAtlas, turnTo } from '#tests/support/browsing.ts'

const atlas = sharedAtlas()
let answer: CoverageResult
beforeAll(async () => {
  const response = await fetch(`${atlas.origin}/api/processes/coverage/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs: {} }),
  })
  answer = (await response.json()) as CoverageResult
})

const openAt = onePage(atlas, { viewport: { width: 1440, height: 900 }, hasMap: false })
/** The board as it opens: nothing is left of what was opened before. */
const open = async (query = '') => {
  const visited = await openAt('at=progress')
  await turnTo(visited.page, `view=matrix${query}`)
  await visited.page.locator('.matrix-scroll table').first().waitFor()
  return visited
}
const row = (page: Page, id: string) => page.locator(`tr[data-row="${id}"]`)
const cell = (page: Page, rowId: string, columnId: string) =>
  row(page, rowId).locator(`[data-column="${columnId}"]`)
const suppliers = (page: Page, id: string) => row(page, id).locator('.end').first()

const given = (id: string) => {
  const found = answer.rows.find((one) => one.id === id)
  if (!found) throw new Error(`The answer has no row ${id}.`)
  return found
}
const range = (id: string) => {
  const { suppliersLow, suppliersHigh } = given(id)
  return suppliersLow === suppliersHigh ? `${suppliersLow}` : `${suppliersLow}–${suppliersHigh}`
}

it('shows every segment by every park as the server counts them, and asks no other host', async () => {
  const { page, outside, errors } = await open()
  const segments = answer.rows.filter(({ kind }) => kind === 'segment')
  expect(await page.locator('.matrix-scroll tbody tr').count()).toBe(segments.length)
  expect(await page.locator('.matrix-scroll thead th[data-column]').count()).toBe(
    answer.columns.length,
  )
  for (const { id, cells } of segments) {
    expect(await suppliers(page, id).textContent(), id).toBe(range(id))
    expect(await row(page, id).locator('.square').count(), id).toBe(cells.length)
  }
  const heads = page.locator('.matrix-scroll thead th[data-column]')
  expect(
    await heads.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.column)),
  ).toEqual(answer.columns.map(({ id }) => id))
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
})

it('counts by another limit at once, without asking the server again, and the address keeps it', async () => {
  const { page } = await open()
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/processes/')) asked += 1
  })
  const before = await suppliers(page, 'battery').textContent()
  await page.getByRole('slider').fill('150')
  await page.waitForFunction(
    (text) => document.querySelector('tr[data-row="battery"] .end')?.textContent !== text,
    before,
  )
  const { known: _, ...later } = await fetch(`${atlas.origin}/api/processes/coverage/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs: { withinMinutes: 150 } }),
  }).then((response) => response.json() as Promise<CoverageResult>)
  const battery = later.rows.find(({ id }) => id === 'battery')
  expect(await suppliers(page, 'battery').textContent()).toBe(
    battery?.suppliersLow === battery?.suppliersHigh
      ? `${battery?.suppliersLow}`
      : `${battery?.suppliersLow}–${battery?.suppliersHigh}`,
  )
  await page.getByRole('button', { name: '全部', exact: true }).click()
  await page.waitForFunction(
    (count) => document.querySelector('tr[data-row="battery"] .end')?.textContent === count,
    `${given('battery').firmIds.length}`,
  )
  expect(asked).toBe(0)
  expect(page.url()).toContain('within:any')
})

describe('a cell', () => {
  const crowded = () =>
    given('e_drive').cells.reduce((best, one) =>
      one.firmIds.length > best.firmIds.length && one.columnId !== 'elsewhere' ? one : best,
    )

  it('opens by mouse to its firms with their sources, a firm to its facts, and all to the map', async () => {
    const { page } = await open()
    const { columnId, firmIds } = crowded()
    await cell(page, 'e_drive', columnId).click()
    const side = page.locator('.matrix-side')
    await side.getByRole('heading', { level: 2, name: /电驱/ }).waitFor()
    expect(await side.locator('.matrix-firms > ul > li').count()).toBe(firmIds.length)
    expect(await side.locator('.provenance').count()).toBe(firmIds.length)
    await side.locator('.matrix-firms > ul h3 button').first().click()
    await page.locator('.inspector h2').waitFor()
    await page.locator('.inspector .close').click()
    await page.getByRole('button', { name: '在地图上查看' }).click()
    await page.locator('.map-frame').waitFor()
    expect(page.url()).toContain(`sel=parks/${columnId}`)
    expect(page.url()).toContain('segments=e_drive')
  })

  it('is reached and opened by keyboard alone, and Escape leads back to it', async () => {
    const { page } = await open()
    const { columnId, firmIds } = crowded()
    const focusedCell = () =>
      page.evaluate(() => {
        const at = document.activeElement as HTMLElement | null
        return [at?.closest('tr')?.dataset.row, at?.dataset.column]
      })
    await page.locator('.matrix-scroll [tabindex="0"]').focus()
    expect(await focusedCell()).toEqual(['battery', undefined])
    await page.keyboard.press('ArrowDown')
    expect(await focusedCell()).toEqual(['e_drive', undefined])
    const steps = answer.columns.findIndex(({ id }) => id === columnId) + 1
    for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight')
    expect(await focusedCell()).toEqual(['e_drive', columnId])
    await page.keyboard.press('Enter')
    const heading = page.locator('.matrix-side h2')
    await page.waitForFunction(() => document.activeElement?.matches('.matrix-side h2'))
    expect(await heading.textContent()).toContain('电驱')
    expect(await page.locator('.matrix-firms > ul > li').count()).toBe(firmIds.length)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.matches('.matrix-scroll td'))
    expect(await focusedCell()).toEqual(['e_drive', columnId])
    await page.keyboard.press('Control+End')
    expect(await page.evaluate(() => document.activeElement?.closest('tfoot') !== null)).toBe(true)
    await page.keyboard.press('Control+Home')
    expect(await page.evaluate(() => document.activeElement?.closest('thead') !== null)).toBe(true)
    expect(await page.locator('.matrix-scroll [tabindex="0"]').count()).toBe(1)
  })
})

it('opens a segment to its products by keyboard, and they hold all its firms', async () => {
  const { page } = await open()
  const head = row(page, 'battery').locator('th')
  await head.focus()
  await page.locator('.matrix-scroll [tabindex="0"]').focus()
  await page.keyboard.press('Enter')
  const products = answer.rows.filter(
    ({ segmentId, kind }) => segmentId === 'battery' && kind !== 'segment',
  )
  await row(page, products[0]?.id ?? '').waitFor()
  expect(await head.getAttribute('aria-expanded')).toBe('true')
  for (const { id } of products) {
    expect(await suppliers(page, id).textContent(), id).toBe(range(id))
  }
  await page.keyboard.press('Enter')
  await row(page, products[0]?.id ?? '').waitFor({ state: 'detached' })
})

it('follows the filters, says what is left out, and the way back', async () => {
  const { page } = await open('&systems=v2x&stages=creating')
  expect(await page.locator('.matrix-scroll tbody tr').count()).toBe(1)
  expect(await row(page, 'v2x').count()).toBe(1)
  const heads = page.locator('.matrix-scroll thead th[data-column]')
  const few = await heads.count()
  expect(few).toBeLessThan(10)
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.waitForFunction(
    (count) => document.querySelectorAll('.matrix-scroll thead th[data-column]').length === count,
    answer.columns.length,
  )
  await page.getByRole('button', { name: '区县', exact: true }).click()
  await page.waitForFunction(
    () => document.querySelector('.matrix-scroll th[data-column="500112"]') !== null,
  )
  await page.getByRole('button', { name: '城市', exact: true }).click()
  await page.waitForFunction(
    () => document.querySelector('.matrix-scroll th[data-column="500000"]') !== null,
  )
})

it('measures to the “1” that is set, and says so; says what to drop where nothing is left', async () => {
  const { page } = await open('&one=CQ-V02')
  await page.waitForFunction(() => document.querySelectorAll('th.vehicle').length === 1)
  expect(await page.locator('th.vehicle').getAttribute('data-column')).toBe('CQ-V02')
  await page.getByRole('button', { name: '清除设定' }).click()
  await page.waitForFunction(() => document.querySelectorAll('th.vehicle').length === 4)
  await page.getByText('更多筛选').click()
  await page.locator('summary', { hasText: '园区类型' }).click()
  await page.getByRole('checkbox', { name: '整车园' }).check()
  await page.locator('summary', { hasText: '创建阶段' }).click()
  await page.getByRole('checkbox', { name: '已认定' }).check()
  await page.getByText('筛选后没有可列的环节或园区').waitFor()
  expect(await page.locator('.matrix-side').count()).toBe(0)
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.locator('.matrix-side').waitFor()
})

it('finds by rules that can be edited: no segment is thin when none may be', async () => {
  const { page } = await open()
  const thin = answer.rows.filter(({ kind, verdict }) => kind === 'segment' && verdict !== null)
  const found = page.locator('.finding .tag:not(.doubled)')
  expect(await found.count()).toBe(thin.length)
  await page.getByText('改阈值').click()
  await page.getByLabel('薄弱：至多几家').fill('1')
  await page.waitForFunction(
    () => document.querySelectorAll('.finding .tag:not(.doubled)').length === 0,
  )
  await page.getByRole('button', { name: '恢复默认' }).click()
  await page.waitForFunction(
    (count) => document.querySelectorAll('.finding .tag:not(.doubled)').length === count,
    thin.length,
  )
  await page.locator('.finding h3 button').first().click()
  await page.waitForFunction(() => document.activeElement?.matches('.matrix-scroll th[data-head]'))
})

it('is taken away as a table in which every firm of every cell has its source', async () => {
  const { page } = await open()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '表格', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toBe('覆盖矩阵.csv')
  const text = await downloadedText(download)
  const lines = text.split('\r\n').filter((line) => /,[A-Z]\d{3},/.test(line))
  const firms = answer.rows.flatMap(({ cells }) => cells.flatMap(({ firmIds }) => firmIds))
  expect(lines.length).toBe(firms.length)
  for (const line of lines) expect(line).not.toMatch(/,$/)
})

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  it('is a list on a phone, with nothing beyond its edge', async () => {
    const { page, context } = await visit(atlas.browser, `${atlas.origin}/?view=matrix`, {
      locale,
      viewport: { width: 390, height: 844 },
      hasMap: false,
    })
    await page.locator('.matrix-list').waitFor()
    expect(await page.locator('.matrix-list > li').count()).toBe(
      answer.rows.filter(({ kind }) => kind === 'segment').length,
    )
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBe(390)
    expect(await axeFinds(page)).toEqual([])
    await page.locator('[data-row="e_drive"] h2 button').click()
    const button = page.locator('[data-row="e_drive"] [data-column="CQ-N01"]')
    await button.click()
    await page.locator('.matrix-firms').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.matches('[data-column="CQ-N01"]'))
    await context.close()
  })
})
