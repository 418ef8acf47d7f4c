// How long does a truck take from here to there, and how sure can we be?
//
// On the skeleton a trip is: local roads to an interchange, expressways, local roads to the end.
// Local roads are a great circle × 1.4 at 30 km/h in the urban districts and 40 km/h outside (the
// speed of the end off the network). The best of the five nearest interchanges within 40 km is
// taken; a trip that never enters an expressway competes when the ends are within 40 km.
//
//   origin ~~~local~~~ interchange ===roads=== interchange ~~~local~~~ destination
//
// Precision: an end known to a disc of radius r could lie r nearer or farther, so a result is the
// central value ± (rA + rB) of local road at the slower of the ends' speeds. Discs that overlap are
// not 0 apart: the central value is at least the mean distance of two random points of the larger
// disc (0.905 r, Solomon 1978) × 1.4 at 30 km/h.
import type { SecondsInterval } from '#geodata/contract/shared.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { type Costs, costsFrom, type Start } from '#geodata/network/costs-from.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'
import type { Skeleton } from '#geodata/network/skeleton.ts'

export const LOCAL_DETOUR = 1.4
export const LOCAL_SPEED_URBAN_KM_PER_HOUR = 30
export const LOCAL_SPEED_RURAL_KM_PER_HOUR = 40
export const ACCESS_LIMIT_METERS = 40_000
/** A degree of latitude is 111.2 km; no interchange farther north or south can be within the limit. */
const ACCESS_LIMIT_LATITUDE_DEGREES = 0.361
export const ACCESS_CHOICES = 5
export const MEAN_DISTANCE_IN_DISC = 0.905

export type Place = { lngLat: LngLat; radiusKilometers: number | null }

export type Entry = Start & { name: string; straightMeters: number }

/** "Too far from any interchange" and "no way between them" are different answers. */
export type Trip =
  | { kind: 'reached'; duration: SecondsInterval; lengthMeters: number }
  | { kind: 'too-far'; nearestMeters: number }
  | { kind: 'no-way' }

export type Ground = {
  skeleton: Skeleton
  isUrban: (lngLat: LngLat) => boolean
}

export function localSpeedKmPerHour(ground: Ground, lngLat: LngLat): number {
  return ground.isUrban(lngLat) ? LOCAL_SPEED_URBAN_KM_PER_HOUR : LOCAL_SPEED_RURAL_KM_PER_HOUR
}

/** The nearest interchanges within the access limit, nearest first; empty when too far. */
export function entriesOf(ground: Ground, lngLat: LngLat): Entry[] {
  const speed = localSpeedKmPerHour(ground, lngLat)
  const near: { node: number; straightMeters: number }[] = []
  ground.skeleton.nodeLngLats.forEach((nodeLngLat, node) => {
    if (Math.abs(nodeLngLat[1] - lngLat[1]) > ACCESS_LIMIT_LATITUDE_DEGREES) return
    const straightMeters = greatCircleMeters(lngLat, nodeLngLat)
    if (straightMeters <= ACCESS_LIMIT_METERS) near.push({ node, straightMeters })
  })
  return near
    .sort((a, b) => a.straightMeters - b.straightMeters)
    .slice(0, ACCESS_CHOICES)
    .map(({ node, straightMeters }) => ({
      node,
      straightMeters,
      name: ground.skeleton.nodeNames[node] ?? '',
      lengthMeters: straightMeters * LOCAL_DETOUR,
      costDeciseconds: localDeciseconds(straightMeters, speed),
    }))
}

/** Distance to the nearest interchange, in meters, whatever the limit. */
export function nearestInterchangeMeters(ground: Ground, lngLat: LngLat): number {
  return Math.min(...ground.skeleton.nodeLngLats.map((node) => greatCircleMeters(lngLat, node)))
}

/** What a search from one place needs to answer for any other: costs at every interchange. */
export type Spread = { place: Place; costs: Costs | null; direction: 'outward' | 'inward' }

export function spreadFrom(
  ground: Ground,
  place: Place,
  direction: 'outward' | 'inward' = 'outward',
): Spread {
  const starts = entriesOf(ground, place.lngLat)
  const costs = starts.length > 0 ? costsFrom(ground.skeleton.network[direction], starts) : null
  return { place, costs, direction }
}

/** The trip between the spread's place and another (outward: to it; inward: from it). */
export function tripTo(ground: Ground, spread: Spread, other: Place): Trip {
  const straightMeters = greatCircleMeters(spread.place.lngLat, other.lngLat)
  const slower = Math.min(
    localSpeedKmPerHour(ground, spread.place.lngLat),
    localSpeedKmPerHour(ground, other.lngLat),
  )
  let best = UNREACHED
  let bestLength = 0
  if (straightMeters <= ACCESS_LIMIT_METERS) {
    best = localDeciseconds(straightMeters, slower)
    bestLength = straightMeters * LOCAL_DETOUR
  }
  if (!spread.costs && best === UNREACHED) {
    return { kind: 'too-far', nearestMeters: nearestInterchangeMeters(ground, spread.place.lngLat) }
  }
  const entries = entriesOf(ground, other.lngLat)
  if (entries.length === 0 && best === UNREACHED) {
    return { kind: 'too-far', nearestMeters: nearestInterchangeMeters(ground, other.lngLat) }
  }
  if (spread.costs) {
    for (const entry of entries) {
      const road = spread.costs.costDeciseconds[entry.node] ?? UNREACHED
      if (road === UNREACHED || road + entry.costDeciseconds >= best) continue
      best = road + entry.costDeciseconds
      bestLength = (spread.costs.lengthMeters[entry.node] ?? 0) + entry.lengthMeters
    }
  }
  if (best === UNREACHED) return { kind: 'no-way' }
  const radii = [spread.place.radiusKilometers ?? 0, other.radiusKilometers ?? 0]
  return {
    kind: 'reached',
    duration: withDoubt(
      best,
      straightMeters,
      Math.max(...radii) * 1000,
      (radii[0] ?? 0) * 1000 + (radii[1] ?? 0) * 1000,
      slower,
    ),
    lengthMeters: Math.round(bestLength),
  }
}

function withDoubt(
  centralDeciseconds: number,
  straightMeters: number,
  largerRadiusMeters: number,
  bothRadiiMeters: number,
  speedKmPerHour: number,
): SecondsInterval {
  const overlap = straightMeters < bothRadiiMeters
  const floor = overlap
    ? localDeciseconds(MEAN_DISTANCE_IN_DISC * largerRadiusMeters, LOCAL_SPEED_URBAN_KM_PER_HOUR)
    : 0
  const central = Math.max(centralDeciseconds, floor)
  const shift = localDeciseconds(bothRadiiMeters, speedKmPerHour)
  return {
    lowSeconds: Math.max(0, Math.min(centralDeciseconds, central) - shift) / 10,
    centralSeconds: central / 10,
    highSeconds: (central + shift) / 10,
  }
}

function localDeciseconds(straightMeters: number, speedKmPerHour: number): number {
  return Math.round((straightMeters * LOCAL_DETOUR * 36) / speedKmPerHour)
}
