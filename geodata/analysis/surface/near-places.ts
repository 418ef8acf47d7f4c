// By which places does one tell where a cell is?
import { namedEnds, type RegionFacts } from '#geodata/analysis/facts.ts'
import type { Cells } from '#geodata/analysis/surface/cells.ts'
import type { SurfacePlace } from '#geodata/contract/processes/surface.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import type { Skeleton } from '#geodata/network/skeleton.ts'

/** Farther away a place tells nothing of where a cell is. */
const FARTHEST_METERS = 20_000
/** A degree of latitude is at least so long. */
const LEAST_METERS_PER_DEGREE = 110_000

/** Parks and hubs by their short names, and every interchange of the skeleton, which is recorded in Chinese. */
export function surfacePlaces(
  { nodeNames, nodeLngLats, interchanges }: Skeleton,
  { parks, hubs }: Pick<RegionFacts, 'parks' | 'hubs'>,
): SurfacePlace[] {
  const named = (features: Parameters<typeof namedEnds>[0], kind: SurfacePlace['kind']) =>
    namedEnds(features).map(({ nameZh, nameEn, lngLat }): SurfacePlace => {
      return { kind, nameZh, nameEn, lngLat: [lngLat[0], lngLat[1]] }
    })
  return [
    ...named(parks, 'park'),
    ...named(hubs, 'hub'),
    ...interchanges.flatMap((node): SurfacePlace[] => {
      const [nameZh, lngLat] = [nodeNames[node], nodeLngLats[node]]
      if (!nameZh || !lngLat) return []
      return [{ kind: 'interchange', nameZh, nameEn: null, lngLat: [lngLat[0], lngLat[1]] }]
    }),
  ]
}

/** The nearest place of every cell in a straight line, by its index; null where none is near. */
export function nearestPlaces(
  { ends }: Pick<Cells, 'ends'>,
  places: readonly SurfacePlace[],
): (number | null)[] {
  // From south to north: only those of about the same latitude are looked at.
  const order = places.map((_, index) => index)
  const latOf = (index: number) => places[index]?.lngLat[1] ?? 0
  order.sort((a, b) => latOf(a) - latOf(b))
  const lats = order.map(latOf)
  return ends.map(({ lngLat }) => nearestTo(lngLat, places, order, lats))
}

function nearestTo(
  lngLat: LngLat,
  places: readonly SurfacePlace[],
  order: readonly number[],
  lats: readonly number[],
): number | null {
  const reach = FARTHEST_METERS / LEAST_METERS_PER_DEGREE
  let best: number | null = null
  let bestMeters = FARTHEST_METERS
  for (let at = firstFrom(lats, lngLat[1] - reach); at < order.length; at++) {
    if ((lats[at] ?? 0) > lngLat[1] + reach) break
    const index = order[at] ?? 0
    const place = places[index]
    const meters = place ? greatCircleMeters(lngLat, place.lngLat) : Infinity
    if (meters > bestMeters || (meters === bestMeters && best !== null)) continue
    best = index
    bestMeters = meters
  }
  return best
}

/** The first position of a sorted list whose number is not below the least. */
function firstFrom(sorted: readonly number[], least: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? 0) < least) from = middle + 1
    else to = middle
  }
  return from
}
