// Does the page stay quick with a hundred thousand firms on the map? Invented ones, beside the real.
//
// A filter is chosen by click; its answer has reached the map when the last source was handed over,
// which the page says by taking back `data-map-idle`. Long tasks are the browser's own record of what
// kept the page from answering for more than 50 ms. Software rendering runs on the same processors,
// so MapLibre's own minimal page is opened too: what it takes is the floor. On a busy machine the
// processor's time of the page's own thread says more than the clock: it is given beside it.
//
//   npm run bench -- many-companies
import { cpSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { mapIdle, openBrowser, startAtlas } from '#scripts/running-atlas.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { serveFloor } from '#tests/bench/map-floor.ts'
import { inMilliseconds, middle, printTable } from '#tests/bench/median.ts'
import { machine } from '#tests/bench/timing.ts'
import { addInventedCompanies } from '#tests/support/invented-companies.ts'

const COUNT = 100_000
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
  const begin = () => {
    recorded.began = performance.now()
    recorded.handed = 0
  }
  addEventListener('click', begin, { capture: true })
  new MutationObserver(() => {
    if (document.documentElement.dataset.mapIdle === 'false') recorded.handed = performance.now()
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-map-idle'] })
}

const recordedIn = (page: Page) =>
  page.evaluate(() => (window as unknown as { recorded: Recorded }).recorded)

/** Opens a page in a fresh context, empty cache and all, and waits for its first idle map. */
async function opened(browser: Browser, origin: string, address: 'floor' | string) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  await context.addInitScript(record)
  const floor = await serveFloor(context, origin)
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  let bytes = 0
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const started = performance.now()
  await page.goto(address === 'floor' ? floor : `${origin}${address}`)
  await mapIdle(page)
  const milliseconds = performance.now() - started
  const { tasks } = await recordedIn(page)
  const longest = Math.max(0, ...tasks.map((task) => task.milliseconds))
  /** Of the page's own thread since it was made, scripts only. */
  const scriptMilliseconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN)
  }
  const processor = await scriptMilliseconds()
  return { page, context, milliseconds, bytes, longest, processor, scriptMilliseconds }
}

type Opened = Awaited<ReturnType<typeof opened>>

/** What one click took until its sources were handed over, and the longest task after it. */
async function clicked({ page, scriptMilliseconds }: Opened, name: RegExp) {
  const before = await scriptMilliseconds()
  await page.getByRole('checkbox', { name }).first().click()
  await mapIdle(page)
  const { began, handed, tasks } = await recordedIn(page)
  const since = tasks.filter(({ start }) => start >= began - 5)
  return {
    processor: (await scriptMilliseconds()) - before,
    handed: handed - began,
    longest: Math.max(0, ...since.map(({ milliseconds }) => milliseconds)),
  }
}

function spread(name: string, milliseconds: number[]): string[] {
  return [name, inMilliseconds(middle(milliseconds)), inMilliseconds(Math.max(...milliseconds))]
}

const sourcesDir = path.join(folderOfThisRun(), 'sources')
cpSync('geodata/sources', sourcesDir, { recursive: true })
addInventedCompanies(sourcesDir, COUNT)
const atlas = await startAtlas({}, async (dataDir) => {
  buildGeodata({ sourcesDir, outFile: path.join(dataDir, 'base.gpkg') })
})
const browser = await openBrowser()
try {
  const floor = await opened(browser, atlas.origin, 'floor')
  await floor.context.close()
  const full = await opened(browser, atlas.origin, '/?map=9/106.55000,29.56000')
  const rounds: Awaited<ReturnType<typeof clicked>>[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of [/智能驾驶/, /车联网/]) {
      rounds.push(await clicked(full, name), await clicked(full, name))
    }
  }
  console.log(`${COUNT} invented firms; ${machine()}\n`)
  printTable(
    ['a filter', 'median', 'worst'],
    [
      spread(
        'until the map has its sources',
        rounds.map(({ handed }) => handed),
      ),
      spread(
        'processor, scripts of the page until the map is idle',
        rounds.map(({ processor }) => processor),
      ),
      spread(
        'longest task after it',
        rounds.map(({ longest }) => longest),
      ),
    ],
  )
  const row = (name: string, { milliseconds, processor, longest, bytes }: Opened) => [
    name,
    inMilliseconds(milliseconds),
    inMilliseconds(processor),
    inMilliseconds(longest),
    `${(bytes / 1e6).toFixed(1)} MB`,
  ]
  printTable(
    [
      'opening',
      'to the first idle map',
      'processor, scripts',
      'longest task',
      'bytes, uncompressed',
    ],
    [row('MapLibre alone', floor), row('the atlas with all firms', full)],
  )
} finally {
  await browser.close()
  await atlas.stop()
}
