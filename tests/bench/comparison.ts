// What does a comparison take, and its grid of scenarios, as candidates and scenarios grow?
//
//   npm run bench -- comparison
//
// The battery tray on the skeleton and on cq-sc, clouds swept before. Time of the processor, median of five.
import { runProcess } from '#server/processes/index.ts'
import { loadRegion, type Region } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { extract } from '#tests/bench/extract.ts'
import { buildFacts } from '#tests/bench/served-region.ts'
import { machine } from '#tests/bench/timing.ts'

const RUNS = 5
const CHANGES = [
  { kind: 'land', parkId: 'CQ-V01', hectares: 200 },
  { kind: 'vehiclePlant', id: 'new-1', name: 'new', lngLat: [106.3, 29.5] },
  { kind: 'opened', from: [106.795, 29.69], to: [105.93, 29.36] },
  { kind: 'volume', plantId: 'O006', percent: 30 },
  { kind: 'land', parkId: 'CQ-V02', hectares: 300 },
  { kind: 'opened', from: [106.5, 29.3], to: [106.2, 29.8] },
]

function processorMilliseconds(act: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage()
    act()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
}

/** Roads closed one after the other: ways under conditions are searched without the hierarchy. */
const CLOSED = [106.55, 106.5, 106.45, 106.6, 106.3, 106.7].map((lng, index) => ({
  id: `${index}`,
  name: `${index}`,
  changes: [{ kind: 'closed', near: [lng, 29.56] }],
}))

function measure(region: Region, network: string, hasStreets: boolean): void {
  const siting = { productId: 'battery-tray', network }
  const ids = region.facts.parks.slice(0, 6).map(({ id }) => id)
  const row = (name: string, id: 'comparison' | 'what-would-win' | 'scenarios', more: object) => {
    const asked = { siting, ...more }
    const milliseconds = processorMilliseconds(() => {
      runProcess(id, region, asked)
    })
    console.log(`${network.padEnd(22)}  ${name.padEnd(34)}  ${milliseconds.toFixed(0)} ms`)
  }
  runProcess('comparison', region, { siting, candidateIds: ids })
  for (const count of [2, 4, 6]) {
    row(`comparison of ${count}`, 'comparison', { candidateIds: ids.slice(0, count) })
  }
  row('what would win, of 6', 'what-would-win', { candidateIds: ids, winnerId: ids[5] })
  const scenarios = CHANGES.map((change, index) => ({
    id: `${index}`,
    name: `${index}`,
    changes: [change],
  }))
  for (const [candidates, count] of [
    [2, 6],
    [6, 1],
    [6, 3],
    [6, 6],
  ] as const) {
    const more = { candidateIds: ids.slice(0, candidates), scenarios: scenarios.slice(0, count) }
    row(`grid of ${candidates} × ${count} scenarios`, 'scenarios', more)
  }
  if (hasStreets) {
    row('grid of 6 × 6 closed roads', 'scenarios', { candidateIds: ids, scenarios: CLOSED })
  }
}

const dataDir = folderOfThisRun()
const place = await extract('cq-sc-major-roads', dataDir)
buildFacts(dataDir)
const store = await openStore(dataDir)
const region = await loadRegion(store)
await store.close()
console.log(`${machine()}; times are of the processor\n`)
measure(region, 'skeleton', false)
const [street] = place ? region.streets : []
if (street) measure(region, street.summary.id, true)
