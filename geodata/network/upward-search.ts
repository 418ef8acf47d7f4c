// Which higher nodes does a search climb to, before a sweep carries the costs down?
//
// Dijkstra over climbing arcs only: some hundred nodes of any network. One instance belongs to one
// network and one search at a time; it forgets exactly what it touched, so nothing is allocated or
// filled again. Positions, not nodes, everywhere.

import { NO_WAY } from '#geodata/network/contraction.ts'
import { checkStart, type Start } from '#geodata/network/costs-from.ts'
import { Frontier } from '#geodata/network/frontier.ts'
import type { Hierarchy, HierarchyRows } from '#geodata/network/hierarchy.ts'

export const NO_PARENT = 0xffff_ffff

export class UpwardSearch {
  /** NO_WAY where not climbed to. A position's cost is final only if no way over the top is cheaper. */
  readonly cost: Uint32Array
  readonly lengthMeters: Float64Array
  /** Position and arc the search came by; NO_PARENT at a start. Meaningless where not climbed to. */
  readonly parent: Uint32Array
  readonly parentArc: Uint32Array
  /** The first `touchedCount` entries are all positions climbed to, each once. */
  readonly touched: Uint32Array
  touchedCount = 0
  private readonly frontier = new Frontier()

  constructor(nodeCount: number) {
    this.cost = new Uint32Array(nodeCount).fill(NO_WAY)
    this.lengthMeters = new Float64Array(nodeCount)
    this.parent = new Uint32Array(nodeCount)
    this.parentArc = new Uint32Array(nodeCount)
    this.touched = new Uint32Array(nodeCount)
  }

  /** Throws as `costsFrom` does when a start is no node or charges a fraction. */
  run(
    { nodeCount, positionOf }: Hierarchy,
    rows: HierarchyRows,
    starts: readonly Start[],
    cutoffDeciseconds: number,
  ): void {
    const { cost, lengthMeters, frontier } = this
    for (let i = 0; i < this.touchedCount; i++) cost[this.touched[i]!] = NO_WAY
    this.touchedCount = 0
    frontier.clear()
    const cutoff = Math.min(cutoffDeciseconds, NO_WAY - 1)
    for (const start of starts) {
      checkStart(start, nodeCount)
      const position = positionOf[start.node]!
      if (start.costDeciseconds > cutoff || start.costDeciseconds >= cost[position]!) continue
      this.reach(position, start.costDeciseconds, start.lengthMeters, NO_PARENT, NO_PARENT)
    }
    while (frontier.count > 0) {
      const reached = frontier.cheapestCost
      const position = frontier.pop()
      if (reached > cost[position]!) continue
      const end = rows.firstArc[position + 1]!
      for (let arc = rows.firstArc[position]!; arc < end; arc++) {
        const higher = rows.arcs[2 * arc]!
        const higherCost = reached + rows.arcs[2 * arc + 1]!
        if (higherCost > cutoff || higherCost >= cost[higher]!) continue
        const meters = lengthMeters[position]! + rows.lengthMeters[arc]!
        this.reach(higher, higherCost, meters, position, arc)
      }
    }
  }

  private reach(position: number, cost: number, meters: number, parent: number, arc: number): void {
    if (this.cost[position] === NO_WAY) this.touched[this.touchedCount++] = position
    this.cost[position] = cost
    this.lengthMeters[position] = meters
    this.parent[position] = parent
    this.parentArc[position] = arc
    this.frontier.push(cost, position)
  }
}
