// One way through for each kind of user, on the real page over the real data.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
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

it('shows a planner all 52 parks, on the map and in the table, and asks no other host', async () => {
  const { page, outside, errors, context } = await visit(browser, `${atlas.origin}/?table=1`)
  await mapIdle(page)
  expect(await page.locator('.drawer tbody tr').count()).toBe(52)
  await page.getByRole('button', { name: '璧山高新技术产业开发区' }).click()
  await page.locator('.inspector h2', { hasText: '璧山高新技术产业开发区' }).waitFor()
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('gives an investor a ranking for a pin, and the same again from the address', async () => {
  const { page, outside, context } = await visit(
    browser,
    `${atlas.origin}/?at=site&product=battery-tray&pin=106.50000,29.40000`,
  )
  await mapIdle(page)
  await page.locator('[aria-label="排序结果"], .site-results').first().waitFor()
  await page.getByText('我的图钉').first().waitFor()
  const address = page.url()
  await page.goto(address)
  await page.getByText('我的图钉').first().waitFor()
  expect(new URL(page.url()).searchParams.get('product')).toBe('battery-tray')
  expect([...outside]).toEqual([])
  await context.close()
})

it('speaks English when asked', async () => {
  const { page, context } = await visit(browser, `${atlas.origin}/?lang=en`)
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'layout' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await context.close()
})
