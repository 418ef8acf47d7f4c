// How soon do rings follow a dragged pin: worked out in the page, and by the server?
//
//   npm run bench -- drag
//
// Both in one run, over the same network, in a browser with software rendering: from the page hearing of a move to
// the call that hands the rings to the map.
import { loadavg } from 'node:os'
import path from 'node:path'
import { mapIdle, openBrowser, startAtlas, visit } from '#scripts/running-atlas.ts'
import { buildNetworkFile } from '#server/store/files/network-build.ts'
import { networksFolder } from '#server/store/files/network-files.ts'
import { printTable } from '#tests/bench/median.ts'
import { machine } from '#tests/bench/timing.ts'
import { delays, drag, watch } from '#tests/support/drag.ts'
import { sharedFileOrNull } from '#tests/support/shared-data.ts'

const STREETS = 'cq-sc-major-roads'
const PIN = '106.50000,29.45000'

const EXTRACT = sharedFileOrNull(`roads/${STREETS}.osm.pbf`)
const atlas = await startAtlas({}, async (dataDir) => {
  if (!EXTRACT) return
  await buildNetworkFile({
    extracts: [EXTRACT],
    outFile: path.join(networksFolder(dataDir), `${STREETS}.road`),
  })
})
const browser = await openBrowser()
try {
  const rows: string[][] = []
  for (const network of ['skeleton', ...(EXTRACT ? [STREETS] : [])]) {
    for (const by of ['device', 'server'] as const) rows.push(await rowOf(network, by))
  }
  console.log(`${machine()}\n`)
  printTable(['drag', 'worked out by', 'rings', 'p50', 'p95', 'most', 'load'], rows)
} finally {
  await browser.close()
  await atlas.stop()
}

async function rowOf(network: string, by: 'device' | 'server'): Promise<string[]> {
  const address = `${atlas.origin}/?at=site&product=battery-tray&net=${network}&pin=${PIN}&map=8/106.5,29.45`
  const { page, context } = await visit(browser, 'about:blank', {
    deviceScaleFactor: 1,
    hasKernel: by === 'device',
  })
  await page.goto(address)
  await page.locator('.site-row').first().waitFor()
  if (by === 'device') await page.locator('[data-kernel="held"]').waitFor({ state: 'attached' })
  await mapIdle(page)
  await watch(page)
  await drag(page)
  await page.waitForFunction(() => window.seen.drawn.length === window.seen.asked.length)
  await page.locator(`.ring-legend [data-worked-out-by="${by}"]`).waitFor()
  const seen = await page.evaluate(() => window.seen)
  await context.close()
  const sorted = delays(seen, 'heard')
  const share = (part: number) => `${sorted[Math.floor((sorted.length - 1) * part)]?.toFixed(1)} ms`
  return [
    network,
    by,
    String(seen.drawn.length),
    share(0.5),
    share(0.95),
    share(1),
    loadavg()[0]?.toFixed(2) ?? '',
  ]
}
