// How does a place meet the skeleton? At the best of its five nearest interchanges within 40 km.
//
// A trip that never enters an expressway competes when the ends are within 40 km of each other, at
// the slower of the ends' local speeds.
import { LOCAL_DETOUR, localDeciseconds } from '#geodata/analysis/duration.ts'
import type { End, Meeting, Roads, Way } from '#geodata/analysis/trips.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import type { Start } from '#geodata/network/costs-from.ts'
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import type { Skeleton } from '#geodata/network/skeleton.ts'

export const ACCESS_LIMIT_METERS = 40_000
/** A degree of latitude is 111.2 km; no interchange farther north or south can be within the limit. */
const ACCESS_LIMIT_LATITUDE_DEGREES = 0.361
export const ACCESS_CHOICES = 5

export type SkeletonRoads = Roads & { readonly kind: 'skeleton'; readonly skeleton: Skeleton }

export function skeletonRoads(skeleton: Skeleton): SkeletonRoads {
  return {
    kind: 'skeleton',
    title: { zh: '骨架路网', en: 'skeleton network' },
    skeleton,
    hierarchy: buildHierarchy(skeleton.network),
    meet: (lngLat, speedKmPerHour) => meet(skeleton, lngLat, speedKmPerHour),
    directWay,
  }
}

export type Entry = Start & { name: string; straightMeters: number }

/** The nearest interchanges within the access limit, nearest first; empty when too far. */
export function entriesOf(
  skeleton: Skeleton,
  lngLat: LngLat,
  speedKmPerHour: number,
  among: readonly number[] = skeleton.interchanges,
): Entry[] {
  const near: { node: number; straightMeters: number }[] = []
  for (const node of among) {
    const nodeLngLat = skeleton.nodeLngLats[node]
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
      name: skeleton.nodeNames[node] ?? '',
      lengthMeters: straightMeters * LOCAL_DETOUR,
      costDeciseconds: localDeciseconds(straightMeters, speedKmPerHour),
    }))
}

function meet(skeleton: Skeleton, lngLat: LngLat, speedKmPerHour: number): Meeting {
  const entries = entriesOf(skeleton, lngLat, speedKmPerHour)
  const [nearest] = entries
  if (!nearest) {
    const nearestMeters = nearestInterchangeMeters(skeleton, lngLat)
    const limitMeters = ACCESS_LIMIT_METERS
    return { kind: 'too-far', nearestMeters, limitMeters, entry: 'interchange' }
  }
  return {
    kind: 'met',
    starts: { outward: entries, inward: entries },
    access: {
      entry: 'interchange',
      name: nearest.name,
      accessMeters: Math.round(nearest.lengthMeters),
      accessSeconds: nearest.costDeciseconds / 10,
      passedIslandMeters: null,
      isIsland: false,
    },
    onStreet: null,
  }
}

/** Distance to the nearest interchange in meters, whatever the limit; Infinity where there is none. */
export function nearestInterchangeMeters(
  { interchanges, nodeLngLats }: Skeleton,
  lngLat: LngLat,
): number {
  return interchanges.reduce((least, node) => {
    const nodeLngLat = nodeLngLats[node]
    return nodeLngLat ? Math.min(least, greatCircleMeters(lngLat, nodeLngLat)) : least
  }, Number.POSITIVE_INFINITY)
}

function directWay(from: End, to: End): Way | null {
  const straightMeters = greatCircleMeters(from.lngLat, to.lngLat)
  if (straightMeters > ACCESS_LIMIT_METERS) return null
  const speed = Math.min(from.speedKmPerHour, to.speedKmPerHour)
  return {
    costDeciseconds: localDeciseconds(straightMeters, speed),
    lengthMeters: straightMeters * LOCAL_DETOUR,
  }
}
