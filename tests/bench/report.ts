// What does a report take, and how large is its file, as candidates grow; and who waits for it meanwhile?
//
//   npm run bench -- report
//
// The battery tray on the skeleton with four scenarios and two of them at once. Time of the processor; the first of this
// process apart. Then over HTTP: what others ask while a report of six is made, beside the same with nothing else asked.
import { COMPARISON_VERSION, Comparison, StoredComparison } from '#geodata/contract/comparisons.ts'
import { Job } from '#geodata/contract/jobs.ts'
import { prepareDocumentFonts } from '#scripts/prepare.ts'
import { gatherGround } from '#server/maps/ground.ts'
import { runProcess } from '#server/processes/index.ts'
import { loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { served } from '#tests/bench/served.ts'
import { buildFacts } from '#tests/bench/served-region.ts'
import { load, machine } from '#tests/bench/timing.ts'

const SCENARIOS = [
  { id: 'land', name: 'land', changes: [{ kind: 'land', parkId: 'CQ-V01', hectares: 200 }] },
  { id: 'less', name: 'less', changes: [{ kind: 'volume', plantId: 'O006', percent: -30 }] },
  { id: 'rate', name: 'rate', changes: [{ kind: 'freightRate', percent: 20 }] },
  {
    id: 'plant',
    name: 'plant',
    changes: [{ kind: 'vehiclePlant', id: 'new', name: 'new', lngLat: [106.3, 29.5] }],
  },
]
const COUNTS = [2, 3, 4, 5, 6]
const MOST = 6
/** Of what others ask, with nothing else asked. */
const IDLE_ROUNDS = 60

await prepareDocumentFonts()
const dataDir = folderOfThisRun()
buildFacts(dataDir)
const store = await openStore(dataDir)
const region = await loadRegion(store)
const ground = await gatherGround({ store, region, mapApprovalNumber: null })
await store.close()
const ids = region.facts.parks.slice(0, MOST).map(({ id }) => id)

function comparisonOf(count: number): Comparison {
  return Comparison.parse({
    version: COMPARISON_VERSION,
    title: '电池托盘',
    siting: { productId: 'battery-tray', needs: [{ id: 'landHectares', amount: 12 }] },
    candidateIds: ids.slice(0, count),
    scenarios: SCENARIOS,
    combined: [['land', 'less']],
  })
}

function report(count: number, format: string, language: string): string {
  const comparison = comparisonOf(count)
  const stored = { id: '0123456789abcdef', comparison, storedAt: null, storedBy: null }
  const boundaryNote = { zh: '', en: '' }
  const gathered = { comparison: stored, ground, mapApprovalNumber: null, boundaryNote }
  const before = process.cpuUsage()
  const inputs = { comparisonId: stored.id, format, language }
  const { document, pageCount } = runProcess('report', region, inputs, undefined, gathered)
  const { user, system } = process.cpuUsage(before)
  const bytes = Buffer.from(document.value, 'base64').length
  return `${((user + system) / 1e6).toFixed(2)} s  ${(bytes / 1e6).toFixed(2)} MB  ${pageCount} pages`
}

console.log(`${machine()}; load ${load()}\n`)
console.log(`the first of the process, six on A4  ${report(MOST, 'a4', 'zh-CN')}`)
for (const format of ['a4', '16x9']) {
  for (const language of ['zh-CN', 'en']) {
    for (const count of COUNTS) {
      console.log(
        `${format.padEnd(4)} ${language.padEnd(5)} ${count}  ${report(count, format, language)}`,
      )
    }
  }
}

const server = await served(dataDir)
const ask = async (path: string, body?: object, headers = {}) => {
  const response = await fetch(`${server.origin}/api/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`)
  return response.json()
}
/** What others ask: a list, and the nearest firms to a place. */
const OTHERS: Record<string, () => Promise<unknown>> = {
  sites: () => ask('collections/sites/items'),
  nearest: () =>
    ask('processes/nearest/execution', {
      inputs: { origin: [106.55, 29.56], collection: 'companies' },
    }),
}

async function timesOf(others: typeof OTHERS, goesOn: (round: number) => Promise<boolean>) {
  const times = new Map(Object.keys(others).map((name) => [name, [] as number[]]))
  for (let round = 0; await goesOn(round); round++) {
    for (const [name, other] of Object.entries(others)) {
      const begun = performance.now()
      await other()
      times.get(name)?.push(performance.now() - begun)
    }
  }
  return [...times]
    .map(([name, all]) => {
      const p95 = all.sort((a, b) => a - b)[Math.floor(0.95 * all.length)] ?? 0
      return `${name} ${p95.toFixed(0)} ms of ${all.length}`
    })
    .join(', ')
}

const signed = { 'Atlas-Editor': 'bench', 'Atlas-Reason': 'bench' }
const { id: comparisonId } = StoredComparison.parse(
  await ask('comparisons', comparisonOf(MOST), signed),
)
await timesOf(OTHERS, async (round) => round < 5)
console.log(
  `\np95 with nothing else asked: ${await timesOf(OTHERS, async (round) => round < IDLE_ROUNDS)}`,
)
for (const which of ['first', 'second']) {
  const { jobID } = Job.parse(
    await ask(
      'processes/report/execution',
      { inputs: { comparisonId } },
      { Prefer: 'respond-async' },
    ),
  )
  const isMade = async () => Job.parse(await ask(`jobs/${jobID}`)).status === 'successful'
  const told = await timesOf(OTHERS, async () => !(await isMade()))
  console.log(`p95 while the ${which} report of six is made: ${told}`)
}
server.stop()
console.log(`load ${load()}`)
