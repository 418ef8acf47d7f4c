// By which places does one tell where a stretch of road begins and ends, and is it a bridge or a tunnel?
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { namedEnds } from '#geodata/analysis/facts.ts'
import type { Structure } from '#geodata/contract/processes/disruption.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import type { Skeleton } from '#geodata/network/skeleton.ts'

/** A place that people know; interchanges are what drivers go by. */
export type PlaceName = { name: string; lngLat: LngLat; isInterchange: boolean }

/** Within so many meters an interchange names an end before any other place does. */
const INTERCHANGE_METERS = 5_000
/** Farther away nothing tells where an end is. */
const FARTHEST_METERS = 20_000

/** Every interchange of the skeleton, and the parks and hubs by their short names. */
export function placeNames(
  { nodeNames, nodeLngLats, interchanges }: Skeleton,
  { parks, hubs }: Pick<RegionFacts, 'parks' | 'hubs'>,
): PlaceName[] {
  const nodes = interchanges.flatMap((node): PlaceName[] => {
    const [name, lngLat] = [nodeNames[node], nodeLngLats[node]]
    return name && lngLat ? [{ name, lngLat, isInterchange: true }] : []
  })
  const others = namedEnds([...parks, ...hubs]).map(({ nameZh: name, lngLat }) => ({
    name,
    lngLat,
    isInterchange: false,
  }))
  return [...nodes, ...others]
}

/** The interchange at hand, else the nearest place; empty where nothing is near. */
export function nearestName(places: readonly PlaceName[], lngLat: LngLat | undefined): string {
  if (!lngLat) return ''
  let best: { name: string; meters: number } | null = null
  for (const place of places) {
    const meters = greatCircleMeters(lngLat, place.lngLat)
    if (meters > FARTHEST_METERS) continue
    // An interchange at hand comes before all else.
    const counted =
      place.isInterchange && meters <= INTERCHANGE_METERS ? meters - FARTHEST_METERS : meters
    if (!best || counted < best.meters) best = { name: place.name, meters: counted }
  }
  return best?.name ?? ''
}

/** What the names say; a road number says nothing of it. */
export function structureOf(...names: readonly string[]): Structure | null {
  if (names.some((name) => /大桥|\bBridge\b/i.test(name))) return 'bridge'
  return names.some((name) => /隧道|\bTunnel\b/i.test(name)) ? 'tunnel' : null
}
