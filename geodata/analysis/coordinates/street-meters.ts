// How far is a place from the nearest street? By the lines of street networks alone, which another thread may hold.
//
// Roads that are entered at their ends alone (motorways, tunnels, ferries) are left out: nothing stands by them. Roads of
// the skeleton are no help either: straight from one interchange to the next, a kilometer off the ground in between.
import type { RoadMeters } from '#geodata/analysis/coordinates/road-evidence.ts'
import {
  type BoxLevel,
  StreetIndex,
  type StreetLines,
} from '#geodata/network/street/street-index.ts'
import { STREET_ENTERS_ONLY_AT_ENDS } from '#geodata/network/street/street-network.ts'

/** `boxes` are those of the lines (street-index.ts), `flags` those of the streets. */
export type HeldStreets = StreetLines & { flags: Uint8Array; boxes: readonly BoxLevel[] }

/** Farther away a street tells nothing, and is not looked for. */
const FAR_METERS = 2000

/** By whichever of the networks has the nearest street; null: there is no network. */
export function streetMeters(networks: readonly HeldStreets[]): RoadMeters | null {
  if (networks.length === 0) return null
  const looked = networks.map((held) => ({
    index: new StreetIndex(held, held.boxes),
    isBeside: (street: number) => ((held.flags[street] ?? 0) & STREET_ENTERS_ONLY_AT_ENDS) === 0,
  }))
  return ([lng, lat]) => {
    const [lng7, lat7] = [Math.round(lng * 1e7), Math.round(lat * 1e7)]
    return looked.reduce<number | null>((nearest, { index, isBeside }) => {
      const found = index.nearest(lng7, lat7, nearest ?? FAR_METERS, isBeside)
      return found?.meters ?? nearest
    }, null)
  }
}
