// How long does a truck take from here to there?
//
// On the skeleton a trip is: local roads to an interchange, expressways, local roads to the end.
// The best of the five nearest interchanges within 40 km is taken at either end; a trip that never
// enters an expressway competes when the ends are within 40 km of each other, at the slower of the
// ends' local speeds. Speeds and doubts are in `duration.ts`.
//
//   origin ~~~local~~~ interchange ===roads=== interchange ~~~local~~~ destination
//      `~~~~~~~~~~~~~~~~~~~~~ local, within 40 km ~~~~~~~~~~~~~~~~~~~~~~~´
import {
  LOCAL_DETOUR,
  LOCAL_SPEED_RURAL_KM_PER_HOUR,
  LOCAL_SPEED_URBAN_KM_PER_HOUR,
  localDeciseconds,
  withDoubt,
} from '#geodata/analysis/duration.ts'
import type { SecondsInterval } from '#geodata/contract/shared.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'
import { type Costs, costsFrom, type Start } from '#geodata/network/costs-from.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'
import type { Skeleton } from '#geodata/network/skeleton.ts'

export const ACCESS_LIMIT_METERS = 40_000
/** A degree of latitude is 111.2 km; no interchange farther north or south can be within the limit. */
const ACCESS_LIMIT_LATITUDE_DEGREES = 0.361
export const ACCESS_CHOICES = 5

/** Radius null: nobody says how precise the point is; it counts as the coarsest level, district. */
export type Place = { lngLat: LngLat; radiusKilometers: number | null }

export type Entry = Start & { name: string; straightMeters: number }

/** A place with its interchanges found, so that many trips can share the finding. */
export type End = Place & { entries: Entry[]; speedKmPerHour: number }

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
export function entriesOf(
  ground: Ground,
  lngLat: LngLat,
  speedKmPerHour = localSpeedKmPerHour(ground, lngLat),
  among: readonly number[] = ground.skeleton.interchanges,
): Entry[] {
  const near: { node: number; straightMeters: number }[] = []
  for (const node of among) {
    const nodeLngLat = ground.skeleton.nodeLngLats[node]
    if (!nodeLngLat || Math.abs(nodeLngLat[1] - lngLat[1]) > ACCESS_LIMIT_LATITUDE_DEGREES) continue
    const straightMeters = greatCircleMeters(lngLat, nodeLngLat)
    if (straightMeters <= ACCESS_LIMIT_METERS) near.push({ node, straightMeters })
  }
  return near
    .sort((a, b) => a.straightMeters - b.straightMeters || a.node - b.node)
    .slice(0, ACCESS_CHOICES)
    .map(({ node, straightMeters }) => ({
      node,
      straightMeters,
      name: ground.skeleton.nodeNames[node] ?? '',
      lengthMeters: straightMeters * LOCAL_DETOUR,
      costDeciseconds: localDeciseconds(straightMeters, speedKmPerHour),
    }))
}

/** Distance to the nearest interchange in meters, whatever the limit; Infinity where there is none. */
export function nearestInterchangeMeters({ skeleton }: Ground, lngLat: LngLat): number {
  const { interchanges, nodeLngLats } = skeleton
  return interchanges.reduce((least, node) => {
    const nodeLngLat = nodeLngLats[node]
    return nodeLngLat ? Math.min(least, greatCircleMeters(lngLat, nodeLngLat)) : least
  }, Number.POSITIVE_INFINITY)
}

export function endOf(ground: Ground, { lngLat, radiusKilometers }: Place): End {
  const speedKmPerHour = localSpeedKmPerHour(ground, lngLat)
  const entries = entriesOf(ground, lngLat, speedKmPerHour)
  return { lngLat, radiusKilometers, entries, speedKmPerHour }
}

/** What a search from one place needs to answer for any other: costs at every interchange. */
export type Spread = { place: End; costs: Costs | null; direction: 'outward' | 'inward' }

export function spreadFrom(
  ground: Ground,
  from: Place | End,
  direction: 'outward' | 'inward' = 'outward',
): Spread {
  const place = 'entries' in from ? from : endOf(ground, from)
  const { entries } = place
  const costs = entries.length > 0 ? costsFrom(ground.skeleton.network[direction], entries) : null
  return { place, costs, direction }
}

/** The trip between the spread's place and another (outward: to it; inward: from it). */
export function tripTo(ground: Ground, spread: Spread, to: Place | End): Trip {
  const here = spread.place
  const there = 'entries' in to ? to : endOf(ground, to)
  const straightMeters = greatCircleMeters(here.lngLat, there.lngLat)
  let best = UNREACHED
  let bestLength = 0
  if (straightMeters <= ACCESS_LIMIT_METERS) {
    best = localDeciseconds(straightMeters, Math.min(here.speedKmPerHour, there.speedKmPerHour))
    bestLength = straightMeters * LOCAL_DETOUR
  } else {
    const offTheNetwork = [here, there].find(({ entries }) => entries.length === 0)
    if (offTheNetwork) {
      const nearestMeters = nearestInterchangeMeters(ground, offTheNetwork.lngLat)
      return { kind: 'too-far', nearestMeters }
    }
  }
  for (const entry of there.entries) {
    const road = spread.costs?.costDeciseconds[entry.node] ?? UNREACHED
    if (road === UNREACHED || road + entry.costDeciseconds >= best) continue
    best = road + entry.costDeciseconds
    bestLength = (spread.costs?.lengthMeters[entry.node] ?? 0) + entry.lengthMeters
  }
  if (best === UNREACHED) return { kind: 'no-way' }
  return {
    kind: 'reached',
    duration: withDoubt(best, straightMeters, [doubtOf(here), doubtOf(there)]),
    lengthMeters: Math.round(bestLength),
  }
}

function doubtOf({ radiusKilometers, speedKmPerHour }: End) {
  const kilometers = radiusKilometers ?? PRECISION_RADIUS_KILOMETERS.district ?? 0
  return { radiusMeters: kilometers * 1000, speedKmPerHour }
}
