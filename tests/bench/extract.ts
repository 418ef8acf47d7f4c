// Which real roads does the bench run on, and which junctions does it draw from them?
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Start } from '#geodata/network/costs-from.ts'
import {
  STREET_ENTERS_ONLY_AT_ENDS,
  STREET_IS_MAIN,
  type StreetNetwork,
} from '#geodata/network/street/street-network.ts'
import { type BuiltNetwork, builtNetwork, folderOfThisRun } from '#tests/bench/built-network.ts'
import { seeded } from '#tests/support/random.ts'

export type LngLat = readonly [number, number]

export type Extract = {
  name: string
  pbfFile: string
  built: BuiltNetwork
  street: StreetNetwork
  lngLatOf(junction: number): LngLat
}

const ROOT = path.resolve(import.meta.dirname, '../..')
const FOLDER = path.resolve(ROOT, process.env.TEST_DATA_DIR ?? '../shared/data', 'roads')

/** Undefined, and said, where the test data are absent. */
export function pbfFileOf(name: string): string | undefined {
  const pbfFile = path.join(FOLDER, `${name}.osm.pbf`)
  if (existsSync(pbfFile)) return pbfFile
  console.log(`${name} is left out: ${pbfFile} is absent; TEST_DATA_DIR says where to look.\n`)
  return undefined
}

/** One of the shared extracts, built anew; undefined where the test data are absent. */
export async function extract(
  name: string,
  dataDir = folderOfThisRun(),
): Promise<Extract | undefined> {
  const pbfFile = pbfFileOf(name)
  return pbfFile ? extractOf(name, [pbfFile], dataDir) : undefined
}

/** The network of these files, built in a process of its own. */
export async function extractOf(
  name: string,
  pbfFiles: readonly string[],
  dataDir: string,
): Promise<Extract> {
  const built = await builtNetwork('roads', pbfFiles, dataDir)
  const { street } = built
  return { name, pbfFile: pbfFiles[0]!, built, street, lngLatOf: lngLatsOf(street) }
}

/** Longitude and latitude of a junction, as the peers want them. */
function lngLatsOf({ junctionPoints }: StreetNetwork): Extract['lngLatOf'] {
  return (junction) => [
    junctionPoints[2 * junction]! / 1e7,
    junctionPoints[2 * junction + 1]! / 1e7,
  ]
}

/** Draws that many different junctions of main streets that are entered anywhere, the same in every run. */
export function seededJunctions({ street }: Extract): (count: number) => number[] {
  const { streets } = street
  const main = new Set<number>()
  for (let one = 0; one < streets.count; one++) {
    const isIn =
      (streets.flags[one]! & (STREET_IS_MAIN | STREET_ENTERS_ONLY_AT_ENDS)) === STREET_IS_MAIN
    if (isIn) main.add(streets.from[one]!).add(streets.to[one]!)
  }
  const junctions = [...main]
  const random = seeded(20_260)
  return (count) => {
    const drawn = new Set<number>()
    while (drawn.size < count) drawn.add(junctions[Math.floor(random() * junctions.length)]!)
    return [...drawn]
  }
}

/** Trips that start or end at the junctions themselves. */
export const startsAt = (junctions: readonly number[]): Start[][] =>
  junctions.map((node) => [{ node, costDeciseconds: 0, lengthMeters: 0 }])
