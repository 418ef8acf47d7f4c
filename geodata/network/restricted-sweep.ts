// Which part of the hierarchy can matter for these few targets (RPHAST, Delling et al. 2011)?
//
// Everything above a target, and nothing else: the rows reached by climbing the swept arcs from the
// targets. They are numbered anew in the old order, so the same loops sweep them; a pass for 200
// targets reads some thousand rows where the whole network has a hundred thousand.

import { NO_WAY } from '#geodata/network/contraction.ts'
import { checkStart, type Start } from '#geodata/network/costs-from.ts'
import { type Direction, type Hierarchy, rowsFor } from '#geodata/network/hierarchy.ts'
import { openSweepMachine } from '#geodata/network/open-sweep-machine.ts'
import { PositionQueue } from '#geodata/network/position-queue.ts'
import type { SweptRows } from '#geodata/network/sweep-loops.ts'
import type { SweepMachine, SweepWish } from '#geodata/network/sweep-machine.ts'
import type { UpwardSearch } from '#geodata/network/upward-search.ts'

const ELSEWHERE = 0xffff_ffff

export type Restriction = {
  readonly direction: Direction
  readonly rows: SweptRows
  readonly rowCount: number
  /** Position in the hierarchy → row here; ELSEWHERE, the largest number, for all others. */
  readonly rowOf: Uint32Array
}

/** Rows for costs to (outward) or from (inward) these nodes, to be swept as often as wanted. */
export function restrictTo(
  hierarchy: Hierarchy,
  direction: Direction,
  targetNodes: Iterable<number>,
): Restriction {
  const { swept } = rowsFor(hierarchy, direction)
  const waiting = new PositionQueue(hierarchy.nodeCount)
  for (const node of targetNodes) {
    checkStart({ node, costDeciseconds: 0, lengthMeters: 0 }, hierarchy.nodeCount)
    waiting.add(hierarchy.positionOf[node]!)
  }
  const inOrder: number[] = []
  let arcCount = 0
  for (let position = waiting.take(); position >= 0; position = waiting.take()) {
    inOrder.push(position)
    const first = swept.firstArc[position]!
    const end = swept.firstArc[position + 1]!
    arcCount += end - first
    for (let arc = first; arc < end; arc++) waiting.add(swept.arcs[2 * arc]!)
  }
  // They came from the lowest up; rows lie from the highest down.
  inOrder.reverse()
  const rowOf = new Uint32Array(hierarchy.nodeCount).fill(ELSEWHERE)
  inOrder.forEach((position, row) => {
    rowOf[position] = row
  })
  const firstArc = new Uint32Array(inOrder.length + 1)
  const arcs = new Uint32Array(2 * arcCount)
  const lengthMeters = new Float64Array(arcCount)
  let to = 0
  inOrder.forEach((position, row) => {
    const end = swept.firstArc[position + 1]!
    for (let arc = swept.firstArc[position]!; arc < end; arc++, to++) {
      arcs[2 * to] = rowOf[swept.arcs[2 * arc]!]!
      arcs[2 * to + 1] = swept.arcs[2 * arc + 1]!
      lengthMeters[to] = swept.lengthMeters[arc]!
    }
    firstArc[row + 1] = to
  })
  const rows = { firstArc, arcs, lengthMeters }
  return { direction, rows, rowCount: inOrder.length, rowOf }
}

/** A machine for the rows of this restriction alone, to be lent to `sweepRestricted`. */
export function restrictedMachine(
  { direction, rows, rowCount }: Restriction,
  { lanes = 1, withLength = false, plain = false }: Partial<SweepWish> = {},
): SweepMachine {
  return openSweepMachine(rowCount, { [direction]: rows }, { lanes, withLength, plain })
}

/**
 * Sweeps several origins, one a lane, over the restriction. Read target t at
 * `rowOf[positionOf[t]] × lanes + lane` of the machine's costs, NO_WAY where no road leads.
 */
export function sweepRestricted(
  hierarchy: Hierarchy,
  { direction, rowCount, rowOf }: Restriction,
  origins: readonly (readonly Start[])[],
  { climb, machine }: { climb: UpwardSearch; machine: SweepMachine },
): void {
  const { lanes, costDeciseconds, lengthMeters } = machine
  if (origins.length > lanes || costDeciseconds.length !== rowCount * lanes) {
    throw new Error(
      `${origins.length} origins and ${costDeciseconds.length} slots came; at most ${lanes} origins and ${rowCount * lanes} slots expected.`,
    )
  }
  const { climbed } = rowsFor(hierarchy, direction)
  machine.clear()
  for (let lane = 0; lane < origins.length; lane++) {
    climb.run(hierarchy, climbed, origins[lane]!, NO_WAY)
    for (let i = 0; i < climb.touchedCount; i++) {
      const position = climb.touched[i]!
      const row = rowOf[position]!
      if (row === ELSEWHERE) continue
      machine.touch(row)
      costDeciseconds[row * lanes + lane] = climb.cost[position]!
      if (lengthMeters) lengthMeters[row * lanes + lane] = climb.lengthMeters[position]!
    }
  }
  machine.run(direction)
}
