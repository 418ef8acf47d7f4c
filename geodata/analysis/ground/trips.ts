// How long does a truck take from here to there, whatever the network?
//
// A trip is: local roads to where a place meets the network, the network, local roads to the end;
// or the direct way, where the network allows one. How places meet the roads and when a direct way
// counts is said by the kind of network: skeleton-roads.ts, street-roads.ts. Speeds and doubts are
// in `duration.ts`.
//
//   origin ~~~local~~~ meeting ===network=== meeting ~~~local~~~ destination
//      `~~~~~~~~~~~~~~~~~~~ direct way ~~~~~~~~~~~~~~~~~~~´

import {
  LOCAL_SPEED_RURAL_KM_PER_HOUR,
  LOCAL_SPEED_URBAN_KM_PER_HOUR,
  withDoubt,
} from '#geodata/analysis/ground/duration.ts'
import type { Access } from '#geodata/contract/processes/roads.ts'
import type { Bilingual, SecondsInterval } from '#geodata/contract/shared.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'
import type { CostMatrix } from '#geodata/network/cost-matrix.ts'
import type { Costs, Start } from '#geodata/network/costs-from.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'
import type { Searcher } from '#geodata/network/searcher.ts'

/** Radius null: the precision of the point is not recorded; it counts as the coarsest level, district. */
export type Place = { lngLat: LngLat; radiusKilometers: number | null }

export type TooFar = {
  kind: 'too-far'
  /** Straight meters to the nearest entry; null where it is only known to be beyond the limit. */
  nearestMeters: number | null
  limitMeters: number
  entry: 'interchange' | 'street'
}

/** How a place meets the network: where trips from it enter the search, where trips to it leave it. */
export type Meeting =
  | {
      kind: 'met'
      starts: Readonly<Record<Direction, readonly Start[]>>
      access: Access
      /** The local way between the place and the nearest entry; the starts hold it already. */
      offset: Way
      /** The street met and how far along it, 0 … 1; null on the skeleton. */
      onStreet: { street: number; share: number } | null
    }
  | TooFar

/** A place that has met the network, so that many trips can share the finding. */
export type End = Place & { meeting: Meeting; speedKmPerHour: number }

export type Way = { costDeciseconds: number; lengthMeters: number }

/** One kind of network. */
export type Roads = {
  readonly kind: 'skeleton' | 'street'
  /** What the figures over it say they stand on. */
  readonly title: Bilingual
  /** The day or month its roads are of; null: its files do not say. */
  readonly asOf: string | null
  /** Whether it knows of any road that takes toll; where not, nothing can be said of tolls. */
  readonly tellsTolls: boolean
  /** What driving takes of what it takes in free flow, on local roads beside the network too. */
  readonly timeFactor: number
  readonly searcher: Searcher
  meet(lngLat: LngLat, speedKmPerHour: number): Meeting
  /** A way that does not run over a node of the network, where one may be taken; else null. */
  directWay(from: End, to: End): Way | null
  /** The cheapest way, drawn; null where there is none. */
  routeBetween(from: End, to: End): RouteDrawn | null
}

/** A way with its line in degrees, and the roads it runs over. */
export type RouteDrawn = Way & {
  lngLats: [number, number][]
  legs: { name: string; ref: string; roadClass: string; isToll: boolean; lengthMeters: number }[]
}

export type Ground = {
  readonly roads: Roads
  isUrban: (lngLat: LngLat) => boolean
}

/** "Too far from any entry" and "no way between them" are different answers. */
export type Trip =
  | { kind: 'reached'; duration: SecondsInterval; lengthMeters: number }
  | TooFar
  | { kind: 'no-way' }

export function localSpeedKmPerHour(ground: Ground, lngLat: LngLat): number {
  const free = ground.isUrban(lngLat)
    ? LOCAL_SPEED_URBAN_KM_PER_HOUR
    : LOCAL_SPEED_RURAL_KM_PER_HOUR
  return free / ground.roads.timeFactor
}

export function endOf(ground: Ground, { lngLat, radiusKilometers }: Place): End {
  const speedKmPerHour = localSpeedKmPerHour(ground, lngLat)
  const meeting = ground.roads.meet(lngLat, speedKmPerHour)
  return { lngLat, radiusKilometers, meeting, speedKmPerHour }
}

/** What a search from one place needs to answer for any other: costs at every node. */
export type Spread = { place: End; costs: Costs | null; direction: Direction }

export function spreadFrom(
  ground: Ground,
  from: Place | End,
  direction: Direction = 'outward',
): Spread {
  const place = 'meeting' in from ? from : endOf(ground, from)
  if (place.meeting.kind === 'too-far') return { place, costs: null, direction }
  const costs = ground.roads.searcher.costs(place.meeting.starts[direction], direction)
  return { place, costs, direction }
}

/** The trip between the spread's place and another (outward: to it; inward: from it). */
export function tripTo(ground: Ground, spread: Spread, to: Place | End): Trip {
  const here = spread.place
  const there = 'meeting' in to ? to : endOf(ground, to)
  const isOutward = spread.direction === 'outward'
  const way = isOutward ? ground.roads.directWay(here, there) : ground.roads.directWay(there, here)
  const ends = there.meeting.kind === 'met' ? there.meeting.starts[opposite(spread.direction)] : []
  return tripOf(here, there, cheapest(spread.costs, ends, way))
}

/** Trips from every origin to every destination, row per origin. */
export function tripsBetween(
  ground: Ground,
  origins: readonly End[],
  destinations: readonly End[],
): Trip[][] {
  const startsOf = (ends: readonly End[], direction: Direction) =>
    ends.map(({ meeting }) => (meeting.kind === 'met' ? meeting.starts[direction] : []))
  const matrix = ground.roads.searcher.matrix(
    startsOf(origins, 'outward'),
    startsOf(destinations, 'inward'),
  )
  return origins.map((origin, row) =>
    destinations.map((destination, column) => {
      const direct = ground.roads.directWay(origin, destination)
      const cell = row * destinations.length + column
      return tripOf(origin, destination, cheaper(matrix, cell, direct))
    }),
  )
}

function cheaper(matrix: CostMatrix, cell: number, direct: Way | null): Way | null {
  const costDeciseconds = matrix.costDeciseconds[cell] ?? UNREACHED
  if (costDeciseconds >= (direct?.costDeciseconds ?? UNREACHED)) return direct
  return { costDeciseconds, lengthMeters: matrix.lengthMeters[cell] ?? 0 }
}

function cheapest(costs: Costs | null, ends: readonly Start[], direct: Way | null): Way | null {
  let best = direct?.costDeciseconds ?? UNREACHED
  let bestLength = direct?.lengthMeters ?? 0
  for (const end of ends) {
    const road = costs?.costDeciseconds[end.node] ?? UNREACHED
    if (road === UNREACHED || road + end.costDeciseconds >= best) continue
    best = road + end.costDeciseconds
    bestLength = (costs?.lengthMeters[end.node] ?? 0) + end.lengthMeters
  }
  return best === UNREACHED ? null : { costDeciseconds: best, lengthMeters: bestLength }
}

function tripOf(here: End, there: End, way: Way | null): Trip {
  if (way) return tripBetween(here, there, way)
  const off = [here, there].find(({ meeting }) => meeting.kind === 'too-far')
  return off?.meeting.kind === 'too-far' ? off.meeting : { kind: 'no-way' }
}

/** A way between two places with the doubt their precision puts on it. */
export function tripBetween(here: End, there: End, way: Way): Extract<Trip, { kind: 'reached' }> {
  const lengthMeters = Math.round(way.lengthMeters)
  if (here.radiusKilometers === 0 && there.radiusKilometers === 0) {
    // Exact places leave no doubt; a large matrix of them is spared the distances.
    const seconds = way.costDeciseconds / 10
    const duration = { lowSeconds: seconds, centralSeconds: seconds, highSeconds: seconds }
    return { kind: 'reached', duration, lengthMeters }
  }
  const straightMeters = greatCircleMeters(here.lngLat, there.lngLat)
  return {
    kind: 'reached',
    duration: withDoubt(way.costDeciseconds, straightMeters, [doubtOf(here), doubtOf(there)]),
    lengthMeters,
  }
}

function opposite(direction: Direction): Direction {
  return direction === 'outward' ? 'inward' : 'outward'
}

function doubtOf({ radiusKilometers, speedKmPerHour }: End) {
  const kilometers = radiusKilometers ?? PRECISION_RADIUS_KILOMETERS.district ?? 0
  return { radiusMeters: kilometers * 1000, speedKmPerHour }
}
