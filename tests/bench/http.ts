// How soon is a matrix there over HTTP, places found and JSON written and read, on a street network?
//
// OSRM, the fastest of the open engines, cannot be installed by a bench: its figures are quoted as
// they were measured on a machine of this kind, over HTTP too, with contraction hierarchies, on the
// same two files.
//
//   npm run bench -- http
import path from 'node:path'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { extract, seededJunctions } from '#tests/bench/extract.ts'
import { inMilliseconds, medianByTheClock, printTable, timesAsFast } from '#tests/bench/median.ts'
import { served } from '#tests/bench/served.ts'
import { machine } from '#tests/bench/timing.ts'

const OSRM_MILLISECONDS: Record<string, readonly [number, number, number]> = {
  'cq-sc-major-roads': [67, 59, 107],
  'china-major-roads': [62, 68, 208],
}
const SIZES = [
  [1, 200],
  [50, 50],
  [20, 1000],
] as const

type Answer = { durationSeconds: (number | null)[][]; basis: { network: { kind: string } } }

async function rowsOf(name: string): Promise<string[][]> {
  const dataDir = folderOfThisRun()
  const place = await extract(name, dataDir)
  if (!place) return []
  buildGeodata({ sourcesDir: 'geodata/sources', outFile: path.join(dataDir, 'base.gpkg') })
  const { origin, stop } = await served(dataDir)
  const junctions = seededJunctions(place)
  const rows: string[][] = []
  for (const [index, [rowCount, columnCount]] of SIZES.entries()) {
    const body = JSON.stringify({
      inputs: {
        origins: junctions(rowCount).map(place.lngLatOf),
        destinations: junctions(columnCount).map(place.lngLatOf),
      },
    })
    const ask = async (encoding: string): Promise<Answer> => {
      const response = await fetch(`${origin}/api/processes/od-matrix/execution`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Accept-Encoding': encoding },
        body,
      })
      if (!response.ok) throw new Error(await response.text())
      return (await response.json()) as Answer
    }
    const answer = await ask('identity')
    const found = answer.durationSeconds.flat().filter((seconds) => seconds !== null).length
    if (answer.basis.network.kind !== 'street' || found !== rowCount * columnCount) {
      throw new Error(
        `${found} pairs came on ${answer.basis.network.kind}; all on street expected.`,
      )
    }
    const plain = await medianByTheClock(() => ask('identity'), 101)
    const packed = await medianByTheClock(() => ask('gzip'), 51)
    const osrm = OSRM_MILLISECONDS[name]?.[index] ?? Number.NaN
    rows.push([
      `${rowCount} × ${columnCount.toLocaleString('en')}, ${name}`,
      inMilliseconds(plain),
      `${osrm} ms`,
      timesAsFast(osrm, plain),
      inMilliseconds(packed),
    ])
  }
  stop()
  return rows
}

const rows = [...(await rowsOf('cq-sc-major-roads')), ...(await rowsOf('china-major-roads'))]
console.log(`${machine()}\n`)
printTable(['matrix over HTTP', 'Park Atlas', 'OSRM 6, quoted', '', 'Park Atlas, gzip'], rows)
