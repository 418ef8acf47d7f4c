// How long does one question keep every other one waiting: the longest hold of the server's event loop?
//
// The app and its threads as the server has them, each analysis at the most its contract allows, on the
// skeleton and on both extracts; and a network put into use, and the longest page of a collection. "On the
// server's thread" is what the processor gave that thread for the question, and no hold is longer than that;
// the longest hold by the clock holds whatever other programs took meanwhile. What runs on a thread beside
// the server longer than `PATIENCE_MILLISECONDS` is given up: it holds the server no more.
//
//   npm run bench -- held
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { AskedInputs, ProcessId } from '#geodata/contract/processes/index.ts'
import { PROCESS_SHAPES } from '#geodata/contract/processes/index.ts'
import { builtBase } from '#scripts/built-base.ts'
import { createApp } from '#server/app.ts'
import { loadRegion, putNetwork } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { analysisJobs } from '#server/workers/analysis-jobs.ts'
import { readBeside } from '#server/workers/network-reading.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { extract } from '#tests/bench/extract.ts'
import { printTable } from '#tests/bench/median.ts'
import { machine } from '#tests/bench/timing.ts'
import { seeded } from '#tests/support/random.ts'

const random = seeded(8818)
const place = (): [number, number] => [106.2 + 0.8 * random(), 29.3 + 0.6 * random()]
const places = (count: number) => Array.from({ length: count }, place)
const HERE: [number, number] = [106.5, 29.6]
const SITING = { productId: 'battery-tray' }
const PINS = Array.from({ length: 20 }, (_, index) => ({ id: `pin ${index}`, lngLat: place() }))
const STREETS = { conditions: { timeFactor: 1.3, closedNear: places(20) } }

type Asked = { [Id in ProcessId]?: AskedInputs<Id>[] }

/** Of each analysis what the page asks, and the most that may be asked. */
const questions = (isStreet: boolean): Asked => {
  const roads = isStreet ? STREETS : {}
  return {
    nearest: [{ origin: HERE, collection: 'companies', count: 1000, ...roads }],
    isochrone: [
      { origin: HERE },
      { origin: HERE, cutoffMinutes: Array.from({ length: 12 }, (_, n) => 50 * (n + 1)), ...roads },
    ],
    ...(isStreet
      ? {
          isodistance: [
            { origin: HERE, cutoffKilometers: Array.from({ length: 12 }, (_, n) => 40 * (n + 1)) },
          ],
        }
      : {}),
    'od-matrix': [
      { origins: places(20), destinations: places(100) },
      { origins: places(200), destinations: places(1000), ...roads },
    ],
    route: [{ origin: HERE, destination: [104.1, 30.6], ...roads }],
    siting: [SITING, { ...SITING, pins: PINS, ...roads }],
    surface: [
      { siting: SITING, resolution: 7 },
      { siting: { ...SITING, ...roads }, resolution: 8 },
    ],
    logistics: [
      { siting: SITING, candidateId: 'CQ-V01' },
      { siting: { ...SITING, pins: PINS, ...roads }, candidateId: 'CQ-V01' },
    ],
    sensitivity: [
      { siting: SITING },
      { siting: { ...SITING, pins: PINS, ...roads }, draws: 100_000 },
    ],
    coverage: [{}, { ...roads }],
    'local-sourcing': [{}, { ...roads }],
    'gap-filling': [{}, { ...roads }, { exact: true }],
    'location-allocation': [
      { productId: 'battery-tray' },
      { productId: 'battery-tray', count: 20, ...roads },
      { productId: 'battery-tray', exact: true },
    ],
    disruption: [{}],
    'vehicle-park': [{}, { ...roads }],
    transformation: [{}],
    pooling: [{}],
    'park-index': [{}, { ...roads }],
    'supply-chain': [{ parkId: 'CQ-V01' }],
    'jit-window': [{ lngLat: HERE }, { lngLat: HERE, ...roads }],
  } as Asked
}

const PATIENCE_MILLISECONDS = 1500

const DOCUMENTS = [
  '/api/docs',
  '/api/openapi.json',
  '/api/collections/districts/items?limit=10000',
  '/api/collections/companies/items?limit=10000',
  '/api/stories/one-plus-n/figures',
]

/** Of each zoom the tile with the place in it. */
function tilesOf(id: string | undefined): string[] {
  const latitude = (HERE[1] * Math.PI) / 180
  const share = [(HERE[0] + 180) / 360, (1 - Math.asinh(Math.tan(latitude)) / Math.PI) / 2] as const
  return [4, 5, 6, 7, 8, 9, 10, 11].map((zoom) => {
    const [x, y] = share.map((one) => Math.floor(one * 2 ** zoom))
    return `/api/networks/${id}/tiles/${zoom}/${x}/${y}`
  })
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 20))

/** What the call held the server's thread, and how long it took. */
async function heldBy<T>(call: () => Promise<T>) {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  await rest()
  const started = performance.now()
  const before = process.threadCpuUsage()
  const found = await call()
  const clock = performance.now() - started
  const { user, system } = process.threadCpuUsage(before)
  await rest()
  delay.disable()
  return { ...found, clock, processor: (user + system) / 1000, longest: delay.max / 1e6 }
}

async function rowsOf(name: string, dataDir: string, isStreet: boolean): Promise<string[][]> {
  copyFileSync(await builtBase(), path.join(dataDir, 'base.gpkg'))
  const store = await openStore(dataDir)
  const region = await loadRegion(store)
  const log = (error: unknown) => console.error(error)
  const analyses = analysisJobs(store, region.id, log)
  const app = createApp({ store, region, mapApprovalNumber: null, basemap: null, analyses, log })
  const rows: string[][] = []
  const timed = async (title: string, ask: (signal: AbortSignal) => Promise<Response | null>) => {
    const bytesOf = async () => {
      const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS)
      const answer = await ask(signal)
      if (answer && !answer.ok && !signal.aborted) {
        throw new Error(`${title}: ${await answer.text()}`)
      }
      return { isWhole: !signal.aborted, bytes: (await answer?.arrayBuffer())?.byteLength ?? 0 }
    }
    // The first builds what later ones stand on, and starts the threads; what it holds counts too.
    const first = await heldBy(bytesOf)
    const later = first.isWhole ? await heldBy(bytesOf) : first
    rows.push([
      title,
      name,
      first.processor.toFixed(0),
      later.processor.toFixed(0),
      later.longest.toFixed(0),
      later.isWhole ? later.clock.toFixed(0) : `over ${PATIENCE_MILLISECONDS}`,
      `${(later.bytes / 1000).toFixed(0)} kB`,
    ])
  }
  for (const id of Object.keys(PROCESS_SHAPES) as ProcessId[]) {
    for (const inputs of questions(isStreet)[id] ?? []) {
      const headers = { 'Content-Type': 'application/json' }
      const init = { method: 'POST', headers, body: JSON.stringify({ inputs }) }
      const asked = init.body.length > 200 ? 'the most' : JSON.stringify(inputs)
      await timed(`${id}, ${asked}`, async (signal) =>
        app.request(`/api/processes/${id}/execution`, { ...init, signal }),
      )
    }
  }
  for (const address of isStreet ? tilesOf(region.streets[0]?.summary.id) : DOCUMENTS) {
    await timed(address, async () => app.request(address))
  }
  if (isStreet) {
    await timed('a network put into use', async () => {
      await putNetwork(region, await readBeside(store, region, 'roads'))
      return null
    })
  }
  await analyses.close()
  await store.close()
  return rows
}

const rows = await rowsOf('skeleton', folderOfThisRun(), false)
for (const name of ['cq-sc-major-roads', 'china-major-roads']) {
  const dataDir = folderOfThisRun()
  if (await extract(name, dataDir)) rows.push(...(await rowsOf(name, dataDir, true)))
}
console.log(`${machine()}\n`)
printTable(
  [
    'asked',
    'roads',
    'processor, first time, ms',
    'processor, ms',
    'longest hold, ms',
    'answer, ms',
    '',
  ],
  rows,
)
const most = (column: number) => Math.max(...rows.map((row) => Number(row[column])))
console.log(`Longest of all: ${most(2)} ms the first time, ${most(3)} ms of the processor later.`)
