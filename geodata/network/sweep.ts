// What does every node cost from one origin, or from several in one pass (PHAST, Delling et al. 2011)?
//
// A climb from the starts, then one linear pass down. Answers by position are the fast ones: read
// them at `positionOf[node]`, NO_WAY where no road leads. `costsBySweep` puts them in node order and
// answers exactly as `costsFrom` does, up to the 3.4 years a hierarchy can hold.
import { NO_WAY } from '#geodata/network/contraction.ts'
import type { Costs, Start } from '#geodata/network/costs-from.ts'
import { type Direction, type Hierarchy, rowsFor } from '#geodata/network/hierarchy.ts'
import { openSweepMachine } from '#geodata/network/open-sweep-machine.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'
import type { SweepMachine, SweepWish } from '#geodata/network/sweep-machine.ts'
import { UpwardSearch } from '#geodata/network/upward-search.ts'

/** What sweeps write to, lent by the caller as often as wanted: one slot per position and lane. */
export type SweepSlots = {
  readonly hierarchy: Hierarchy
  readonly lanes: number
  readonly climb: UpwardSearch
  readonly machine: SweepMachine
  readonly costDeciseconds: Uint32Array
  /** Present when lengths are wanted; they cost about as much again. */
  readonly lengthMeters?: Float64Array
}

/** Slots swept by WebAssembly if it can be had; else, or if `plain`, by loops that answer the same. */
export function emptySlots(
  hierarchy: Hierarchy,
  { lanes = 1, withLength = false, plain = false }: Partial<SweepWish> = {},
): SweepSlots {
  const { nodeCount, down, up } = hierarchy
  const swept = { outward: down, inward: up }
  const machine = openSweepMachine(nodeCount, swept, { lanes, withLength, plain })
  const { costDeciseconds, lengthMeters } = machine
  return {
    ...{ hierarchy, lanes, climb: new UpwardSearch(nodeCount), machine, costDeciseconds },
    ...(lengthMeters && { lengthMeters }),
  }
}

/**
 * Fills the slots, by position × lanes + lane, with costs from each origin's starts (outward) or to
 * them (inward). A lane without an origin stays NO_WAY. Throws when there are more origins than lanes.
 */
export function sweep(
  hierarchy: Hierarchy,
  direction: Direction,
  origins: readonly (readonly Start[])[],
  slots: SweepSlots,
): void {
  const { lanes, climb, machine, costDeciseconds, lengthMeters } = slots
  if (origins.length > lanes) {
    throw new Error(`${origins.length} origins came for a sweep of ${lanes} lanes.`)
  }
  if (hierarchy !== slots.hierarchy) {
    throw new Error(
      'Slots of another hierarchy came; those made by emptySlots for this one expected.',
    )
  }
  const { climbed } = rowsFor(hierarchy, direction)
  machine.clear()
  for (let lane = 0; lane < origins.length; lane++) {
    climb.run(hierarchy, climbed, origins[lane]!, NO_WAY)
    for (let i = 0; i < climb.touchedCount; i++) {
      const position = climb.touched[i]!
      machine.touch(position)
      costDeciseconds[position * lanes + lane] = climb.cost[position]!
      if (lengthMeters) lengthMeters[position * lanes + lane] = climb.lengthMeters[position]!
    }
  }
  machine.run(direction)
}

/**
 * Copies one lane into node order; what is past the cutoff becomes UNREACHED. Written for speed, as it
 * takes longer than the sweep: one array a loop, and by `| 0` numbers the engine knows to be whole.
 */
export function readLane(
  { nodeCount, positionOf }: Hierarchy,
  { lanes, costDeciseconds, lengthMeters }: SweepSlots,
  lane: number,
  cutoffDeciseconds: number,
  costs: Costs,
): void {
  const cutoff = Math.min(cutoffDeciseconds, NO_WAY - 1)
  const unreached = UNREACHED | 0
  const nodeCosts = costs.costDeciseconds
  for (let node = 0; node < nodeCount; node++) {
    const cost = costDeciseconds[(positionOf[node]! * lanes + lane) | 0]! | 0
    nodeCosts[node] = cost <= cutoff ? cost : unreached
  }
  if (!lengthMeters) return
  const nodeLengths = costs.lengthMeters
  for (let node = 0; node < nodeCount; node++) {
    nodeLengths[node] = lengthMeters[(positionOf[node]! * lanes + lane) | 0]!
  }
}

/**
 * The answer of `costsFrom` by a sweep, lengths included; of equally cheap paths it may measure
 * another. `lent` arrays are overwritten; lent slots have one lane with lengths.
 */
export function costsBySweep(
  hierarchy: Hierarchy,
  direction: Direction,
  starts: readonly Start[],
  cutoffDeciseconds = UNREACHED - 1,
  lent: { costs?: Costs; slots?: SweepSlots } = {},
): Costs {
  // A single sweep would not repay packing the rows.
  const slots = lent.slots ?? emptySlots(hierarchy, { withLength: true, plain: true })
  const costs = lent.costs ?? {
    costDeciseconds: new Uint32Array(hierarchy.nodeCount),
    lengthMeters: new Float64Array(hierarchy.nodeCount),
  }
  sweep(hierarchy, direction, [starts], slots)
  readLane(hierarchy, slots, 0, cutoffDeciseconds, costs)
  return costs
}
