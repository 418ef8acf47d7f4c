// From a question to a missed window, to where its minutes go, to its route on the map; by keyboard.
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import type { JitWindowResult } from '#geodata/contract/processes/jit-window.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { openBoard, sharedAtlas } from '#tests/support/browsing.ts'

const atlas = sharedAtlas()

/** Near and far. */
const PLANTS = ['O008', 'O009', 'O016', 'O017']

async function windows(inputs: object): Promise<JitWindowResult> {
  const response = await fetch(`${atlas.origin}/api/processes/jit-window/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
  })
  return (await response.json()) as JitWindowResult
}

it('leads from the question to a missed window, its minutes and its route, by keyboard', async () => {
  const { page, outside, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=site&product=brake-by-wire&lang=zh-CN&ask=${PLANTS.map((id) => `to:${id}`)}`,
    { viewport: { width: 1440, height: 900 } },
  )
  await page.locator('.site-row').first().waitFor()
  const first = await page.locator('.site-row').first().getAttribute('data-candidate')
  await openBoard(page, '准时窗口')
  const own = page.getByRole('grid', { name: '所选零部件到所选整车厂' })
  await own.waitFor()
  expect(await page.locator('.board-sentence').innerText()).toContain(`线控制动供 4 家整车厂`)
  await page.getByText('全区其他零部件到各整车厂').click()
  const region = page.getByRole('grid', { name: '全区其他零部件到各整车厂' })
  await region.waitFor()
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/processes/')) asked.push(request.url())
  })

  // What the page works out is what the server answers for the same hour.
  const told = (inputs: object = {}) => windows({ parkId: first, hours: [8], ...inputs })
  const cellOf = (productId: string, plantId: string, from: JitWindowResult) =>
    from.cells.find((one) => one.productId === productId && one.plantId === plantId)?.verdicts[0]
  const compare = async (grid: Locator, from: JitWindowResult, rows: number) => {
    const shown = await grid.locator('td').evaluateAll((all) =>
      all.map((one) => {
        const { column, verdict } = (one as HTMLElement).dataset
        const productId = one.closest<HTMLElement>('[data-row]')?.dataset.row
        return [productId ?? '', column ?? '', verdict] as const
      }),
    )
    expect(shown.length).toBe(rows * from.plants.length)
    for (const [productId, plantId, verdict] of shown) {
      expect(verdict, `${productId} ${plantId}`).toBe(cellOf(productId, plantId, from))
    }
  }
  const all = await told()
  const others = all.parts.filter(({ budget }) => budget).length - 1
  await compare(own, await told({ plantIds: PLANTS }), 1)
  await compare(region, all, others)
  expect(await own.locator('tbody tr').getAttribute('data-row')).toBe('brake-by-wire')

  // A worse morning and another hour send no request, and are the server's own answer again.
  await page.getByLabel('早高峰').fill('1.8')
  await page.getByLabel('早高峰').press('Tab')
  const factors = Array(24).fill(1)
  factors[7] = factors[8] = 1.8
  await page.waitForFunction(() => location.search.includes('factors'))
  await compare(own, await told({ plantIds: PLANTS, hourFactors: factors }), 1)
  await compare(region, await told({ hourFactors: factors }), others)
  await page.getByRole('slider', { name: '发车' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => decodeURIComponent(location.search).includes('hour:9'))
  await compare(region, all, others)
  await page.keyboard.press('ArrowLeft')
  expect(asked).toEqual([])

  // By keyboard to a missed cell: one stop of Tab, arrows to it, Enter, Enter again.
  const missed = region.locator('td[data-verdict="fails"]').first()
  const at = await missed.evaluate((cell: HTMLTableCellElement) => ({
    row: (cell.parentElement as HTMLTableRowElement).rowIndex,
    column: cell.cellIndex,
  }))
  expect(await region.locator('[tabindex="0"]').count()).toBe(1)
  await region.locator('[tabindex="0"]').focus()
  for (let row = 1; row < at.row; row++) await page.keyboard.press('ArrowDown')
  for (let column = 0; column < at.column; column++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const detail = page.locator('.window-detail')
  await detail.locator('.window-timeline').waitFor()
  expect(await detail.locator('.window-verdict').textContent()).toContain('不满足')
  expect(await detail.textContent()).toContain('规划假设')
  expect(await detail.textContent()).toContain('Volvo Torslanda')
  expect(await axeFinds(page)).toEqual([])

  // The assumed limit can be corrected where it stands.
  await detail.getByRole('button', { name: '修改该期限' }).click()
  const editor = page.locator('.editor')
  await editor.getByLabel('从指令到上线').waitFor()
  expect(await editor.getByLabel('从指令到上线').inputValue()).toMatch(/^\d+-\d+$/)
  await editor.getByRole('button', { name: '关闭' }).click()
  await editor.waitFor({ state: 'detached' })
  await missed.focus()

  await page.keyboard.press('Enter')
  const note = page.locator('.window-note')
  await note.getByText('公里').waitFor()
  expect(await page.evaluate(() => location.search)).not.toContain('site=windows')
  await note.getByRole('button', { name: '回到准时窗口' }).click()
  await detail.getByRole('button', { name: '在地图上显示' }).click()
  await page.locator('.window-note').getByText('外圈').waitFor()
  expect(asked.filter((url) => url.includes('/route/')).length).toBe(1)
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
}, 90_000)
