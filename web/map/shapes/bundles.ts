// Which partners share a mark at this zoom? Those whose marks would cover one another.

import { fromWorld, groupsIn, worldPlaces } from '#geodata/geometry/point-groups.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

const WORLD = { west: 0, north: 0, east: 1, south: 1 }

/**
 * Things that stand close together as bundles, each with its members in the order they came and the
 * middle of them; one thing alone, or several at one place, keep that place.
 */
export function bundled<Thing extends { at: readonly number[] }>(
  things: readonly Thing[],
  zoom: number,
): { members: Thing[]; at: number[] }[] {
  const places = worldPlaces(things.map(({ at }): LngLat => [at[0] ?? 0, at[1] ?? 0]))
  return groupsIn(places, WORLD, zoom).map(({ members, x, y, east, west, north, south }) => {
    const inOrder = members.sort((a, b) => a - b).flatMap((index) => things[index] ?? [])
    const [first] = inOrder
    const isOnePlace = east === west && north === south
    return { members: inOrder, at: isOnePlace && first ? [...first.at] : fromWorld(x, y) }
  })
}
