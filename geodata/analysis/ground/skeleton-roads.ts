// How does a place meet the skeleton? At the best of its five nearest interchanges within 40 km.
//
// A trip that never enters an expressway competes when the ends are within 40 km of each other, at
// the slower of the ends' local speeds.

import { LOCAL_DETOUR, localDeciseconds } from '#geodata/analysis/ground/duration.ts'
import type { End, Meeting, Roads, RouteDrawn, Way } from '#geodata/analysis/ground/trips.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import type { Start } from '#geodata/network/costs-from.ts'
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import { hierarchySearcher, type Searcher } from '#geodata/network/searcher.ts'
import type { Skeleton } from '#geodata/network/skeleton.ts'

export const ACCESS_LIMIT_METERS = 40_000
/** A degree of latitude is 111.2 km; no interchange farther north or south can be within the limit. */
const ACCESS_LIMIT_LATITUDE_DEGREES = 0.361
export const ACCESS_CHOICES = 5
/** When the list of expressways was collected. */
const COLLECTED = '2026-11'

/** The number and the name of the road between two neighbouring interchanges. */
export type Stretch = { fromZh: string; toZh: string; ref: string; nameZh: string }

export type SkeletonRoads = Roads & {
  readonly kind: 'skeleton'
  readonly skeleton: Skeleton
  readonly stretches: readonly Stretch[]
}

export function skeletonRoads(
  skeleton: Skeleton,
  stretches: readonly Stretch[] = [],
): SkeletonRoads {
  const searcher = hierarchySearcher(buildHierarchy(skeleton.network))
  return {
    kind: 'skeleton',
    title: { zh: '骨架路网', en: 'skeleton network' },
    asOf: COLLECTED,
    tellsTolls: false,
    timeFactor: 1,
    skeleton,
    stretches,
    searcher,
    meet: (lngLat, speedKmPerHour) => meet(skeleton, lngLat, speedKmPerHour),
    directWay,
    routeBetween: (from, to) => routeBetween(skeleton, searcher, from, to),
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
    offset: { costDeciseconds: nearest.costDeciseconds, lengthMeters: nearest.lengthMeters },
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

/** Straight from interchange to interchange; the skeleton knows neither curves nor road numbers. */
function routeBetween(
  skeleton: Skeleton,
  searcher: Searcher,
  from: End,
  to: End,
): RouteDrawn | null {
  if (from.meeting.kind === 'too-far' || to.meeting.kind === 'too-far') return null
  const path = searcher.path(from.meeting.starts.outward, to.meeting.starts.inward)
  const direct = directWay(from, to)
  const ends = [from.lngLat, to.lngLat].map(([lng, lat]): [number, number] => [lng, lat])
  if (path.kind === 'no-way' || (direct && direct.costDeciseconds <= path.costDeciseconds)) {
    return direct && { ...direct, lngLats: ends, legs: [] }
  }
  const { neighbour } = skeleton.network.outward
  const nodes = [path.fromNode, ...path.edges.map((edge) => neighbour[edge] ?? path.toNode)]
  const driven = nodes.flatMap((node): [number, number][] => {
    const lngLat = skeleton.nodeLngLats[node]
    return lngLat ? [[lngLat[0], lngLat[1]]] : []
  })
  const [start, end] = ends
  return {
    costDeciseconds: path.costDeciseconds,
    lengthMeters: path.lengthMeters,
    lngLats: [...(start ? [start] : []), ...driven, ...(end ? [end] : [])],
    legs: [],
  }
}
