// Over which roads does the cheapest way go, found by the plain search alone?
//
// Every node remembers the edge it was reached by; the way is read back from its end.
import type { CheapestPath } from '#geodata/network/cheapest-path.ts'
import {
  type Costs,
  checkStart,
  costsFrom,
  emptyCosts,
  NO_EDGE,
  type Start,
} from '#geodata/network/costs-from.ts'
import type { Frontier } from '#geodata/network/frontier.ts'
import { type EdgeRows, UNREACHED } from '#geodata/network/road-network.ts'

/** `outward` rows; throws when a start or end is no node or charges a fraction of a decisecond. */
export function plainPath(
  outward: EdgeRows,
  starts: readonly Start[],
  ends: readonly Start[],
  lent: { costs?: Costs; frontier?: Frontier } = {},
): CheapestPath {
  const nodeCount = outward.firstEdge.length - 1
  for (const end of ends) checkStart(end, nodeCount)
  const cameBy = new Uint32Array(nodeCount)
  const costs = { ...(lent.costs ?? emptyCosts(outward)), cameBy }
  costsFrom(outward, starts, undefined, { ...lent, costs })
  let best = UNREACHED
  let chosen: Start | undefined
  for (const end of ends) {
    const cost = costs.costDeciseconds[end.node]!
    if (cost === UNREACHED || cost + end.costDeciseconds >= best) continue
    best = cost + end.costDeciseconds
    chosen = end
  }
  if (!chosen) return { kind: 'no-way' }
  const edges: number[] = []
  let node = chosen.node
  for (let edge = cameBy[node]!; edge !== NO_EDGE; edge = cameBy[node]!) {
    edges.push(edge)
    node = tailOf(outward, edge)
  }
  return {
    kind: 'path',
    costDeciseconds: best,
    lengthMeters: costs.lengthMeters[chosen.node]! + chosen.lengthMeters,
    fromNode: node,
    toNode: chosen.node,
    edges: edges.reverse(),
  }
}

/** The node whose row holds the edge. */
function tailOf({ firstEdge }: EdgeRows, edge: number): number {
  let low = 0
  let high = firstEdge.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (firstEdge[middle]! <= edge) low = middle
    else high = middle - 1
  }
  return low
}
