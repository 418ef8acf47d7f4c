// Spreads over the roads from where a trip starts, cheapest node first (Dijkstra 1959).
//
// Invariant: a node leaves the frontier at its final cost once, because impedances are never
// negative; later entries of the same node are dearer and skipped. Costs are whole deciseconds, so
// equal paths are exactly equal and every variant of this search can be compared bit by bit.
import { Frontier } from '#geodata/network/frontier.ts'
import { type EdgeRows, UNREACHED } from '#geodata/network/road-network.ts'

export type Start = { node: number; costDeciseconds: number; lengthMeters: number }

export type Costs = {
  /** One slot per node; UNREACHED where no road leads within the cutoff. */
  costDeciseconds: Uint32Array
  /** Length along the cheapest path; meaningless where unreached. */
  lengthMeters: Float64Array
  /** Where lent: the slot in the rows by which the cheapest path reaches a node; NO_EDGE at starts. */
  cameBy?: Uint32Array
}

export const NO_EDGE = 0xffff_ffff

/** Empty slots for one search, to be lent to `costsFrom` as often as wanted. */
export function emptyCosts(rows: EdgeRows): Costs {
  const nodeCount = rows.firstEdge.length - 1
  return {
    costDeciseconds: new Uint32Array(nodeCount),
    lengthMeters: new Float64Array(nodeCount),
  }
}

/**
 * Costs to every node from several starts at once, each with its own head start. `rows` decides the
 * direction: outward rows give costs from the starts, inward rows costs to them. A node is reached
 * when its cost is at most the cutoff. `lent` slots and frontier are overwritten and returned.
 * Throws when a start names no node or charges a fraction of a decisecond.
 */
export function costsFrom(
  rows: EdgeRows,
  starts: readonly Start[],
  cutoffDeciseconds = UNREACHED - 1,
  lent: { costs?: Costs; frontier?: Frontier } = {},
): Costs {
  const costs = lent.costs ?? emptyCosts(rows)
  const frontier = lent.frontier ?? new Frontier()
  const { costDeciseconds, lengthMeters, cameBy } = costs
  costDeciseconds.fill(UNREACHED)
  frontier.clear()
  for (const start of starts) {
    checkStart(start, costDeciseconds.length)
    if (start.costDeciseconds > cutoffDeciseconds) continue
    if (start.costDeciseconds >= costDeciseconds[start.node]!) continue
    costDeciseconds[start.node] = start.costDeciseconds
    lengthMeters[start.node] = start.lengthMeters
    if (cameBy) cameBy[start.node] = NO_EDGE
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
      if (cameBy) cameBy[neighbour] = edge
      frontier.push(reached, neighbour)
    }
  }
  return costs
}

/** Throws when the start is no node of the network or charges a fraction of a decisecond. */
export function checkStart({ node, costDeciseconds }: Start, nodeCount: number): void {
  if (!(Number.isInteger(node) && node >= 0 && node < nodeCount)) {
    throw new Error(`A search starts at node ${node}; a node 0 … ${nodeCount - 1} expected.`)
  }
  if (!(Number.isInteger(costDeciseconds) && costDeciseconds >= 0)) {
    throw new Error(`A search starts at ${costDeciseconds} ds; whole deciseconds ≥ 0 expected.`)
  }
}
