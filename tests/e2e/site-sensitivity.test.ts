// The boards on doubt and on proximity: what would change the first place, and what is near by truck.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import type { SensitivityResult } from '#geodata/contract/processes/sensitivity.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { openBoard, sharedAtlas } from '#tests/support/browsing.ts'

const atlas = sharedAtlas()

async function execute<T>(id: string, inputs: object): Promise<T> {
  const response = await fetch(`${atlas.origin}/api/processes/${id}/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
  })
  expect(response.status).toBe(200)
  return response.json()
}

/** The nearest share of one weight, in thousandths, at which another candidate leads: by trying them all. */
function dethroningShare({ criteria, ranking }: SitingResult, changed: string): number | null {
  const from = criteria.find(({ id }) => id === changed)?.weight ?? 0
  const leader = (share: number) =>
    ranking
      .map(({ id, terms }) => ({
        id,
        score: terms.reduce((sum, { criterion, value }) => {
          const weight = criteria.find((one) => one.id === criterion)?.weight ?? 0
          const now = criterion === changed ? share : (weight / (1 - from)) * (1 - share)
          return sum + now * value
        }, 0),
      }))
      .reduce((most, one) => (one.score > most.score ? one : most)).id
  const first = leader(from)
  const others = Array.from({ length: 1001 }, (_, step) => step / 1000)
    .filter((share) => leader(share) !== first)
    .sort((a, b) => Math.abs(a - from) - Math.abs(b - from))
  return others[0] ?? null
}

it('says what would change the first place, looks there, and takes weights judged two at a time', async () => {
  const { page, outside, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=site&product=battery-tray&site=sensitivity`,
  )
  const axes = page.locator('.sensitivity-axes li[data-criterion]')
  await axes.first().waitFor()
  const lead = page.locator('.sensitivity-board .lead').first()
  await lead.filter({ hasText: '居首的可能为' }).waitFor()
  const before = await lead.innerText()

  // Every change of one weight is the one that trying all shares finds.
  const siting = await execute<SitingResult>('siting', { productId: 'battery-tray' })
  const [first] = siting.ranking
  expect(before).toContain(first?.nameZh)
  expect(before).toContain(`居首的可能为 ${chanceText(first?.chanceFirst ?? 0)}`)
  for (const row of await axes.all()) {
    const criterion = (await row.getAttribute('data-criterion')) ?? ''
    const figures = await row.locator('.sensitivity-figures').innerText()
    const said = /→ ([\d.]+)%/.exec(figures)?.[1]
    const tried = dethroningShare(siting, criterion)
    if (tried === null) expect(said, criterion).toBeUndefined()
    else expect(Math.abs(Number(said) / 100 - tried), criterion).toBeLessThan(0.0021)
  }

  // What is worth finding out heads the board, the most worth first, as the server draws it.
  const { worthKnowing } = await execute<SensitivityResult>('sensitivity', {
    siting: { productId: 'battery-tray' },
  })
  const worth = page.locator('.worth-knowing tbody tr')
  await worth.first().waitFor()
  for (const [index, { subject, chanceKnowing }] of worthKnowing.facts.slice(0, 3).entries()) {
    const text = await worth.nth(index).innerText()
    expect(text).toContain(subject.zh)
    expect(text).toContain(chanceText(chanceKnowing))
  }

  // Looking with the weights of the least change puts the rival first; the server draws with them too.
  await page.getByRole('button', { name: '按这些权重查看' }).click()
  await page.waitForFunction((old) => {
    const text = document.querySelector('.sensitivity-board .lead')?.textContent ?? ''
    return text.includes('居首的可能为') && !text.includes(old)
  }, `按得分${first?.nameZh}第一`)
  expect(page.url()).toContain('w=')
  await page.getByRole('button', { name: '恢复默认权重' }).click()
  await page.waitForFunction(
    (text) =>
      (document.querySelector('.sensitivity-board .lead') as HTMLElement | null)?.innerText ===
      text,
    before,
  )

  // Pairs by the keyboard alone: Home says nine times; the contradiction is measured and named.
  await page.getByRole('button', { name: '以当前权重为起点' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/一致性比率 0\.0\d，不超过/).waitFor()
  const slider = page.getByRole('slider', { name: '到整车厂平均对未开发用地' })
  await slider.focus()
  await page.keyboard.press('End')
  expect(await slider.getAttribute('aria-valuetext')).toBe('未开发用地是到整车厂平均的 9 倍重要')
  await page.getByText(/一致性比率 .*超过 0\.10/).waitFor()
  await page.getByRole('button', { name: '修改此条' }).focus()
  await page.keyboard.press('Enter')
  expect(await slider.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.getByRole('button', { name: '用作权重' }).click()
  expect(page.url()).toContain('pairs=')
  expect(page.url()).toContain('w=')
  expect(await axeFinds(page, '.sensitivity-board')).toEqual([])
  await page.getByRole('button', { name: '清除判断' }).click()
  await page.getByRole('button', { name: '恢复默认权重' }).first().click()

  // The same, short, beside the map.
  await openBoard(page, '地图')
  const note = page.locator('.sensitivity-note')
  await note.locator('p').nth(1).waitFor()
  for (const sentence of await note.locator('p').allInnerTexts()) expect(before).toContain(sentence)
  await note.getByRole('button', { name: '看敏感性' }).click()
  await axes.first().waitFor()

  // Proximity: from the first of the ranking, then from a firm that is typed.
  await openBoard(page, '邻近')
  await page.locator('.nearest-from b').waitFor()
  const from = page.getByRole('combobox', { name: /起点/ })
  await from.fill('没有这家')
  await from.press('Enter')
  await page.getByText('未找到园区或企业“没有这家”').waitFor()
  await from.fill('106.9, 29.9')
  await from.press('Enter')
  await page.getByText('图钉 106.900, 29.900', { exact: true }).waitFor()
  await page.getByRole('combobox', { name: '查找对象' }).selectOption('hubs')
  const rows = page.locator('.nearest-table tbody tr')
  await rows.filter({ hasText: '果园港' }).waitFor()
  await expectBothOrders(page, [106.9, 29.9])
  expect(await page.locator('.nearest-conclusion').innerText()).toMatch(
    /从图钉 106\.900, 29\.900看，直线距离可能误导：.+仅需 .+分。/,
  )
  expect(await axeFinds(page, '.nearest-board')).toEqual([])
  await rows.first().getByRole('button').click()
  await page.waitForFunction(() => location.search.includes('sel=hubs'))
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

/** Minutes and ranks of the table against the matrix of all hubs. */
async function expectBothOrders(page: Page, origin: [number, number]): Promise<void> {
  const response = await fetch(`${atlas.origin}/api/collections/hubs/items?limit=1000`)
  const { features } = (await response.json()) as {
    features: { properties: { nameZh: string }; geometry: { coordinates: [number, number] } }[]
  }
  const { durationSeconds } = await execute<OdMatrixResult>('od-matrix', {
    origins: [origin],
    destinations: features.map(({ geometry }) => geometry.coordinates),
  })
  const hubs = features.flatMap(({ properties, geometry }, index) => {
    const seconds = durationSeconds[0]?.[index]
    const [lng, lat] = geometry.coordinates
    const [x, y] = [(lng - origin[0]) * Math.cos((29.9 * Math.PI) / 180), lat - origin[1]]
    return seconds == null ? [] : [{ name: properties.nameZh, seconds, straight: Math.hypot(x, y) }]
  })
  const told = await page
    .locator('.nearest-table tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
    )
  expect(told.length).toBeGreaterThanOrEqual(12)
  for (const [timeRank, name, , , , straightRank] of told) {
    const hub = hubs.find((one) => one.name === name)
    expect(hub, name).toBeDefined()
    expect(Number(timeRank), name).toBe(
      1 + hubs.filter(({ seconds }) => seconds < (hub?.seconds ?? 0)).length,
    )
    expect(Number(straightRank), name).toBe(
      1 + hubs.filter(({ straight }) => straight < (hub?.straight ?? 0)).length,
    )
  }
}
