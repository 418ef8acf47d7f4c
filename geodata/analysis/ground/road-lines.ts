// Which streets of a network lie in a piece of ground, and as which lines are they drawn?
//
// Streets that say the same and follow one another become one line, so that a number or a name is
// written along a road and not along each stretch between junctions. A one-way road is drawn in the
// direction it is driven.
import type { Bounds } from '#geodata/geometry/bounds.ts'
import { ROAD_CLASSES, type RoadClass } from '#geodata/network/osm/road-classes.ts'
import type { StreetIndex } from '#geodata/network/street/street-index.ts'
import {
  CLOSED,
  STREET_IS_CLOSED,
  STREET_IS_TOLL,
  type StreetNetwork,
} from '#geodata/network/street/street-network.ts'

/** Ramps come when their roads lie apart. */
const FROM_ZOOM: Record<RoadClass, number> = {
  motorway: 5,
  motorway_link: 9,
  trunk: 5,
  trunk_link: 9,
  primary: 7,
  primary_link: 10,
  secondary: 9,
  secondary_link: 11,
  tertiary: 11,
  tertiary_link: 12,
  unclassified: 12,
  residential: 12,
  living_street: 12,
  service: 12,
  track: 12,
  road: 12,
  ferry: 9,
}
const CLASS_FROM_ZOOM = ROAD_CLASSES.map((name) => FROM_ZOOM[name])

export type RoadAttributes = {
  class: RoadClass
  ref?: string
  name?: string
  toll: boolean
  closed: boolean
  oneway: boolean
}
/** Directed streets that say the same. */
type Alike = { rank: number; attributes: RoadAttributes; directed: number[] }

/** In degrees. */
export type RoadLine = [lng: number, lat: number][]
export type AlikeRoads = { rank: number; attributes: RoadAttributes; lines: RoadLine[] }

export type RoadsAsked = {
  bounds: Bounds
  /** Of a web map: from afar there are less classes, and no names. */
  zoom: number
  /** Points nearer to the last one than so many 1e-7 degrees are passed over. */
  apart7: number
}

/** Names fill a map and are not read from farther away. */
const NAME_FROM_ZOOM = 11

/** Higher classes come last: what is drawn last lies on top. */
export function roadLines(
  network: StreetNetwork,
  index: StreetIndex,
  asked: RoadsAsked,
): AlikeRoads[] {
  return [...alikeStreets(network, index, asked)]
    .sort((a, b) => b.rank - a.rank)
    .map(({ rank, attributes, directed }) => ({
      rank,
      attributes,
      lines: chains(network, directed).map((chain) => pointsAlong(network, chain, asked.apart7)),
    }))
}

function alikeStreets(
  { streets, texts }: StreetNetwork,
  index: StreetIndex,
  { bounds: [west, south, east, north], zoom }: RoadsAsked,
): Iterable<Alike> {
  const groups = new Map<string, Alike>()
  index.forEachIn([west * 1e7, south * 1e7, east * 1e7, north * 1e7], (street) => {
    const rank = streets.roadClass[street] ?? 0
    if ((CLASS_FROM_ZOOM[rank] ?? 0) > zoom) return
    const forward = streets.impedanceDeciseconds[2 * street] !== CLOSED
    const backward = streets.impedanceDeciseconds[2 * street + 1] !== CLOSED
    const flags = (streets.flags[street] ?? 0) & (STREET_IS_TOLL | STREET_IS_CLOSED)
    const ref = streets.ref[street] ?? 0
    const name = zoom < NAME_FROM_ZOOM ? 0 : (streets.name[street] ?? 0)
    const says = `${rank} ${ref} ${name} ${flags} ${forward !== backward}`
    const directed = 2 * street + (backward && !forward ? 1 : 0)
    const known = groups.get(says)
    if (known) {
      known.directed.push(directed)
      return
    }
    const attributes: RoadAttributes = {
      class: ROAD_CLASSES[rank] ?? 'road',
      ...(ref ? { ref: texts[ref] ?? '' } : {}),
      ...(name ? { name: texts[name] ?? '' } : {}),
      toll: (flags & STREET_IS_TOLL) !== 0,
      closed: (flags & STREET_IS_CLOSED) !== 0,
      oneway: forward !== backward,
    }
    groups.set(says, { rank, attributes, directed: [directed] })
  })
  return groups.values()
}

/** Joins streets end to start; every street is in one chain. */
function chains({ streets }: StreetNetwork, directed: readonly number[]): number[][] {
  const startOf = (street: number) => (street & 1 ? streets.to : streets.from)[street >> 1] ?? 0
  const endOf = (street: number) => startOf(street ^ 1)
  const waitingAt = Map.groupBy(directed, startOf)
  const ends = new Set(directed.map(endOf))
  const used = new Set<number>()
  const follow = (first: number): number[] => {
    const chain: number[] = []
    for (let next: number | undefined = first; next !== undefined; ) {
      used.add(next)
      chain.push(next)
      next = waitingAt.get(endOf(next))?.find((street) => !used.has(street))
    }
    return chain
  }
  // Those nothing leads to come first; what is left runs in rings.
  const inOrder = [
    ...directed.filter((street) => !ends.has(startOf(street))),
    ...directed.filter((street) => ends.has(startOf(street))),
  ]
  return inOrder.flatMap((street) => (used.has(street) ? [] : [follow(street)]))
}

/**
 * Degrees. Between its ends, points nearer than `apart7` (whole 1e-7 degrees) to the last one are
 * passed over before anything is worked out for them: from afar that is most of them.
 */
function pointsAlong(
  { streets }: StreetNetwork,
  chain: readonly number[],
  apart7: number,
): RoadLine {
  const { firstPoint, points } = streets
  const line: RoadLine = []
  let [lastLng7, lastLat7] = [Number.NaN, Number.NaN]
  chain.forEach((directed, place) => {
    const first = firstPoint[directed >> 1] ?? 0
    const last = (firstPoint[(directed >> 1) + 1] ?? first + 1) - 1
    const [start, step] = directed & 1 ? [last, -1] : [first, 1]
    // Each street starts where the one before it ends.
    for (let i = place === 0 ? 0 : 1; i <= last - first; i++) {
      const point = start + i * step
      const lng7 = points[2 * point] ?? 0
      const lat7 = points[2 * point + 1] ?? 0
      const isEnd = place === chain.length - 1 && i === last - first
      const isNear = Math.abs(lng7 - lastLng7) < apart7 && Math.abs(lat7 - lastLat7) < apart7
      if (isNear && !isEnd) continue
      line.push([lng7 / 1e7, lat7 / 1e7])
      lastLng7 = lng7
      lastLat7 = lat7
    }
  })
  return line
}
