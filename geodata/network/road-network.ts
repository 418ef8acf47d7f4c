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
  return networkFrom(outwardRows(nodeCount, edges))
}

/** Both directions from the outward rows: the inward rows hold each edge at its other end. */
export function networkFrom(outward: EdgeRows): RoadNetwork {
  const nodeCount = outward.firstEdge.length - 1
  const edgeCount = outward.neighbour.length
  return { nodeCount, edgeCount, outward, inward: turned(outward) }
}

function outwardRows(nodeCount: number, edges: readonly DirectedEdge[]): EdgeRows {
  const rows = emptyRows(nodeCount, edges.length)
  for (const edge of edges) rows.firstEdge[edge.from + 1]!++
  const next = startOfRows(rows.firstEdge)
  for (const edge of edges) {
    const slot = next[edge.from]!++
    rows.neighbour[slot] = edge.to
    rows.impedanceDeciseconds[slot] = edge.impedanceDeciseconds
    rows.lengthMeters[slot] = edge.lengthMeters
  }
  return rows
}

/** The same edges seen from their other ends. */
function turned(rows: EdgeRows): EdgeRows {
  const nodeCount = rows.firstEdge.length - 1
  const opposite = emptyRows(nodeCount, rows.neighbour.length)
  for (const neighbour of rows.neighbour) opposite.firstEdge[neighbour + 1]!++
  const next = startOfRows(opposite.firstEdge)
  for (let node = 0; node < nodeCount; node++) {
    const end = rows.firstEdge[node + 1]!
    for (let edge = rows.firstEdge[node]!; edge < end; edge++) {
      const slot = next[rows.neighbour[edge]!]!++
      opposite.neighbour[slot] = node
      opposite.impedanceDeciseconds[slot] = rows.impedanceDeciseconds[edge]!
      opposite.lengthMeters[slot] = rows.lengthMeters[edge]!
    }
  }
  return opposite
}

function emptyRows(nodeCount: number, edgeCount: number) {
  return {
    firstEdge: new Uint32Array(nodeCount + 1),
    neighbour: new Uint32Array(edgeCount),
    impedanceDeciseconds: new Uint32Array(edgeCount),
    lengthMeters: new Float64Array(edgeCount),
  }
}

/** Sums the counts of `firstEdge` in place; the copy returned says where each row's next edge goes. */
function startOfRows(firstEdge: Uint32Array): Uint32Array {
  for (let node = 0; node + 1 < firstEdge.length; node++) firstEdge[node + 1]! += firstEdge[node]!
  return firstEdge.slice()
}
