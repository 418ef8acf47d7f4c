// Where a page may not work answers out by itself the server does, and the page says which. Two pages beside each
// other, and one that nobody looks at, do as one does.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { visit } from '#scripts/running-atlas.ts'
import { buildNetworkFile } from '#server/store/files/network-build.ts'
import { networksFolder } from '#server/store/files/network-files.ts'
import { executed, ownAtlas, turnTo } from '#tests/support/browsing.ts'
import { townExtract } from '#tests/support/town-extract.ts'

const atlas = ownAtlas({}, async (dataDir) => {
  const extract = path.join(dataDir, 'town.osm.pbf')
  mkdirSync(networksFolder(dataDir), { recursive: true })
  writeFileSync(extract, townExtract())
  const outFile = path.join(networksFolder(dataDir), 'town.road')
  expect((await buildNetworkFile({ extracts: [extract], outFile })).kind).toBe('built')
})

const stateAt = (pin: string) => `at=site&product=battery-tray&map=12/106.5,29.5&pin=${pin}`
const [HERE, THERE] = ['106.50000,29.50000', '106.52000,29.48000']
const opened = () =>
  visit(atlas.browser, `${atlas.origin}/?${stateAt(HERE)}`, { hasKernel: true, hasMap: false })
const kernelIs = (page: Page, state: string) =>
  page.locator(`[data-kernel="${state}"]`).waitFor({ state: 'attached' })

/** The pin is put elsewhere: rings and ranking are told by this one, and the rings as the server has them. */
async function answers(page: Page, pin: string, by: 'device' | 'server'): Promise<void> {
  await turnTo(page, stateAt(pin))
  const origin = pin.split(',').map(Number)
  const { features } = await executed<IsochroneResult>(atlas, 'isochrone', { origin })
  const { properties } = features.find(({ properties }) => properties.cutoffMinutes === 60)!
  const area = Math.round(properties.areaSquareKilometers).toLocaleString('zh-CN')
  const legend = page.locator('.ring-legend', { hasText: `60 分内 ${area} km²` })
  await legend.locator(`[data-worked-out-by="${by}"]`).waitFor()
  await page.locator(`.site-results-head [data-worked-out-by="${by}"]`).waitFor()
}

/** The page and its code come with this other policy. */
async function underPolicy(context: BrowserContext, from: RegExp, to: string): Promise<void> {
  await context.route(/\/(\?.*)?$|\/assets\/.*\.js$/, async (route) => {
    const response = await route.fetch()
    const headers = response.headers()
    const policy = headers['content-security-policy'] ?? ''
    await route.fulfill({
      response,
      headers: { ...headers, 'content-security-policy': policy.replace(from, to) },
    })
  })
}

async function closed(context: BrowserContext): Promise<void> {
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  await context.close()
}

it('two tabs answer by themselves, fetch the streets once, and one that is hidden goes on', async () => {
  const { page, context, errors } = await opened()
  const fetched: string[] = []
  await kernelIs(page, 'held')
  context.on('request', (request) => {
    if (request.url().includes('/town/file')) fetched.push(request.url())
  })
  // As for a first visit: nothing is kept.
  await page.evaluate(() => caches.delete('park-atlas-networks'))
  const other = await context.newPage()
  await Promise.all([page.reload(), other.goto(page.url())])
  await Promise.all([kernelIs(page, 'held'), kernelIs(other, 'held')])
  expect(fetched).toHaveLength(1)
  await answers(page, THERE, 'device')
  await answers(other, THERE, 'device')
  // What the browser tells a page that lies behind another.
  await other.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    Object.defineProperty(document, 'hidden', { value: true })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  })
  await answers(other, HERE, 'device')
  await answers(page, HERE, 'device')
  expect(fetched).toHaveLength(1)
  expect(errors).toEqual([])
  await context.close()
})

it('where WebAssembly is forbidden the device answers by plain loops, and the same', async () => {
  const { page, context } = await opened()
  await underPolicy(context, /'wasm-unsafe-eval'/, '')
  await page.reload()
  await kernelIs(page, 'held')
  const isForbidden = () =>
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) && false
  await expect(page.evaluate(isForbidden)).rejects.toThrow(/Content Security Policy|unsafe-eval/)
  await answers(page, THERE, 'device')
  await closed(context)
})

it.each<[string, (context: BrowserContext) => Promise<unknown>]>([
  [
    'the policy lets none run',
    (context) => underPolicy(context, /worker-src [^;]*/, "worker-src 'none'"),
  ],
  [
    'the browser has none',
    (context) => context.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker')),
  ],
])('the server answers and the page says so where there are no workers: %s', async (_, forbid) => {
  const { page, context } = await opened()
  await forbid(context)
  await page.reload()
  await kernelIs(page, 'no-worker')
  await answers(page, THERE, 'server')
  await page.locator('.network-chip').press('Enter')
  await page.getByText('此浏览器不允许后台计算，由服务端计算。').waitFor()
  await closed(context)
})
