// What does it take to write an answer as a workbook, and to read a questionnaire back, as candidates grow?
//
//   npm run bench -- workbooks
//
// The battery tray on the skeleton; the answer is there before. Time of the processor, median of five.
import { readingOf } from '#geodata/analysis/questionnaire/reading.ts'
import { sentIn } from '#geodata/analysis/questionnaire/sent.ts'
import type { ProcessId } from '#geodata/contract/processes/index.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import { readWorkbook } from '#geodata/formats/import/workbook.ts'
import { documentOf } from '#server/processes/documents.ts'
import { inputsOf, runProcess } from '#server/processes/index.ts'
import { loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { buildFacts } from '#tests/bench/served-region.ts'
import { machine } from '#tests/bench/timing.ts'

const RUNS = 5

async function processorMilliseconds(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage()
    await act()
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
}

const dataDir = folderOfThisRun()
buildFacts(dataDir)
const store = await openStore(dataDir)
const region = await loadRegion(store)
await store.close()
console.log(`${machine()}; times are of the processor\n`)

async function written(id: ProcessId, inputs: object): Promise<Uint8Array> {
  const document = documentOf(
    id,
    region,
    inputsOf(id, inputs),
    runProcess(id, region, inputs),
    'en',
  )
  if (!document) throw new Error(`${id} has no document.`)
  return EXPORT_FORMATS.xlsx.write(document.workbook)
}

async function row(name: string, id: ProcessId, inputs: object): Promise<Uint8Array> {
  const bytes = await written(id, inputs)
  const result = runProcess(id, region, inputs)
  const milliseconds = await processorMilliseconds(async () => {
    const document = documentOf(id, region, inputsOf(id, inputs), result, 'en')
    if (document) await EXPORT_FORMATS.xlsx.write(document.workbook)
  })
  console.log(
    `${name.padEnd(34)}  ${milliseconds.toFixed(0)} ms  ${Math.round(bytes.length / 1000)} kB`,
  )
  return bytes
}

const parkIds = region.facts.parks.map(({ id }) => id)
for (const count of [6, 12, 24, 48]) {
  const inputs = { productId: 'battery-tray', parkIds: parkIds.slice(0, count) }
  await row(`workbook of ${count} candidates`, 'siting', inputs)
}
for (const count of [1, 3, 6]) {
  const siting = { productId: 'battery-tray', needs: [{ id: 'powerMegavoltAmperes', amount: 30 }] }
  const candidateIds = parkIds.slice(0, count)
  const bytes = await row(`questionnaire of ${count}`, 'questionnaire', { siting, candidateIds })
  const milliseconds = await processorMilliseconds(async () => {
    const sheets = await readWorkbook(bytes)
    const found = sentIn(sheets)
    if (found.kind === 'refused') throw new Error(found.why.en)
    readingOf(sheets, found.sent, region.facts, { today: '2026-11-29', judge: () => null })
  })
  console.log(`${`read back, of ${count}`.padEnd(34)}  ${milliseconds.toFixed(0)} ms`)
}
