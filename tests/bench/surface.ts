// How long does every cell of the city take, and do other requests wait while it is measured?
//
//   npm run bench -- surface
import { loadavg } from 'node:os'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { extract } from '#tests/bench/extract.ts'
import { inMilliseconds, middle, printTable } from '#tests/bench/median.ts'
import { served } from '#tests/bench/served.ts'
import { buildFacts } from '#tests/bench/served-region.ts'
import { machine } from '#tests/bench/timing.ts'

const NETWORK = 'cq-sc-major-roads'
const RUNS = 7
/** With the range of every cell. */
const RANGED_RUNS = 3
const siting = { productId: 'battery-tray' }

const dataDir = folderOfThisRun()
if (!(await extract(NETWORK, dataDir))) {
  console.log(`${NETWORK} is not at hand: nothing is measured.`)
  process.exit()
}
buildFacts(dataDir)
const { origin, stop } = await served(dataDir)

async function execute<T>(id: string, inputs: object): Promise<T> {
  const response = await fetch(`${origin}/api/processes/${id}/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
  })
  if (!response.ok) throw new Error(await response.text())
  return response.json() as Promise<T>
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await call()
  return performance.now() - started
}

const rows: string[][] = []
for (const resolution of [5, 6, 7, 8]) {
  let cells = 0
  const ask = (rangeDraws: number) =>
    timed(async () => {
      const result = await execute<SurfaceResult>('surface', { siting, resolution, rangeDraws })
      cells = result.cells.length
    })
  const first = await ask(0)
  const [later, ranged]: [number[], number[]] = [[], []]
  for (let run = 0; run < RUNS; run++) later.push(await ask(0))
  for (let run = 0; run < RANGED_RUNS; run++) ranged.push(await ask(200))
  rows.push([
    `resolution ${resolution}, ${cells.toLocaleString('en')} cells`,
    inMilliseconds(first),
    inMilliseconds(middle(later)),
    inMilliseconds(middle(ranged)),
  ])
}

const alone: number[] = []
for (let run = 0; run < 40; run++) alone.push(await timed(() => execute('siting', siting)))
let isRunning = true
const long = execute('surface', { siting, resolution: 8, rangeDraws: 0 }).finally(() => {
  isRunning = false
})
const beside: number[] = []
while (isRunning) beside.push(await timed(() => execute('siting', siting)))
await long
stop()

console.log(`${machine()}; load ${loadavg()[0]?.toFixed(1)}; by the clock, over HTTP\n`)
printTable(
  ['surface', 'first, cells meet the roads', 'later, median', 'with ranges in 200 draws'],
  rows,
)
console.log()
printTable(
  ['siting', 'median', 'p95'],
  [
    ['alone', inMilliseconds(middle(alone)), inMilliseconds(middle(alone, 0.95))],
    [
      `while a surface of resolution 8 runs, ${beside.length} requests`,
      inMilliseconds(middle(beside)),
      inMilliseconds(middle(beside, 0.95)),
    ],
  ],
)
process.exit()
