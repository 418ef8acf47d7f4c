// Which part of the hierarchy can matter for these few targets (RPHAST, Delling et al. 2011)?
//
// Everything above a target, and nothing else: the rows reached by climbing the swept arcs from the
// targets. They are numbered anew in the old order, so the same loops sweep them; a pass for 200
// targets reads some thousand rows where the whole network has a hundred thousand.

import { NO_WAY } from '#geodata/network/contraction.ts'
import { checkStart, type Start } from '#geodata/network/costs-from.ts'
import { type Direction, type Hierarchy, rowsFor } from '#geodata/network/hierarchy.ts'
import { type SweptRows, sweepLanes, sweepLanesWithLength } from '#geodata/network/sweep-loops.ts'
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
  const rowOf = new Uint32Array(hierarchy.nodeCount).fill(ELSEWHERE)
  const positions: number[] = []
  let arcCount = 0
  const take = (position: number): void => {
    if (rowOf[position] !== ELSEWHERE) return
    rowOf[position] = 0
    positions.push(position)
    arcCount += swept.firstArc[position + 1]! - swept.firstArc[position]!
  }
  for (const node of targetNodes) {
    checkStart({ node, costDeciseconds: 0, lengthMeters: 0 }, hierarchy.nodeCount)
    take(hierarchy.positionOf[node]!)
  }
  for (let i = 0; i < positions.length; i++) {
    const end = swept.firstArc[positions[i]! + 1]!
    for (let arc = swept.firstArc[positions[i]!]!; arc < end; arc++) take(swept.arcs[2 * arc]!)
  }
  const inOrder = Uint32Array.from(positions).sort()
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

/**
 * Sweeps several origins, one a lane, over the restriction. `costDeciseconds` and, if lengths are
 * wanted, `lengthMeters` are lent with rowCount × lanes slots each; read target t at
 * `rowOf[positionOf[t]] × lanes + lane`, NO_WAY where no road leads.
 */
export function sweepRestricted(
  hierarchy: Hierarchy,
  { direction, rows, rowCount, rowOf }: Restriction,
  origins: readonly (readonly Start[])[],
  lent: {
    lanes: number
    climb: UpwardSearch
    costDeciseconds: Uint32Array
    lengthMeters?: Float64Array
  },
): void {
  const { lanes, climb, costDeciseconds, lengthMeters } = lent
  if (origins.length > lanes || costDeciseconds.length < rowCount * lanes) {
    throw new Error(
      `${origins.length} origins and ${costDeciseconds.length} slots came; at most ${lanes} origins and at least ${rowCount * lanes} slots expected.`,
    )
  }
  const { climbed } = rowsFor(hierarchy, direction)
  costDeciseconds.fill(NO_WAY)
  for (let lane = 0; lane < origins.length; lane++) {
    climb.run(hierarchy, climbed, origins[lane]!, NO_WAY)
    for (let i = 0; i < climb.touchedCount; i++) {
      const position = climb.touched[i]!
      const row = rowOf[position]!
      if (row === ELSEWHERE) continue
      costDeciseconds[row * lanes + lane] = climb.cost[position]!
      if (lengthMeters) lengthMeters[row * lanes + lane] = climb.lengthMeters[position]!
    }
  }
  if (lengthMeters) sweepLanesWithLength(rows, costDeciseconds, lengthMeters, lanes)
  else sweepLanes(rows, costDeciseconds, lanes)
}
