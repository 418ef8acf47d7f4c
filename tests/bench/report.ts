// What does a report take, and how large is its file, as candidates grow?
//
//   npm run bench -- report
//
// The battery tray on the skeleton with two scenarios. Time of the processor, the first and the median of the next three.
import { COMPARISON_VERSION, Comparison } from '#geodata/contract/comparisons.ts'
import { prepareDocumentFonts } from '#scripts/prepare.ts'
import { gatherGround } from '#server/maps/ground.ts'
import { runProcess } from '#server/processes/index.ts'
import { loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { buildFacts } from '#tests/bench/served-region.ts'
import { machine } from '#tests/bench/timing.ts'

const SCENARIOS = [
  { id: 'land', name: 'land', changes: [{ kind: 'land', parkId: 'CQ-V01', hectares: 200 }] },
  { id: 'less', name: 'less', changes: [{ kind: 'volume', plantId: 'O006', percent: -30 }] },
]

await prepareDocumentFonts()
const dataDir = folderOfThisRun()
buildFacts(dataDir)
const store = await openStore(dataDir)
const region = await loadRegion(store)
const ground = await gatherGround({ store, region, mapApprovalNumber: null })
await store.close()
const ids = region.facts.parks.slice(0, 6).map(({ id }) => id)

function report(count: number, format: string, language: string) {
  const comparison = Comparison.parse({
    version: COMPARISON_VERSION,
    title: '电池托盘',
    siting: { productId: 'battery-tray', needs: [{ id: 'landHectares', amount: 12 }] },
    candidateIds: ids.slice(0, count),
    scenarios: SCENARIOS,
  })
  const stored = { id: '0123456789abcdef', comparison, storedAt: null, storedBy: null }
  const boundaryNote = { zh: '', en: '' }
  const gathered = { comparison: stored, ground, mapApprovalNumber: null, boundaryNote }
  const before = process.cpuUsage()
  const inputs = { comparisonId: stored.id, format, language }
  const { document, pageCount } = runProcess('report', region, inputs, undefined, gathered)
  const { user, system } = process.cpuUsage(before)
  const bytes = Buffer.from(document.value, 'base64').length
  return { seconds: (user + system) / 1e6, bytes, pageCount }
}

for (const format of ['a4', '16x9']) {
  for (const language of ['zh-CN', 'en']) {
    for (const count of [2, 4, 6]) {
      const { seconds: first } = report(count, format, language)
      const runs = [1, 2, 3].map(() => report(count, format, language))
      const [, median] = runs.map(({ seconds }) => seconds).sort((a, b) => a - b)
      const { bytes = 0, pageCount = 0 } = runs[0] ?? {}
      console.log(
        `${format.padEnd(4)} ${language.padEnd(5)} ${count} candidates  ${first.toFixed(2)} s first, ${median?.toFixed(2)} s  ${(bytes / 1e6).toFixed(2)} MB  ${pageCount} pages`,
      )
    }
  }
}
console.log(machine())
