// What do the roads charge when some are closed, some classes are avoided, or the hour is slow?
//
// The hierarchy holds for the impedances it was built with and no others. Under conditions every
// impedance is worked out anew and the plain search (costs-from.ts) runs over the rows: exact, without
// a rebuild, at the price of tens of milliseconds on a country where the hierarchy takes one or two.
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
