// How much comes, and how soon does the first map rest, beside MapLibre's own smallest page?
//
// The second table says when each step on the way is taken, so that one sees which of them waits.
// The floor is MapLibre from its package with one coloured background: no data, no text, no panels.
// Both are asked for from this machine with an empty cache, so time is that of the machine, not of a
// line; bytes are counted as they would travel, packed by gzip where they are text.
//
//   npm run bench -- first-load
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadavg } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Response } from 'playwright-core'
import { openBrowser, startAtlas } from '#scripts/running-atlas.ts'
import { type LoadMarks, noteLoad } from '#tests/bench/load-marks.ts'
import { printTable } from '#tests/bench/median.ts'
import { machine } from '#tests/bench/timing.ts'

const RUNS = 5

const FLOOR = `<!doctype html><html><head><link rel="stylesheet" href="/maplibre-gl.css">
<style>html,body,#map{height:100%;margin:0}</style></head><body><div id="map"></div>
<script type="module">
import { Map, setWorkerUrl } from '/maplibre-gl.mjs'
setWorkerUrl('/maplibre-gl-worker.mjs')
const style = { version: 8, sources: {}, layers: [{ id: 'all', type: 'background', paint: { 'background-color': '#f2efe9' } }] }
const map = new Map({ container: 'map', style, center: [106.5, 29.5], zoom: 7 })
map.once('idle', () => { document.documentElement.dataset.mapIdle = 'true' })
</script></body></html>`

async function floor(): Promise<{ origin: string; stop: () => void }> {
  const types: Record<string, string> = { css: 'text/css', mjs: 'text/javascript' }
  const server = createServer((request, response) => {
    const name = path.basename(request.url ?? '')
    if (!name) return response.setHeader('Content-Type', 'text/html').end(FLOOR)
    try {
      const file = readFileSync(path.join('node_modules/maplibre-gl/dist', name))
      return response.setHeader('Content-Type', types[name.split('.').pop() ?? ''] ?? '').end(file)
    } catch {
      return response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}/`, stop: () => server.close() }
}

/** When the page itself, the last script before the map, the last answer and the fonts had come. */
type Arrivals = { html: number; scripts: number; data: number; fontsAsked: number; fonts: number }
type Load = {
  idleMilliseconds: number
  bytes: { scripts: number; fonts: number; other: number }
  marks: LoadMarks
  arrivals: Arrivals
}

async function load(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(noteLoad)
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.goto(address)
  await page.waitForFunction(() => window.loadMarks.mapRests !== null, undefined, { polling: 200 })
  const marks = await page.evaluate(() => window.loadMarks)
  const arrivals = await page.evaluate(arrivalsOf)
  // Weighed afterwards: to read them takes time from the page.
  const bytes = await bytesOf(responses)
  await context.close()
  return { idleMilliseconds: marks.mapRests ?? Number.NaN, bytes, marks, arrivals }
}

async function bytesOf(responses: Response[]): Promise<Load['bytes']> {
  const bytes = { scripts: 0, fonts: 0, other: 0 }
  for (const response of responses) {
    const body = await response.body().catch(() => Buffer.alloc(0))
    const { pathname } = new URL(response.url())
    if (/\.woff2$/.test(pathname)) bytes.fonts += body.length
    else if (/\.m?js$/.test(pathname)) bytes.scripts += gzipSync(body).length
    else bytes.other += gzipSync(body).length
  }
  return bytes
}

/** Runs in the page. */
function arrivalsOf(): Arrivals {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const named = (pattern: RegExp) => entries.filter(({ name }) => pattern.test(name))
  const last = (of: PerformanceResourceTiming[]) => Math.max(0, ...of.map((e) => e.responseEnd))
  const fonts = named(/\.woff2$/)
  const [html] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return {
    html: html?.responseEnd ?? 0,
    scripts: last(named(/\.m?js$/).filter(({ name }) => !name.includes('worker'))),
    data: last(named(/\/api\/(?!processes)/)),
    fontsAsked: fonts.length > 0 ? Math.min(...fonts.map(({ startTime }) => startTime)) : 0,
    fonts: last(fonts),
  }
}

const STEPS: [name: string, of: (load: Load) => number | null][] = [
  ['the page had come', ({ arrivals }) => arrivals.html],
  ['its scripts had come', ({ arrivals }) => arrivals.scripts],
  ['fonts were asked for', ({ arrivals }) => arrivals.fontsAsked || null],
  ['fonts had come', ({ arrivals }) => arrivals.fonts || null],
  ['the data had come', ({ arrivals }) => arrivals.data || null],
  ['the worker was started', ({ marks }) => marks.workerStarted],
  ['the map’s context was begun', ({ marks }) => marks.contextBegun],
  ['first shader', ({ marks }) => marks.firstShader],
  ['last shader', ({ marks }) => marks.lastShader],
  ['first frame', ({ marks }) => marks.firstFrame],
  ['the map rests', ({ idleMilliseconds }) => idleMilliseconds],
]

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
/** The median of when it was reached; a dash where it never is. */
function reached(all: Load[], of: (load: Load) => number | null): string {
  const known = all.flatMap((load) => of(load) ?? [])
  return known.length > 0 ? `${(middle(known) / 1000).toFixed(2)} s` : '–'
}
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`

const atlas = await startAtlas()
const smallest = await floor()
const browser = await openBrowser()
try {
  const pages = [
    ['Park Atlas, the layout', atlas.origin],
    ['MapLibre’s smallest page', smallest.origin],
  ] as const
  const loads = new Map<string, Load[]>(pages.map(([name]) => [name, []]))
  // In turn, so that a busy minute of the machine meets both.
  for (let run = 0; run < RUNS; run++) {
    for (const [name, address] of pages) loads.get(name)?.push(await load(browser, address))
  }
  console.log(`${machine()}; load ${loadavg()[0]?.toFixed(1)}; medians of ${RUNS}\n`)
  printTable(
    [
      'first load',
      'JavaScript, gzip',
      'fonts',
      'page, styles, data, gzip',
      'to the first idle map',
    ],
    [...loads].map(([name, all]) => [
      name,
      kilobytes(middle(all.map(({ bytes }) => bytes.scripts))),
      kilobytes(middle(all.map(({ bytes }) => bytes.fonts))),
      kilobytes(middle(all.map(({ bytes }) => bytes.other))),
      `${(middle(all.map(({ idleMilliseconds }) => idleMilliseconds)) / 1000).toFixed(1)} s`,
    ]),
  )
  const [ours = [], bare = []] = [...loads.values()]
  const times = middle(
    ours.map(({ idleMilliseconds }, run) => idleMilliseconds / (bare[run]?.idleMilliseconds ?? 1)),
  )
  console.log(`\nto the first idle map, run by run: ${times.toFixed(1)} times MapLibre’s own\n`)
  printTable(
    ['after the page was asked for', ...loads.keys()],
    [
      ...STEPS.map(([step, of]) => [step, ...[ours, bare].map((all) => reached(all, of))]),
      ...(['shaders', 'frames'] as const).map((name) => [
        `${name}, how many`,
        ...[ours, bare].map((all) => String(middle(all.map(({ marks }) => marks[name])))),
      ]),
    ],
  )
} finally {
  await browser.close()
  smallest.stop()
  await atlas.stop()
}
