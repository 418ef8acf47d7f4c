// What do the roads charge when some are closed, some classes are avoided, or the hour is slow?
//
// The hierarchy holds for the impedances it was built with and no others. Under conditions every
// impedance is worked out anew and the plain search (costs-from.ts) runs over the rows: exact, without
// a rebuild, at the price of tens of milliseconds on a country where the hierarchy takes one or two.
// Where streets are closed and nothing else, closed-searcher.ts spares most of it.
import type { ClosedEdge } from '#geodata/network/closed-searcher.ts'
import { ROAD_CLASSES, type RoadClass } from '#geodata/network/osm/road-classes.ts'
import { networkFrom } from '#geodata/network/road-network.ts'
import {
  CLOSED,
  STREET_IS_CLOSED,
  STREET_IS_TOLL,
  type StreetNetwork,
  type Streets,
} from '#geodata/network/street/street-network.ts'

export type Conditions = {
  /** Closed streets, in either direction. */
  closedStreets?: readonly number[]
  avoidedClasses?: readonly RoadClass[]
  avoidsToll?: boolean
  /** What driving takes of what it takes in free flow, for every street and for those of a class. */
  timeFactor?: number
  timeFactorByClass?: Partial<Record<RoadClass, number>>
  /** Shortest instead of quickest: a street charges its length, in decimeters. */
  byLength?: boolean
}

/** A street network under conditions; its hierarchy would be wrong, so it has none. */
export type ConditionedNetwork = Omit<StreetNetwork, 'hierarchy'>

/** The same streets and states with other impedances. Throws where a factor is not above zero. */
export function underConditions(
  network: StreetNetwork,
  conditions: Conditions,
): ConditionedNetwork {
  const { hierarchy: _, ...rest } = network
  const streets = conditionedStreets(network.streets, conditions)
  const { firstEdge, neighbour, lengthMeters } = network.network.outward
  const impedanceDeciseconds = Uint32Array.from(
    network.edgeStreet,
    (directed) => streets.impedanceDeciseconds[directed]!,
  )
  const rows = networkFrom({ firstEdge, neighbour, impedanceDeciseconds, lengthMeters })
  return { ...rest, streets, network: rows }
}

/** The edges of the closed streets, where the conditions do nothing but close some; else null. */
export function closedEdges(
  { network: { outward }, edgeStreet }: Pick<StreetNetwork, 'network' | 'edgeStreet'>,
  conditions: Conditions,
): ClosedEdge[] | null {
  const { avoidedClasses = [], closedStreets = [], timeFactor = 1 } = conditions
  const factors = [timeFactor, ...Object.values(conditions.timeFactorByClass ?? {})]
  const doesMore = avoidedClasses.length > 0 || conditions.avoidsToll || conditions.byLength
  if (doesMore || factors.some((factor) => factor !== 1)) return null
  const closed = new Set(closedStreets)
  const edges: ClosedEdge[] = []
  for (let from = 0; from + 1 < outward.firstEdge.length; from++) {
    for (let edge = outward.firstEdge[from]!; edge < outward.firstEdge[from + 1]!; edge++) {
      const impedanceDeciseconds = outward.impedanceDeciseconds[edge]!
      if (impedanceDeciseconds === CLOSED || !closed.has(edgeStreet[edge]! >> 1)) continue
      edges.push({ from, to: outward.neighbour[edge]!, impedanceDeciseconds })
    }
  }
  return edges
}

function conditionedStreets(streets: Streets, conditions: Conditions): Streets {
  const { avoidedClasses = [], closedStreets = [], avoidsToll = false, byLength } = conditions
  const factors = ROAD_CLASSES.map(
    (one) => (conditions.timeFactor ?? 1) * (conditions.timeFactorByClass?.[one] ?? 1),
  )
  const bad = factors.find((factor) => !(factor > 0 && Number.isFinite(factor)))
  if (bad !== undefined) throw new Error(`A time factor is ${bad}; a number above 0 expected.`)
  const isAvoided = ROAD_CLASSES.map((one) => avoidedClasses.includes(one))
  const isClosed = new Uint8Array(streets.count)
  for (const street of closedStreets) isClosed[street] = 1
  const impedanceDeciseconds = streets.impedanceDeciseconds.slice()
  const flags = streets.flags.slice()
  // What rounding took from one street is given to the next, so that a way of many short streets takes
  // what it took times the factor; each direction for itself.
  const carried = [0, 0]
  for (let street = 0; street < streets.count; street++) {
    const roadClass = streets.roadClass[street]!
    const isLeftOut =
      isClosed[street] === 1 ||
      isAvoided[roadClass] ||
      (avoidsToll && (flags[street]! & STREET_IS_TOLL) !== 0)
    if (isLeftOut) flags[street]! |= STREET_IS_CLOSED
    for (const side of [0, 1]) {
      const directed = 2 * street + side
      const impedance = impedanceDeciseconds[directed]!
      if (impedance === CLOSED) continue
      if (isLeftOut) impedanceDeciseconds[directed] = CLOSED
      else if (byLength) impedanceDeciseconds[directed] = streets.lengthDecimeters[street]!
      else {
        const charge = impedance * factors[roadClass]! + carried[side]!
        const rounded = Math.min(CLOSED - 1, Math.round(charge))
        carried[side] = charge - Math.round(charge)
        impedanceDeciseconds[directed] = rounded
      }
    }
  }
  return { ...streets, impedanceDeciseconds, flags }
}
