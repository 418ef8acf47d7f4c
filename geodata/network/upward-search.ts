// Which higher nodes does a search climb to, before a sweep carries the costs down?
//
// Over climbing arcs only: some hundred nodes of any network. Nodes that can lead to a position lie below
// it, so positions are settled from the lowest up, each once, without asking which is cheapest. One
// instance belongs to one network and one search at a time; it forgets exactly what it touched, so
// nothing is allocated or filled again. Positions, not nodes, everywhere.

import { NO_WAY } from '#geodata/network/contraction.ts'
import { checkStart, type Start } from '#geodata/network/costs-from.ts'
import type { Hierarchy, HierarchyRows } from '#geodata/network/hierarchy.ts'
import { PositionQueue } from '#geodata/network/position-queue.ts'

export const NO_PARENT = 0xffff_ffff

export class UpwardSearch {
  /** NO_WAY where not climbed to. A position's cost is final only if no way over the top is cheaper. */
  readonly cost: Uint32Array
  readonly lengthMeters: Float64Array
  /** Position and arc the search came by; NO_PARENT at a start. Meaningless where not climbed to. */
  readonly parent: Uint32Array
  readonly parentArc: Uint32Array
  /** The first `touchedCount` entries are all positions climbed to, from the lowest up. */
  readonly touched: Uint32Array
  touchedCount = 0
  private readonly waiting: PositionQueue

  constructor(nodeCount: number) {
    this.cost = new Uint32Array(nodeCount).fill(NO_WAY)
    this.lengthMeters = new Float64Array(nodeCount)
    this.parent = new Uint32Array(nodeCount)
    this.parentArc = new Uint32Array(nodeCount)
    this.touched = new Uint32Array(nodeCount)
    this.waiting = new PositionQueue(nodeCount)
  }

  /** Throws as `costsFrom` does when a start is no node or charges a fraction. */
  run(
    { nodeCount, positionOf }: Hierarchy,
    rows: HierarchyRows,
    starts: readonly Start[],
    cutoffDeciseconds: number,
  ): void {
    const { cost, lengthMeters, parent, parentArc, touched, waiting } = this
    for (let i = 0; i < this.touchedCount; i++) cost[touched[i]!] = NO_WAY
    this.touchedCount = 0
    const cutoff = Math.min(cutoffDeciseconds, NO_WAY - 1)
    for (const start of starts) checkStart(start, nodeCount)
    for (const start of starts) {
      const position = positionOf[start.node]!
      if (start.costDeciseconds > cutoff || start.costDeciseconds >= cost[position]!) continue
      cost[position] = start.costDeciseconds
      lengthMeters[position] = start.lengthMeters
      parent[position] = NO_PARENT
      parentArc[position] = NO_PARENT
      waiting.add(position)
    }
    for (let position = waiting.take(); position >= 0; position = waiting.take()) {
      touched[this.touchedCount++] = position
      const reached = cost[position]! | 0
      const end = rows.firstArc[position + 1]!
      for (let arc = rows.firstArc[position]!; arc < end; arc++) {
        const higher = rows.arcs[2 * arc]!
        const higherCost = (reached + rows.arcs[2 * arc + 1]!) | 0
        if (higherCost > cutoff || higherCost >= cost[higher]!) continue
        cost[higher] = higherCost
        lengthMeters[higher] = lengthMeters[position]! + rows.lengthMeters[arc]!
        parent[higher] = position
        parentArc[higher] = arc
        waiting.add(higher)
      }
    }
  }
}
