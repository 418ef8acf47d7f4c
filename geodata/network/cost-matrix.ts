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
import type { SweepMachine } from '#geodata/network/sweep-machine.ts'
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
 * Only ways over a node count: two places on one road are joined by the code that snapped them. Throws when
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
  const cellCount = origins.length * destinations.length
  const matrix = {
    costDeciseconds: new Uint32Array(cellCount).fill(UNREACHED),
    lengthMeters: new Float64Array(cellCount),
  }
  // Cells of one place read lie side by side, or below each other.
  const toNextSwept = sweepsOrigins ? destinations.length : 1
  const toNextRead = sweepsOrigins ? 1 : destinations.length
  for (let first = 0; first < swept.length; first += laneCount) {
    const pass = swept.slice(first, first + laneCount)
    sweepRestricted(hierarchy, restriction, pass, { climb, machine })
    for (let index = 0; index < read.length; index++) {
      const firstCell = first * toNextSwept + index * toNextRead
      for (const end of read[index]!) {
        const row = restriction.rowOf[hierarchy.positionOf[end.node]!]!
        readEnd(machine, row, end, matrix, firstCell, toNextSwept, pass.length)
      }
    }
  }
  return matrix
}

/** Puts what every lane costs to (or from) this end where it beats the other ends of the place. */
function readEnd(
  { lanes, costDeciseconds, lengthMeters }: SweepMachine,
  row: number,
  end: Start,
  matrix: CostMatrix,
  firstCell: number,
  toNextCell: number,
  count: number,
): void {
  let cell = firstCell
  for (let at = row * lanes; at < row * lanes + count; at++, cell += toNextCell) {
    const cost = costDeciseconds[at]! + end.costDeciseconds
    if (cost >= NO_WAY || cost >= matrix.costDeciseconds[cell]!) continue
    matrix.costDeciseconds[cell] = cost
    matrix.lengthMeters[cell] = lengthMeters![at]! + end.lengthMeters
  }
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
