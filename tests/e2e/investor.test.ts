// The investor's way: a product, a place of one's own, rings, a ranking with reasons, side by side.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { IsochroneResult, SitingResult } from '#geodata/contract/processes.ts'
import {
  axeFinds,
  mapIdle,
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

async function executed<T>(process: string, inputs: object): Promise<T> {
  const response = await fetch(`${atlas.origin}/api/processes/${process}/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
  })
  return (await response.json()) as T
}

/** The ids of the ranking on the page, from the first on. */
function rankedIds(page: Page): Promise<(string | null)[]> {
  return page
    .locator('.site-row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-candidate')))
}

it('goes from a click on the map to rings and a ranking, which the address restores', async () => {
  const { page, outside, errors, context } = await visit(browser, atlas.origin)
  await mapIdle(page)
  // A spot of bare land south of the core, away from any symbol.
  await page.locator('.map canvas').click({ position: { x: 620, y: 640 } })
  await page.getByRole('region', { name: '等时圈图例' }).waitFor()
  const pin = new URL(page.url()).searchParams.get('pin')?.split(',').map(Number)
  const rings = await executed<IsochroneResult>('isochrone', { origin: pin })
  const area = rings.features.find(({ properties }) => properties.cutoffMinutes === 60)?.properties
    .areaSquareKilometers
  await page.getByText(`${Math.round(area ?? 0).toLocaleString('zh-CN')} km²`).waitFor()
  await page.getByRole('combobox', { name: '搜产品或环节' }).fill('电池托盘')
  await page.keyboard.press('Enter')
  await page.locator('.site-row').first().waitFor()
  const answer = await executed<SitingResult>('siting', {
    productId: 'battery-tray',
    pins: [{ id: 'pin', lngLat: pin }],
  })
  expect(await rankedIds(page)).toEqual(answer.ranking.map(({ id }) => id))
  await page.reload()
  await page.locator('.site-row').first().waitFor()
  expect(await rankedIds(page)).toEqual(answer.ranking.map(({ id }) => id))
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('moves the pin by the arrow keys and asks again', async () => {
  const { page, context } = await visit(
    browser,
    `${atlas.origin}/?at=site&product=battery-tray&pin=106.50000,29.40000`,
  )
  await mapIdle(page)
  await page.locator('.pin').focus()
  await page.keyboard.press('Shift+ArrowUp')
  await page.waitForFunction(
    () => Number(new URL(location.href).searchParams.get('pin')?.split(',')[1]) > 29.41,
  )
  await context.close()
})

it('opens a candidate: every term has its value or says it is unknown, with the source', async () => {
  const { page, context } = await visit(
    browser,
    `${atlas.origin}/?at=site&product=battery-tray&sel=parks/CQ-V02`,
  )
  const terms = page.locator('.site-row.open .site-terms tbody tr')
  await terms.first().waitFor()
  const rows = await terms.allInnerTexts()
  expect(rows.length).toBeGreaterThanOrEqual(7)
  for (const row of rows) expect(row).toMatch(/\d|未知/)
  await context.close()
})

it('says that a place off the network is too far, instead of a guess', async () => {
  const { page, context } = await visit(
    browser,
    `${atlas.origin}/?at=site&product=battery-tray&pin=91.10000,29.60000`,
  )
  await page
    .getByText(/最近的互通在 [\d,]+ 公里外/)
    .first()
    .waitFor()
  await context.close()
})

it('compares three candidates from the address, each with rings, and prints on A4', async () => {
  const { page, outside, errors, context } = await visit(
    browser,
    `${atlas.origin}/?at=compare&product=battery-tray&compare=CQ-V04,CQ-V02,pin:106.5_29.4`,
  )
  await page.locator('.compare-table tbody tr').first().waitFor()
  expect(await page.locator('.compare-maps figure').count()).toBe(3)
  await page.locator('.compare-letter').nth(1).getByRole('button').first().click()
  await page.waitForFunction(() => new URL(location.href).searchParams.get('shown') === '1')
  const pdf = await page.pdf({ format: 'A4' })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
  expect(pages).toBeGreaterThanOrEqual(1)
  expect(pages).toBeLessThanOrEqual(3)
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it.each([
  ['?at=site', 'light'],
  ['?at=site&product=battery-tray&pin=106.5,29.4&lang=en', 'dark'],
  ['?at=compare&product=battery-tray&compare=CQ-V04,CQ-V02', 'light'],
  ['?at=progress&lang=en', 'dark'],
] as const)('leaves axe nothing to find: %s, %s', async (query, theme) => {
  const { page, context } = await visit(browser, `${atlas.origin}/${query}&theme=${theme}`)
  await page.locator('main').first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await axeFinds(page)).toEqual([])
  await context.close()
})
