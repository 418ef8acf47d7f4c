// How do junctions and roads lie in memory, so that a search touches as few bytes as it can?
//
// Compressed rows: the edges leaving node n occupy firstEdge[n] up to firstEdge[n + 1]. The inward
// rows hold the same edges sorted by their end, for catchments. Every `!` below reads a slot whose
// index came from these arrays, so it exists.

export type NodeIndex = number & { readonly nodeIndex: unique symbol }

export type DirectedEdge = {
  from: number
  to: number
  impedanceDeciseconds: number
  lengthMeters: number
}

export type EdgeRows = {
  readonly firstEdge: Uint32Array
  readonly neighbour: Uint32Array
  readonly impedanceDeciseconds: Uint32Array
  readonly lengthMeters: Float64Array
}

export type RoadNetwork = {
  readonly nodeCount: number
  readonly edgeCount: number
  readonly outward: EdgeRows
  readonly inward: EdgeRows
}

/** Cost of what no road reaches; larger than any cost, and never added to. */
export const UNREACHED = 0xffff_ffff

/** Builds both directions of rows. Throws when an edge names a node outside 0 … nodeCount − 1. */
export function buildNetwork(nodeCount: number, edges: DirectedEdge[]): RoadNetwork {
  for (const { from, to, impedanceDeciseconds } of edges) {
    if (!(from >= 0 && from < nodeCount && to >= 0 && to < nodeCount)) {
      throw new Error(`Edge ${from} → ${to} names a node outside 0 … ${nodeCount - 1}.`)
    }
    const fits = impedanceDeciseconds >= 0 && impedanceDeciseconds < UNREACHED
    if (!Number.isInteger(impedanceDeciseconds) || !fits) {
      throw new Error(
        `Edge ${from} → ${to} charges ${impedanceDeciseconds}; whole deciseconds from 0 to ${UNREACHED - 1} expected.`,
      )
    }
  }
  return {
    nodeCount,
    edgeCount: edges.length,
    outward: rowsBy(nodeCount, edges, 'from', 'to'),
    inward: rowsBy(nodeCount, edges, 'to', 'from'),
  }
}

function rowsBy(
  nodeCount: number,
  edges: DirectedEdge[],
  key: 'from' | 'to',
  other: 'from' | 'to',
): EdgeRows {
  const firstEdge = new Uint32Array(nodeCount + 1)
  for (const edge of edges) firstEdge[edge[key] + 1]!++
  for (let node = 0; node < nodeCount; node++) firstEdge[node + 1]! += firstEdge[node]!
  const next = firstEdge.slice()
  const neighbour = new Uint32Array(edges.length)
  const impedanceDeciseconds = new Uint32Array(edges.length)
  const lengthMeters = new Float64Array(edges.length)
  for (const edge of edges) {
    const slot = next[edge[key]]!++
    neighbour[slot] = edge[other]
    impedanceDeciseconds[slot] = edge.impedanceDeciseconds
    lengthMeters[slot] = edge.lengthMeters
  }
  return { firstEdge, neighbour, impedanceDeciseconds, lengthMeters }
}
