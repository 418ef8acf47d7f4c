// How does a way over the streets look, point by point and road by road?
import { ROAD_CLASSES, type RoadClass } from '#geodata/network/osm/road-classes.ts'
import { metersBetween, shorterWay } from '#geodata/network/street/ground-distance.ts'
import { STREET_IS_TOLL, type StreetNetwork } from '#geodata/network/street/street-network.ts'

/** A stretch of one street in driving order; shares are 0 at its `from` and 1 at its `to`. */
export type StreetPart = { street: number; fromShare: number; toShare: number }

/** A stretch on which road, class and toll stay the same. */
export type Leg = {
  name: string
  ref: string
  roadClass: RoadClass
  isToll: boolean
  lengthMeters: number
}

export type StreetRoute = {
  /** Degrees, from the first place on a street to the last. */
  lngLats: [number, number][]
  legs: Leg[]
}

type Network = Pick<StreetNetwork, 'streets' | 'texts' | 'edgeStreet'>

/** Drives part of a street, then whole edges, then part of another street. */
export function streetRoute(
  network: Network,
  parts: {
    first?: StreetPart
    /** Slots in the outward rows. */
    edges?: readonly number[]
    last?: StreetPart
  },
): StreetRoute {
  const route: StreetRoute = { lngLats: [], legs: [] }
  if (parts.first) drive(network, route, parts.first)
  for (const edge of parts.edges ?? []) {
    const directed = network.edgeStreet[edge]!
    const fromShare = directed & 1
    drive(network, route, { street: directed >> 1, fromShare, toShare: 1 - fromShare })
  }
  if (parts.last) drive(network, route, parts.last)
  return route
}

function drive(network: Network, route: StreetRoute, part: StreetPart): void {
  const { streets, texts } = network
  const { street, fromShare, toShare } = part
  for (const lngLat of pointsOf(streets, part)) {
    const before = route.lngLats.at(-1)
    if (before?.[0] !== lngLat[0] || before[1] !== lngLat[1]) route.lngLats.push(lngLat)
  }
  const lengthMeters = (Math.abs(toShare - fromShare) * streets.lengthDecimeters[street]!) / 10
  if (lengthMeters === 0) return
  const leg: Leg = {
    name: texts[streets.name[street]!]!,
    ref: texts[streets.ref[street]!]!,
    roadClass: ROAD_CLASSES[streets.roadClass[street]!]!,
    isToll: (streets.flags[street]! & STREET_IS_TOLL) !== 0,
    lengthMeters,
  }
  const last = route.legs.at(-1)
  if (last && isSameRoad(last, leg)) last.lengthMeters += lengthMeters
  else route.legs.push(leg)
}

function isSameRoad(a: Leg, b: Leg): boolean {
  return (
    a.name === b.name && a.ref === b.ref && a.roadClass === b.roadClass && a.isToll === b.isToll
  )
}

/** Points in driving order, the two ends in between points where the shares say so. */
function pointsOf(
  { firstPoint, points }: StreetNetwork['streets'],
  { street, fromShare, toShare }: StreetPart,
): [number, number][] {
  const first = firstPoint[street]!
  const end = firstPoint[street + 1]!
  const along = [0]
  for (let point = first + 1; point < end; point++) {
    along.push(along.at(-1)! + metersBetween(points, point - 1, points, point))
  }
  const total = along.at(-1)! || 1
  const [low, high] = [Math.min(fromShare, toShare), Math.max(fromShare, toShare)]
  const at = (share: number): [number, number] => {
    const meters = share * total
    let i = 1
    while (i < along.length - 1 && along[i]! < meters) i++
    const stretch = along[i]! - along[i - 1]! || 1
    const t = Math.max(0, Math.min(1, (meters - along[i - 1]!) / stretch))
    const [before, after] = [2 * (first + i - 1), 2 * (first + i)]
    const lng7 = points[before]! + t * shorterWay(points[after]! - points[before]!)
    const lat7 = points[before + 1]! + t * (points[after + 1]! - points[before + 1]!)
    return [Math.round(shorterWay(lng7)) / 1e7, Math.round(lat7) / 1e7]
  }
  const inside = along
    .map((meters, i) => ({ share: meters / total, point: first + i }))
    .filter(({ share }) => share > low && share < high)
    .map(({ point }): [number, number] => [points[2 * point]! / 1e7, points[2 * point + 1]! / 1e7])
  const driven = [at(low), ...inside, at(high)]
  return fromShare <= toShare ? driven : driven.reverse()
}
