// What does it cost from each of these origins to each of these destinations?
//
// A place is a list of starts, as snapping gives it: the nodes at both ends of its road with what it
// takes to get there. The side with fewer places is swept, up to sixteen a pass, over what lies above
// the other side.
import { NO_WAY } from '#geodata/network/contraction.ts'
import { checkStart, type Start } from '#geodata/network/costs-from.ts'
import type { Hierarchy } from '#geodata/network/hierarchy.ts'
import {
  restrictedMachine,
  restrictTo,
  sweepRestricted,
} from '#geodata/network/restricted-sweep.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'
import { UpwardSearch } from '#geodata/network/upward-search.ts'

/** Costs and lengths of more do not fit the registers of a processor. */
const MOST_LANES = 16
const MOST_PLAIN_LANES = 8

/** Row-major: origin × number of destinations + destination. */
export type CostMatrix = {
  /** UNREACHED where no road leads. */
  costDeciseconds: Uint32Array
  /** Length along the cheapest path; meaningless where unreached. */
  lengthMeters: Float64Array
}

/**
 * Only ways over a node count: two places on one road are joined by whoever snapped them. Throws when
 * a place names no node or charges a fraction of a decisecond.
 */
export function costMatrix(
  hierarchy: Hierarchy,
  origins: readonly (readonly Start[])[],
  destinations: readonly (readonly Start[])[],
  lentClimb?: UpwardSearch,
): CostMatrix {
  const climb = lentClimb ?? new UpwardSearch(hierarchy.nodeCount)
  const sweepsOrigins = origins.length <= destinations.length
  const swept = sweepsOrigins ? origins : destinations
  const read = sweepsOrigins ? destinations : origins
  const { lanes: laneCount, plain } = lanesFor(swept.length)
  const ends = read.flat()
  for (const end of ends) checkStart(end, hierarchy.nodeCount)
  const restriction = restrictTo(
    hierarchy,
    sweepsOrigins ? 'outward' : 'inward',
    ends.map(({ node }) => node),
  )
  const machine = restrictedMachine(restriction, { lanes: laneCount, withLength: true, plain })
  const { costDeciseconds, lengthMeters } = machine
  const matrix = {
    costDeciseconds: new Uint32Array(origins.length * destinations.length).fill(UNREACHED),
    lengthMeters: new Float64Array(origins.length * destinations.length),
  }
  for (let first = 0; first < swept.length; first += laneCount) {
    const lanes = swept.slice(first, first + laneCount)
    sweepRestricted(hierarchy, restriction, lanes, { climb, machine })
    read.forEach((place, readIndex) => {
      for (const end of place) {
        const row = restriction.rowOf[hierarchy.positionOf[end.node]!]!
        for (let lane = 0; lane < lanes.length; lane++) {
          const at = row * laneCount + lane
          const cost = costDeciseconds[at]! + end.costDeciseconds
          const cell = sweepsOrigins
            ? (first + lane) * destinations.length + readIndex
            : readIndex * destinations.length + first + lane
          if (cost >= NO_WAY || cost >= matrix.costDeciseconds[cell]!) continue
          matrix.costDeciseconds[cell] = cost
          matrix.lengthMeters[cell] = lengthMeters![at]! + end.lengthMeters
        }
      }
    })
  }
  return matrix
}

/**
 * Packing rows for WebAssembly takes as long as some plain passes: few places are swept in one of
 * these. More are swept by fours, in as few passes as may be, with as few lanes idle as may be.
 */
export function lanesFor(placeCount: number): { lanes: number; plain: boolean } {
  if (placeCount <= MOST_PLAIN_LANES) return { lanes: Math.max(1, placeCount), plain: true }
  const passes = Math.ceil(placeCount / MOST_LANES)
  return { lanes: 4 * Math.ceil(placeCount / passes / 4), plain: false }
}
