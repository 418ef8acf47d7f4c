// How much sooner are whole matrices there than from Valhalla and pgRouting, on the same extract?
//
//   npm run bench -- matrices

import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import { odMatrix } from '#geodata/analysis/nearest/nearest.ts'
import { OdMatrixInputs } from '#geodata/contract/processes/od-matrix.ts'
import { costMatrix } from '#geodata/network/cost-matrix.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'
import { UpwardSearch } from '#geodata/network/upward-search.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { type Extract, extract, seededJunctions, startsAt } from '#tests/bench/extract.ts'
import { inMilliseconds, median, middle, printTable, timesAsFast } from '#tests/bench/median.ts'
import { matrixSql, type PgRouting, pgRouting, summed } from '#tests/bench/peers/pgrouting.ts'
import {
  answerTo,
  type MatrixAnswer,
  matrixQuery,
  VALHALLA_VERSION,
  type Valhalla,
  valhalla,
} from '#tests/bench/peers/valhalla.ts'
import { loadedNetwork } from '#tests/bench/served-region.ts'
import { machine } from '#tests/bench/timing.ts'

const SIZES = [
  [1, 200],
  [50, 50],
  [20, 1000],
] as const

/** Valhalla's own choice takes 11 s for one row over China; several rows would take many minutes. */
const MOST_JUNCTIONS_OF_USUAL = 20_000

async function rowsOf(
  place: Extract,
  { ground }: LoadedNetwork,
  engine: Valhalla | undefined,
  database: PgRouting | undefined,
): Promise<string[][]> {
  const { street, lngLatOf } = place
  const { network, hierarchy } = street
  const climb = new UpwardSearch(network.nodeCount)
  const junctions = seededJunctions(place)
  await database?.load(network)
  const rows: string[][] = []
  for (const [rowCount, columnCount] of SIZES) {
    const origins = junctions(rowCount)
    const destinations = junctions(columnCount)
    const ours = () => costMatrix(hierarchy, startsAt(origins), startsAt(destinations), climb)
    const { costDeciseconds } = ours()
    const kernel = await median(ours, { runs: 101 })
    const places = { origins: origins.map(lngLatOf), destinations: destinations.map(lngLatOf) }
    const written = await median(
      () => JSON.stringify(odMatrix(ground, OdMatrixInputs.parse(places))),
      {
        runs: 51,
      },
    )
    const row = [
      `${rowCount} × ${columnCount.toLocaleString('en')}, ${place.name}`,
      inMilliseconds(kernel),
      inMilliseconds(written),
    ]
    const query = matrixQuery(places.origins, places.destinations)
    const isPatient = place.street.junctionCount < MOST_JUNCTIONS_OF_USUAL || rowCount === 1
    for (const actor of [isPatient ? engine?.usual : undefined, engine?.fastest]) {
      if (!actor) {
        row.push('–', '–', '–')
        continue
      }
      checkSeconds(await answerTo(actor, query), costDeciseconds, columnCount)
      const theirs = await median(() => actor.matrix(query), { runs: 5, isWarm: true })
      row.push(inMilliseconds(theirs), timesAsFast(theirs, kernel), timesAsFast(theirs, written))
    }
    if (database) {
      const sql = summed(matrixSql(origins, destinations))
      checkSum(database.query(sql).rows, costDeciseconds)
      const runs = Array.from({ length: 5 }, () => database.query(sql).milliseconds)
      row.push(inMilliseconds(middle(runs)), timesAsFast(middle(runs), kernel))
    } else row.push('–', '–')
    rows.push(row)
  }
  return rows
}

/** Other speeds, same roads: most answers exist, and the middle one is within a factor of two. */
function checkSeconds(
  answer: MatrixAnswer | undefined,
  ours: Uint32Array,
  columnCount: number,
): void {
  const ratios: number[] = []
  answer?.sources_to_targets.durations.forEach((row, rowIndex) => {
    row.forEach((seconds, column) => {
      const own = ours[rowIndex * columnCount + column] ?? UNREACHED
      if (seconds && own !== UNREACHED) ratios.push((seconds * 10) / own)
    })
  })
  const ratio = middle(ratios)
  if (ratios.length < 0.9 * ours.length || !(ratio > 0.5 && ratio < 2)) {
    throw new Error(
      `Valhalla answers ${ratios.length} of ${ours.length} pairs, ${ratio} × our time.`,
    )
  }
}

/** Same edges, same costs: the sums over all pairs are equal. */
function checkSum(rows: string[][], ours: Uint32Array): void {
  const own = ours.reduce((total, cost) => (cost === UNREACHED ? total : total + cost), 0)
  if (Number(rows[0]?.[1]) !== own) {
    throw new Error(`pgRouting sums ${rows[0]?.[1]} deciseconds over the matrix, we ${own}.`)
  }
}

const database = await pgRouting()
try {
  const rows: string[][] = []
  for (const name of ['cq-sc-major-roads', 'china-major-roads']) {
    const dataDir = folderOfThisRun()
    const place = await extract(name, dataDir)
    if (!place) continue
    const engine = await valhalla(place.pbfFile)
    rows.push(...(await rowsOf(place, await loadedNetwork(dataDir), engine, database)))
  }
  console.log(`${machine()}\nValhalla ${VALHALLA_VERSION}, ${database?.versions}\n`)
  printTable(
    [
      'matrix',
      'kernel',
      'whole answer',
      'Valhalla',
      '÷ kernel',
      '÷ whole',
      'Valhalla, told how',
      '÷ kernel',
      '÷ whole',
      'pgRouting',
      '÷ kernel',
    ],
    rows,
  )
  console.log(
    'Times and lengths between the same junctions. “Kernel”: from junction to junction. “Whole ' +
      'answer”: coordinates checked, places found on the roads, text written, as Valhalla does it too. ' +
      '“Told how” is Valhalla’s search from each origin, which it does not choose by itself for ' +
      'trucks. pgRouting is given the same edges, reads them for every answer, and adds up inside the ' +
      'server; its sums equal ours.\n',
  )
} finally {
  database?.stop()
}
