// Does the page stay quick with fifty thousand firms on the map? Invented ones, beside the real.
//
// A filter is chosen by click; its answer has reached the map when the last source was handed over,
// which the page says by taking back `data-map-idle`. Long tasks are the browser's own record of what
// kept the page from answering for more than 50 ms. Software rendering runs on the same processors.
//
//   npm run bench -- many-companies
import { cpSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { mapIdle, openBrowser, startAtlas } from '#scripts/running-atlas.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { inMilliseconds, middle, printTable } from '#tests/bench/median.ts'
import { machine } from '#tests/bench/timing.ts'
import { addInventedCompanies } from '#tests/support/invented-companies.ts'

const COUNT = 50_000
const ROUNDS = 5

type Recorded = { began: number; handed: number; tasks: { start: number; milliseconds: number }[] }

/** Runs in the page before anything of it: notes long tasks, and when sources are handed over. */
function record(): void {
  const recorded: Recorded = { began: 0, handed: 0, tasks: [] }
  Object.assign(window, { recorded })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      recorded.tasks.push({ start: startTime, milliseconds: duration })
    }
  }).observe({ type: 'longtask', buffered: true })
  addEventListener(
    'click',
    () => {
      recorded.began = performance.now()
      recorded.handed = 0
    },
    { capture: true },
  )
  new MutationObserver(() => {
    if (document.documentElement.dataset.mapIdle === 'false') recorded.handed = performance.now()
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-map-idle'] })
}

const recordedIn = (page: Page) =>
  page.evaluate(() => (window as unknown as { recorded: Recorded }).recorded)

/** What one click took until its sources were handed over, and the longest task after it. */
async function clicked(page: Page, name: RegExp): Promise<{ handed: number; longest: number }> {
  await page.getByRole('checkbox', { name }).first().click()
  await mapIdle(page)
  const { began, handed, tasks } = await recordedIn(page)
  const longest = Math.max(
    0,
    ...tasks.filter(({ start }) => start >= began - 5).map((task) => task.milliseconds),
  )
  return { handed: handed - began, longest }
}

const sourcesDir = path.join(folderOfThisRun(), 'sources')
cpSync('geodata/sources', sourcesDir, { recursive: true })
addInventedCompanies(sourcesDir, COUNT)
const atlas = await startAtlas({}, async (dataDir) => {
  buildGeodata({ sourcesDir, outFile: path.join(dataDir, 'base.gpkg') })
})
const browser = await openBrowser()
try {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  await context.addInitScript(record)
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  let bytes = 0
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const started = performance.now()
  await page.goto(`${atlas.origin}/?map=9/106.55000,29.56000`)
  await mapIdle(page)
  const loaded = performance.now() - started
  const opening = await recordedIn(page)
  const longestOpening = Math.max(0, ...opening.tasks.map(({ milliseconds }) => milliseconds))
  const rounds: { handed: number; longest: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of [/智能驾驶/, /车联网/]) {
      rounds.push(await clicked(page, name), await clicked(page, name))
    }
  }
  console.log(`${COUNT} invented firms; ${machine()}\n`)
  printTable(
    ['', 'median', 'worst'],
    [
      [
        'filter to the source of the map',
        inMilliseconds(middle(rounds.map((one) => one.handed))),
        inMilliseconds(Math.max(...rounds.map((one) => one.handed))),
      ],
      [
        'longest task after a filter',
        inMilliseconds(middle(rounds.map((one) => one.longest))),
        inMilliseconds(Math.max(...rounds.map((one) => one.longest))),
      ],
      ['longest task while opening', '', inMilliseconds(longestOpening)],
      ['to the first idle map', '', inMilliseconds(loaded)],
      ['bytes until then', '', `${(bytes / 1e6).toFixed(1)} MB`],
    ],
  )
  console.log(JSON.stringify(opening.tasks.filter(({ milliseconds }) => milliseconds > 150)))
} finally {
  await browser.close()
  await atlas.stop()
}
