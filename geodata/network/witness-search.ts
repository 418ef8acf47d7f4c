// Is there a way round a junction that is no dearer than the way through it?
//
// A small search from one neighbour that never enters the junction and gives up after a set number
// of settled nodes. Giving up only means "none found": the shortcut is then made although no path
// needed it, and every answer stays exact.
import { Frontier } from '#geodata/network/frontier.ts'
import type { LiveRows } from '#geodata/network/live-rows.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'

export class WitnessSearch {
  /** Cost of a way found to each node; no node is cheaper than its cheapest way. */
  readonly cost: Uint32Array
  /** What the way through the junction costs, for targets of the search to come; else UNREACHED. */
  private readonly allowed: Uint32Array
  private readonly targets: Uint32Array
  private targetCount = 0
  private dearest = 0
  private readonly touched: Uint32Array
  private touchedCount = 0
  private readonly frontier = new Frontier()

  constructor(nodeCount: number) {
    this.cost = new Uint32Array(nodeCount).fill(UNREACHED)
    this.allowed = new Uint32Array(nodeCount).fill(UNREACHED)
    this.targets = new Uint32Array(nodeCount)
    this.touched = new Uint32Array(nodeCount)
  }

  addTarget(node: number, allowed: number): void {
    this.allowed[node] = allowed
    this.targets[this.targetCount++] = node
    if (allowed > this.dearest) this.dearest = allowed
  }

  /** Searches until every target has its witness, and forgets the targets; `cost` stays to be read. */
  run(rows: LiveRows, from: number, avoided: number, settledLimit: number): void {
    const { cost, allowed, frontier, dearest } = this
    for (let i = 0; i < this.touchedCount; i++) cost[this.touched[i]!] = UNREACHED
    this.touchedCount = 0
    frontier.clear()
    let open = this.targetCount
    this.touch(from, 0)
    let settled = 0
    search: while (frontier.count > 0 && settled < settledLimit) {
      const reached = frontier.cheapestCost
      const node = frontier.pop()
      if (reached > cost[node]!) continue
      settled++
      const pool = rows.pool
      const first = 3 * rows.first[node]!
      const end = first + 3 * rows.count[node]!
      for (let at = first; at < end; at += 3) {
        const next = pool[at]!
        const nextCost = reached + pool[at + 1]!
        const known = cost[next]!
        if (nextCost > dearest || nextCost >= known || next === avoided) continue
        this.touch(next, nextCost)
        const limit = allowed[next]!
        // No target: the limit is UNREACHED, and nothing known is dearer.
        if (nextCost <= limit && known > limit && --open === 0) break search
      }
    }
    for (let i = 0; i < this.targetCount; i++) allowed[this.targets[i]!] = UNREACHED
    this.targetCount = 0
    this.dearest = 0
  }

  private touch(node: number, cost: number): void {
    if (this.cost[node] === UNREACHED) this.touched[this.touchedCount++] = node
    this.cost[node] = cost
    this.frontier.push(cost, node)
  }
}
