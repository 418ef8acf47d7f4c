// Spreads over the roads from where a trip starts, cheapest node first (Dijkstra 1959).
//
// The frontier is a binary heap of (cost, node) without decrease-key: a node may wait in it several
// times, and every entry dearer than the node's known cost is skipped when it comes up. A heap slot
// is two numbers in two arrays; it grows by doubling, never inside the loop over edges of one node.
import { type EdgeRows, UNREACHED } from '#geodata/network/road-network.ts'

export type Start = { node: number; costDeciseconds: number; lengthMeters: number }

export type Costs = {
  /** One slot per node; UNREACHED where no road leads within the cutoff. */
  costDeciseconds: Uint32Array
  /** Length along the cheapest path; meaningless where unreached. */
  lengthMeters: Float64Array
}

/**
 * Costs to every node from several starts at once, each with its own head start. `rows` decides the
 * direction: outward rows give costs from the starts, inward rows costs to them.
 */
export function costsFrom(
  rows: EdgeRows,
  starts: readonly Start[],
  cutoffDeciseconds = UNREACHED - 1,
): Costs {
  const nodeCount = rows.firstEdge.length - 1
  const costDeciseconds = new Uint32Array(nodeCount).fill(UNREACHED)
  const lengthMeters = new Float64Array(nodeCount)
  const frontier = new Frontier()
  for (const start of starts) {
    if (start.costDeciseconds > cutoffDeciseconds) continue
    if (start.costDeciseconds >= costDeciseconds[start.node]!) continue
    costDeciseconds[start.node] = start.costDeciseconds
    lengthMeters[start.node] = start.lengthMeters
    frontier.push(start.costDeciseconds, start.node)
  }
  while (frontier.count > 0) {
    const cost = frontier.cheapestCost
    const node = frontier.pop()
    if (cost > costDeciseconds[node]!) continue
    const end = rows.firstEdge[node + 1]!
    for (let edge = rows.firstEdge[node]!; edge < end; edge++) {
      const reached = cost + rows.impedanceDeciseconds[edge]!
      const neighbour = rows.neighbour[edge]!
      if (reached > cutoffDeciseconds || reached >= costDeciseconds[neighbour]!) continue
      costDeciseconds[neighbour] = reached
      lengthMeters[neighbour] = lengthMeters[node]! + rows.lengthMeters[edge]!
      frontier.push(reached, neighbour)
    }
  }
  return { costDeciseconds, lengthMeters }
}

class Frontier {
  count = 0
  private costs = new Float64Array(256)
  private nodes = new Uint32Array(256)

  get cheapestCost(): number {
    return this.costs[0]!
  }

  push(cost: number, node: number): void {
    if (this.count === this.costs.length) this.grow()
    let slot = this.count++
    while (slot > 0) {
      const parent = (slot - 1) >> 1
      if (this.costs[parent]! <= cost) break
      this.costs[slot] = this.costs[parent]!
      this.nodes[slot] = this.nodes[parent]!
      slot = parent
    }
    this.costs[slot] = cost
    this.nodes[slot] = node
  }

  pop(): number {
    const cheapest = this.nodes[0]!
    const cost = this.costs[--this.count]!
    const node = this.nodes[this.count]!
    let slot = 0
    for (;;) {
      let child = 2 * slot + 1
      if (child >= this.count) break
      if (child + 1 < this.count && this.costs[child + 1]! < this.costs[child]!) child++
      if (this.costs[child]! >= cost) break
      this.costs[slot] = this.costs[child]!
      this.nodes[slot] = this.nodes[child]!
      slot = child
    }
    this.costs[slot] = cost
    this.nodes[slot] = node
    return cheapest
  }

  private grow(): void {
    const costs = new Float64Array(this.costs.length * 2)
    const nodes = new Uint32Array(this.nodes.length * 2)
    costs.set(this.costs)
    nodes.set(this.nodes)
    this.costs = costs
    this.nodes = nodes
  }
}
