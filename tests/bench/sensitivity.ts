// What does it take to draw the doubt of a siting, and to say how firm its first place is?
//
//   npm run bench -- sensitivity
//
// The battery tray on the skeleton and on cq-sc: the first question sweeps the clouds of the places, later ones
// read them. Beside each time, how wide the likely ranks are, and the bounds that every doubt on its own gives.
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { runProcess } from '#server/processes/index.ts'
import { loadRegion, type Region } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { extract } from '#tests/bench/extract.ts'
import { buildFacts } from '#tests/bench/served-region.ts'
import { machine } from '#tests/bench/timing.ts'

const TEMPLATES = ['battery-tray', 'brake-by-wire', 'cockpit-display']
const RUNS = 9

function processorMilliseconds(act: () => void): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function middle(amounts: readonly number[]): number {
  return amounts.toSorted((a, b) => a - b)[Math.floor(amounts.length / 2)] ?? 0
}

function measure(region: Region, network: string): void {
  for (const productId of TEMPLATES) {
    const ask = (id: 'siting' | 'sensitivity', inputs: unknown) =>
      processorMilliseconds(() => {
        runProcess(id, region, inputs)
      })
    const siting = { productId, network }
    const first = ask('siting', siting)
    const later = middle(Array.from({ length: RUNS }, () => ask('siting', siting)))
    const fewest = { ...siting, doubt: { draws: 100 } }
    const hardly = middle(Array.from({ length: RUNS }, () => ask('siting', fewest)))
    const firm = middle(Array.from({ length: 3 }, () => ask('sensitivity', { siting })))
    const { ranking } = runProcess('siting', region, siting) as SitingResult
    const likely = middle(ranking.map(({ rankLikely: [low, high] }) => high - low + 1))
    const bounds = middle(ranking.map(({ rankLow, rankHigh }) => rankHigh - rankLow + 1))
    const row = [
      network.padEnd(22),
      productId.padEnd(16),
      `first ${first.toFixed(0)} ms`,
      `2,000 draws ${later.toFixed(0)} ms`,
      `100 draws ${hardly.toFixed(0)} ms`,
      `sensitivity ${firm.toFixed(0)} ms`,
      `median likely ranks ${likely}, bounds ${bounds}, of ${ranking.length}`,
      `first in ${((ranking[0]?.chanceFirst ?? 0) * 100).toFixed(0)} %`,
    ]
    console.log(row.join('  '))
  }
}

const dataDir = folderOfThisRun()
const place = await extract('cq-sc-major-roads', dataDir)
buildFacts(dataDir)
const store = await openStore(dataDir)
const region = await loadRegion(store)
await store.close()
console.log(`${machine()}; times are of the processor\n`)
measure(region, 'skeleton')
const [street] = place ? region.streets : []
if (street) measure(region, street.summary.id)
