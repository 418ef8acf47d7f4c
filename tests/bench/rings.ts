// How much sooner are four rings there, as finished GeoJSON, than from Valhalla?
//
//   npm run bench -- rings
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { type Extract, extract, type LngLat, seededJunctions } from '#tests/bench/extract.ts'
import { inMilliseconds, median, middle, printTable, timesAsFast } from '#tests/bench/median.ts'
import {
  drivingDistanceSql,
  type PgRouting,
  pgRouting,
  summed,
} from '#tests/bench/peers/pgrouting.ts'

import { isochroneQuery, VALHALLA_VERSION, valhalla } from '#tests/bench/peers/valhalla.ts'
import { loadedNetwork, ringsText } from '#tests/bench/served-region.ts'
import { machine } from '#tests/bench/timing.ts'
import { ringSquareKilometers } from '#tests/support/rings.ts'

const CUTOFF_MINUTES = [30, 60, 90, 120]
/** Our trucks drive slower: these reach as far as Valhalla's in 30 to 120 minutes, as the areas show. */
const SAME_GROUND_MINUTES = CUTOFF_MINUTES.map((minutes) => Math.round(minutes * 1.4))
const ORIGIN_COUNT = 20

type Collection = {
  features: { geometry: { type: string; coordinates: number[][][] | number[][][][] } }[]
}

/** Areas of all features, largest first; throws unless there are as many as cutoffs, none of them empty. */
function areasOf(text: string): number[] {
  const { features }: Collection = JSON.parse(text)
  const areas = features.map(({ geometry }) => {
    const rings = geometry.coordinates.flat(
      geometry.type === 'MultiPolygon' ? 1 : 0,
    ) as number[][][]
    return Math.abs(rings.reduce((sum, ring) => sum + ringSquareKilometers(ring), 0))
  })
  if (areas.length !== CUTOFF_MINUTES.length || areas.some((area) => !(area > 0))) {
    throw new Error(
      `${areas.length} rings of ${areas.join(', ')} km² came; four with an area expected.`,
    )
  }
  return areas.sort((a, b) => b - a)
}

async function rowOf(place: Extract, dataDir: string, database: PgRouting | undefined) {
  const network = await loadedNetwork(dataDir)
  const origins = seededJunctions(place)(ORIGIN_COUNT)
  const lngLats = origins.map(place.lngLatOf)
  // One origin after the other, round and round: none is answered from a cache.
  const inTurn = (ask: (origin: LngLat) => unknown) => {
    let next = 0
    return () => ask(lngLats[next++ % lngLats.length]!)
  }
  const areas = lngLats.map((origin) => areasOf(ringsText(network, origin, SAME_GROUND_MINUTES)))
  const ours = await median(
    inTurn((origin) => ringsText(network, origin, CUTOFF_MINUTES)),
    {
      runs: 10 * ORIGIN_COUNT,
    },
  )
  const sameGround = await median(
    inTurn((origin) => ringsText(network, origin, SAME_GROUND_MINUTES)),
    { runs: 10 * ORIGIN_COUNT },
  )
  const row = [place.name, inMilliseconds(ours), inMilliseconds(sameGround)]
  const engine = await valhalla(place.pbfFile)
  if (engine) {
    const ask = (origin: LngLat) => engine.usual.isochrone(isochroneQuery(origin, CUTOFF_MINUTES))
    const shares: number[] = []
    for (const [index, origin] of lngLats.entries()) {
      const theirs = areasOf(await ask(origin))
      shares.push((areas[index]?.[0] ?? 0) / (theirs[0] ?? 0))
    }
    const theirs = await median(inTurn(ask), { runs: ORIGIN_COUNT })
    row.push(
      inMilliseconds(theirs),
      timesAsFast(theirs, ours),
      timesAsFast(theirs, sameGround),
      middle(shares).toFixed(2),
    )
  } else row.push('–', '–', '–', '–')
  if (database) {
    await database.load(place.street.network)
    const cutoff = Math.max(...CUTOFF_MINUTES) * 600
    const runs = origins.map((origin) => database.query(summed(drivingDistanceSql(origin, cutoff))))
    row.push(inMilliseconds(middle(runs.map(({ milliseconds }) => milliseconds))))
  } else row.push('–')
  return row
}

const database = await pgRouting()
try {
  const rows: string[][] = []
  for (const name of ['cq-sc-major-roads', 'china-major-roads']) {
    const dataDir = folderOfThisRun()
    const place = await extract(name, dataDir)
    if (place) rows.push(await rowOf(place, dataDir, database))
  }
  console.log(`${machine()}\nValhalla ${VALHALLA_VERSION}, ${database?.versions}\n`)
  printTable(
    [
      `rings ${CUTOFF_MINUTES.join('/')} min`,
      'Park Atlas',
      `at ${SAME_GROUND_MINUTES.join('/')}`,
      'Valhalla',
      '',
      'same ground',
      'area',
      'pgRouting, no outline',
    ],
    rows,
  )
  console.log(
    'Finished GeoJSON as text on both sides. “Same ground”: our trucks drive slower, so ours are asked ' +
      'for as much more time; “area” is then ours ÷ Valhalla’s at the largest cutoff, in the middle. ' +
      'pgRouting lists the junctions within 120 minutes and draws nothing.\n',
  )
} finally {
  database?.stop()
}
