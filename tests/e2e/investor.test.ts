// The investor's way: a product, a place of one's own, rings, and a ranking with reasons.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { mapIdle, visit } from '#scripts/running-atlas.ts'
import { executed, onePage, sharedAtlas, turnTo, widerThanWindow } from '#tests/support/browsing.ts'
import { printed } from '#tests/support/printed.ts'

const atlas = sharedAtlas()
const openAt = onePage(atlas)

/** The ids of the ranking on the page, from the first on. */
function rankedIds(page: Page): Promise<(string | null)[]> {
  return page
    .locator('.site-row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-candidate')))
}

it('goes from a click on the map to rings and a ranking, which the address restores', async () => {
  const { page, outside, errors, context } = await visit(atlas.browser, `${atlas.origin}/?at=site`)
  await mapIdle(page)
  // A spot of bare land south of the core, away from any symbol or link.
  await page.locator('.map canvas').click({ position: { x: 330, y: 690 } })
  await page.getByRole('region', { name: '等时圈图例' }).waitFor()
  const pin = new URL(page.url()).searchParams.get('pin')?.split(',').map(Number)
  const rings = await executed<IsochroneResult>(atlas, 'isochrone', { origin: pin })
  const area = rings.features.find(({ properties }) => properties.cutoffMinutes === 60)?.properties
    .areaSquareKilometers
  await page.getByText(`${Math.round(area ?? 0).toLocaleString('zh-CN')} km²`).waitFor()
  await page.getByRole('combobox', { name: '搜索产品或环节' }).fill('电池托盘')
  await page.keyboard.press('Enter')
  await page.locator('.site-row').first().waitFor()
  const answer = await executed<SitingResult>(atlas, 'siting', {
    productId: 'battery-tray',
    pins: [{ id: 'pin', lngLat: pin }],
  })
  expect(await rankedIds(page)).toEqual(answer.ranking.map(({ id }) => id))
  await page.reload()
  await page.locator('.site-row').first().waitFor()
  expect(await rankedIds(page)).toEqual(answer.ranking.map(({ id }) => id))
  const weighted = await executed<SitingResult>(atlas, 'siting', {
    productId: 'battery-tray',
    pins: [{ id: 'pin', lngLat: pin }],
    weightPlantsByCapacity: true,
  })
  const order = weighted.ranking.map(({ id }) => id)
  expect(order).not.toEqual(answer.ranking.map(({ id }) => id))
  await page.getByRole('checkbox', { name: /按已知产能加权/ }).check()
  await page.waitForFunction(
    (ids) =>
      [...document.querySelectorAll<HTMLElement>('.site-row')]
        .map((row) => row.dataset.candidate)
        .join() === ids,
    order.join(),
  )
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('moves the pin by the arrow keys and asks again', async () => {
  const { page } = await openAt('at=site&product=battery-tray&pin=106.50000,29.40000')
  await mapIdle(page)
  await page.locator('.pin').focus()
  await page.keyboard.press('Shift+ArrowUp')
  await page.waitForFunction(
    () => Number(new URL(location.href).searchParams.get('pin')?.split(',')[1]) > 29.41,
  )
})

it('opens a candidate: every term has its value or says it is unknown, and where it is from', async () => {
  const { page } = await openAt('at=site&product=battery-tray&sel=parks/CQ-V02')
  const terms = page.locator('.site-row.open .site-terms tbody tr:has(.value-function)')
  await terms.first().waitFor()
  expect(await terms.count()).toBe(8)
  for (const row of await terms.all()) {
    expect(await row.locator('td').first().innerText()).toMatch(
      /^[\d.–-]+ ?\S+(\s+[\d.]+–[\d.]+)?$|未知/,
    )
    expect((await row.locator('th small').innerText()).length).toBeGreaterThan(2)
    expect((await row.locator('th small').getAttribute('title'))?.length).toBeGreaterThan(2)
  }
  // The points add up to the total: what an unknown term is counted with is said.
  const unknown = terms.filter({ has: page.locator('td:nth-of-type(1)', { hasText: '未知' }) })
  expect(await unknown.first().locator('th small').innerText()).toMatch(/总分中按 [\d.]+ 分计/)
})

it('prints the ranking with its reasons, and fits it and every board into 320 px', async (context) => {
  const { page } = await openAt('at=site&product=battery-tray&sel=parks/CQ-V02')
  await page.locator('.site-row.open .site-terms').waitFor()
  await page.mouse.move(300, 300)
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('site-sheet')),
  )
  await page.waitForLoadState('networkidle')
  const names = await page.locator('.site-row .site-name').allInnerTexts()
  const { text, sheets } = await printed(context, page)
  // The ranking, then a page for each of the first five.
  const own = sheets.filter((sheet) => sheet.includes('本页来源'))
  expect(sheets.slice(-5)).toEqual(own)
  expect(sheets.length - own.length).toBeLessThanOrEqual(4)
  const { ranking } = await executed<SitingResult>(atlas, 'siting', { productId: 'battery-tray' })
  for (const [index, { rank, score, scoreLikely, nameZh }] of ranking.slice(0, 5).entries()) {
    expect(own[index]).toContain(`第${rank}名：`)
    expect(own[index], nameZh).toContain(
      `得分${score.toFixed(1)}（可能${scoreLikely.map((end) => end.toFixed(1)).join('–')}`,
    )
    expect(own[index]).toContain('审图号：未设置')
  }
  for (const said of [
    '选址：',
    '排名与理由',
    '到整车厂平均',
    '审图号：未设置',
    ...names.slice(0, 3),
  ]) {
    expect(text).toContain(said.replace(/\s/g, ''))
  }
  for (const button of ['修改条件', '加入比选', '保存这次选址']) expect(text).not.toContain(button)

  await page.setViewportSize({ width: 320, height: 640 })
  expect(await widerThanWindow(page)).toEqual([])
  for (const [query, ready] of BOARDS) {
    await turnTo(page, query)
    await page.locator(ready).first().waitFor()
    expect(await widerThanWindow(page), query).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 800 })
})

/** What is seen once the board has its answer. */
const BOARDS = [
  ['at=site&product=brake-by-wire&site=sensitivity', '.sensitivity-axes li[data-criterion]'],
  ['at=site&product=brake-by-wire&site=windows', '.windows-scroll tbody tr'],
  ['at=site&product=brake-by-wire&site=nearest', '.nearest-table tbody tr'],
  ['at=site&product=brake-by-wire&site=gaps', '.gaps-list > li'],
  ['at=site&product=brake-by-wire&site=sourcing', '.rate-table'],
  ['at=site&product=brake-by-wire&site=disruption', '.site-board table tbody tr'],
  ['at=compare&product=battery-tray&compare=CQ-V04,CQ-V02', '.compare-score'],
  ['at=progress', '.progress-table'],
] as const

it('leaves out the parks whose land is known to be too small, and says by which need', async () => {
  const { page } = await openAt('at=site&product=battery-tray&ask=need:landHectares~100000')
  await page.locator('.site-row').first().waitFor()
  // Parks of unknown land stay; only those known to be too small are out.
  await expect.poll(() => page.locator('.site-row').count()).toBeLessThan(46)
  await page
    .getByText(/未开发用地 [\d,]+ 公顷/)
    .first()
    .waitFor({ state: 'attached' })
})

it('says that the server does not answer, and asks again on request', async () => {
  const { page } = await openAt('at=site')
  await page.route('**/processes/siting/execution', (route) => route.abort())
  await page.getByRole('combobox', { name: '搜索产品或环节' }).fill('电池托盘')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('计算失败').waitFor()
  await page.unroute('**/processes/siting/execution')
  await page.getByRole('button', { name: '重新计算' }).click()
  await page.locator('.site-row').first().waitFor()
})

it('goes the whole way by keyboard, in English', async () => {
  const { page } = await openAt('at=site&lang=en')
  await page.getByRole('combobox', { name: 'Search products or segments' }).focus()
  await page.keyboard.type('battery tray')
  await page.keyboard.press('Enter')
  await page.locator('.site-row').first().waitFor()
  await page.getByRole('textbox', { name: 'Longitude, latitude' }).focus()
  await page.keyboard.type('106.5, 29.4')
  await page.keyboard.press('Enter')
  await page.locator('[data-candidate="pin"] .site-row-button').waitFor()
  await page.locator('[data-candidate="CQ-V02"] .site-row-button').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add to compare' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => new URL(location.href).searchParams.get('compare') === 'CQ-V02')
})

it('says that a place off the network is too far, instead of a guess', async () => {
  const { page } = await openAt('at=site&product=battery-tray&pin=91.10000,29.60000')
  await page
    .getByText(/离最近的互通 [\d,]+ 公里/)
    .first()
    .waitFor()
  // Ranking and rings are refused each by itself: the next test hears of neither.
  await page.waitForLoadState('networkidle')
})
