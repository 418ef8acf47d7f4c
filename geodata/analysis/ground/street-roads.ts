// How does a place meet a street network? At the nearest point of a street a truck can enter there.
//
// The way to it is charged as local road. Two places on one street drive along it where that is
// open; two places nearer to each other than to their streets drive straight over, by local roads the
// network does not hold.

import {
  LOCAL_DETOUR,
  localCharge,
  localDeciseconds,
  type Measure,
} from '#geodata/analysis/ground/duration.ts'
import type { End, Meeting, Roads, RouteDrawn, Way } from '#geodata/analysis/ground/trips.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { closedSearcher } from '#geodata/network/closed-searcher.ts'
import type { Start } from '#geodata/network/costs-from.ts'
import { hierarchySearcher, plainSearcher, type Searcher } from '#geodata/network/searcher.ts'
import {
  type ConditionedNetwork,
  type Conditions,
  closedEdges,
  underConditions,
} from '#geodata/network/street/conditions.ts'
import {
  alongStreet,
  type Snapped,
  type StreetStart,
  snap,
  startsOf,
} from '#geodata/network/street/snap.ts'
import { StreetIndex } from '#geodata/network/street/street-index.ts'
import { STREET_IS_TOLL, type StreetNetwork } from '#geodata/network/street/street-network.ts'
import { type StreetPart, streetRoute } from '#geodata/network/street/street-route.ts'

/**
 * Farther from every street a place is too far: an extract of major roads leaves at most a few
 * kilometers to the nearest one around parks and towns, so more means it lies outside the extract.
 */
export const STREET_LIMIT_METERS = 10_000

export type StreetRoads = Roads & {
  readonly kind: 'street'
  readonly network: StreetNetwork
  readonly index: StreetIndex
}

export function streetRoads(
  network: StreetNetwork,
  title: Bilingual,
  index = new StreetIndex(network.streets),
): StreetRoads {
  const searcher = hierarchySearcher(network.hierarchy)
  return { network, index, ...roadsOver(network, index, searcher, title) }
}

/** The same streets under conditions, searched plainly; the index stays good, the streets are the same. */
export function conditionedRoads(
  { network, index, title, searcher: open }: StreetRoads,
  conditions: Conditions,
): Roads & { readonly network: ConditionedNetwork } {
  const conditioned = underConditions(network, conditions)
  const closed = closedEdges(network, conditions)
  const searcher = closed
    ? closedSearcher(open, conditioned.network, closed)
    : plainSearcher(conditioned.network)
  const measure = conditions.byLength ? 'length' : 'time'
  const roads = roadsOver(conditioned, index, searcher, title, measure)
  return { network: conditioned, ...roads, timeFactor: conditions.timeFactor ?? 1 }
}

function roadsOver(
  network: ConditionedNetwork,
  index: StreetIndex,
  searcher: Searcher,
  title: Bilingual,
  measure: Measure = 'time',
): Roads & { readonly kind: 'street' } {
  return {
    kind: 'street',
    title,
    asOf: network.origin.dataDate,
    tellsTolls: network.streets.flags.some((flags) => (flags & STREET_IS_TOLL) !== 0),
    timeFactor: 1,
    searcher,
    meet: (lngLat, speedKmPerHour) => meet(network, index, lngLat, speedKmPerHour, measure),
    directWay: (from, to) => directWay(network, from, to)?.way ?? null,
    routeBetween: (from, to) => routeBetween(network, searcher, from, to),
  }
}

function meet(
  network: ConditionedNetwork,
  index: StreetIndex,
  lngLat: LngLat,
  speedKmPerHour: number,
  measure: Measure,
): Meeting {
  const snapped = snap(network, index, lngLat, STREET_LIMIT_METERS)
  if (snapped.kind === 'too-far') {
    const { limitMeters } = snapped
    return { kind: 'too-far', nearestMeters: null, limitMeters, entry: 'street' }
  }
  const offsetDeciseconds = localCharge(measure, snapped.offsetMeters, speedKmPerHour)
  const lengthMeters = snapped.offsetMeters * LOCAL_DETOUR
  const fromPlace = (start: Start): Start => ({
    node: start.node,
    costDeciseconds: start.costDeciseconds + offsetDeciseconds,
    lengthMeters: start.lengthMeters + lengthMeters,
  })
  return {
    kind: 'met',
    starts: {
      outward: startsOf(network, snapped, 'outward').map(fromPlace),
      inward: startsOf(network, snapped, 'inward').map(fromPlace),
    },
    access: {
      entry: 'street',
      name: nameOf(network, snapped),
      accessMeters: Math.round(lengthMeters),
      accessSeconds: localDeciseconds(snapped.offsetMeters, speedKmPerHour) / 10,
      passedIslandMeters:
        snapped.passedIslandMeters === null ? null : Math.round(snapped.passedIslandMeters),
      isIsland: snapped.isIsland,
    },
    offset: { costDeciseconds: offsetDeciseconds, lengthMeters },
    onStreet: { street: snapped.street, share: snapped.share },
  }
}

/** A degree of latitude, a little less than it is: most pairs of a matrix are decided by it alone. */
const LEAST_METERS_PER_DEGREE = 111_000

type Direct = { way: Way; part: StreetPart | null }

/** Along the one street both places are on, or straight over where that is shorter than to the roads. */
function directWay(network: ConditionedNetwork, from: End, to: End): Direct | null {
  if (from.meeting.kind === 'too-far' || to.meeting.kind === 'too-far') return null
  const [a, b] = [from.meeting, to.meeting]
  const offsets = offsetsOf(a, b)
  const isOneStreet = a.onStreet?.street === b.onStreet?.street
  const apartDegrees = Math.abs(from.lngLat[1] - to.lngLat[1])
  if (!isOneStreet && apartDegrees * LEAST_METERS_PER_DEGREE > offsets.lengthMeters) return null
  const overMeters = greatCircleMeters(from.lngLat, to.lngLat) * LOCAL_DETOUR
  const speed = Math.min(from.speedKmPerHour, to.speedKmPerHour)
  const straight = localDeciseconds(overMeters / LOCAL_DETOUR, speed)
  const over: Direct | null =
    overMeters <= offsets.lengthMeters
      ? { way: { costDeciseconds: straight, lengthMeters: overMeters }, part: null }
      : null
  const along = a.onStreet && b.onStreet && alongStreet(network, a.onStreet, b.onStreet)
  if (!along || !a.onStreet || !b.onStreet) return over
  const costDeciseconds = along.costDeciseconds + offsets.costDeciseconds
  if (over && over.way.costDeciseconds <= costDeciseconds) return over
  return {
    way: { costDeciseconds, lengthMeters: along.lengthMeters + offsets.lengthMeters },
    part: { street: a.onStreet.street, fromShare: a.onStreet.share, toShare: b.onStreet.share },
  }
}

type Met = Extract<Meeting, { kind: 'met' }>

function offsetsOf(a: Met, b: Met): Way {
  return {
    costDeciseconds: a.offset.costDeciseconds + b.offset.costDeciseconds,
    lengthMeters: a.offset.lengthMeters + b.offset.lengthMeters,
  }
}

function routeBetween(
  network: ConditionedNetwork,
  searcher: Searcher,
  from: End,
  to: End,
): RouteDrawn | null {
  const [a, b] = [from.meeting, to.meeting]
  if (a.kind === 'too-far' || b.kind === 'too-far' || !a.onStreet || !b.onStreet) return null
  const starts = startsOf(network, a.onStreet, 'outward')
  const ends = startsOf(network, b.onStreet, 'inward')
  const path = searcher.path(starts, ends)
  const offsets = offsetsOf(a, b)
  const direct = directWay(network, from, to)
  const [start, end] = [from.lngLat, to.lngLat].map(([lng, lat]): [number, number] => [lng, lat])
  const drawn = (way: Way, parts: Parameters<typeof streetRoute>[1]): RouteDrawn => {
    const { lngLats, legs } = streetRoute(network, parts)
    return { ...way, lngLats: [...(start ? [start] : []), ...lngLats, ...(end ? [end] : [])], legs }
  }
  if (
    direct &&
    (path.kind === 'no-way' ||
      direct.way.costDeciseconds <= path.costDeciseconds + offsets.costDeciseconds)
  ) {
    return drawn(direct.way, direct.part ? { first: direct.part } : {})
  }
  if (path.kind === 'no-way') return null
  const way = {
    costDeciseconds: path.costDeciseconds + offsets.costDeciseconds,
    lengthMeters: path.lengthMeters + offsets.lengthMeters,
  }
  return drawn(way, {
    first: partOf(a.onStreet.street, starts, path.fromNode),
    edges: path.edges,
    last: partOf(b.onStreet.street, ends, path.toNode),
  })
}

/** What is driven of a street at a node the path starts or ends at: the cheapest that leads there. */
function partOf(street: number, starts: readonly StreetStart[], node: number): StreetPart {
  const [used] = starts
    .filter((start) => start.node === node)
    .sort((a, b) => a.costDeciseconds - b.costDeciseconds)
  const [fromShare, toShare] = used?.part ?? [0, 0]
  return { street, fromShare, toShare }
}

/** What the street is called: its name, else its number, else nothing. */
function nameOf({ streets, texts }: ConditionedNetwork, { street }: Snapped): string {
  return texts[streets.name[street] ?? 0] || texts[streets.ref[street] ?? 0] || ''
}
