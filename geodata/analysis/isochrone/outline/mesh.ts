// Which points are joined with which, in the order one sees them when turning left?
//
// Every stretch between two points lies there twice, once from either end. Those leaving a point lie
// in a row, counterclockwise; where the point is on the outer edge of the mesh the row begins at that
// edge, else it has no beginning.
//
//   edges from point p   firstEdge[p] up to firstEdge[p + 1]
//   edge e               leads to head[e]
//
//        c                the triangle left of a → b has its third corner c at the head of the edge
//      ⟋   ⟍              that follows a → b
//    a ───→ b
import type { Triangulation } from '#geodata/geometry/triangulate.ts'

export type Mesh = {
  readonly firstEdge: Uint32Array
  readonly head: Uint32Array
  /** Of a → b with c on its left: the edge c → b. Meaningless where nothing lies on the left. */
  readonly across: Uint32Array
  /**
   * Edges to and from every point's westernmost neighbour: those leaving point p are
   * treeEdge[firstTree[p]] up to firstTree[p + 1]. Going west leads out of every ring.
   */
  readonly firstTree: Uint32Array
  readonly treeEdge: Uint32Array
  /** The edge to the westernmost neighbour of each point, which only points of the frame may not have. */
  readonly westEdge: Uint32Array
}

/** The mesh of a triangulation in which every point is the corner of a triangle. */
export function meshOf(
  { pointCount, triangles, halfEdges }: Triangulation,
  x: Float64Array,
  y: Float64Array,
): Mesh {
  const firstEdge = new Uint32Array(pointCount + 1)
  const begin = new Int32Array(pointCount).fill(-1)
  triangles.forEach((point, half) => {
    if (begin[point] === -1 || halfEdges[half] === -1) begin[point] = half
  })
  const head = new Uint32Array(triangles.length + halfEdges.filter((one) => one === -1).length)
  let edge = 0
  for (let point = 0; point < pointCount; point++) {
    firstEdge[point] = edge
    const start = begin[point] ?? -1
    for (let half = start; half !== -1; ) {
      const triangle = 3 * Math.floor(half / 3)
      head[edge++] = triangles[triangle + ((half + 1) % 3)] ?? 0
      const back = triangle + ((half + 2) % 3)
      half = halfEdges[back] ?? -1
      // The last one of a point on the outer edge belongs to no triangle on its left.
      if (half === -1) head[edge++] = triangles[back] ?? 0
      else if (half === start) break
    }
  }
  firstEdge[pointCount] = edge
  return savedMesh(firstEdge, head, x, y)
}

/** What follows from the edges and the places of the points. */
export function savedMesh(
  firstEdge: Uint32Array,
  head: Uint32Array,
  x: Float64Array,
  y: Float64Array,
): Mesh {
  const twin = twinsOf(firstEdge, head)
  const across = new Uint32Array(head.length)
  for (let edge = 0; edge < head.length; edge++) {
    const back = twin[edge] ?? 0
    const b = head[edge] ?? 0
    across[edge] = twin[back === firstEdge[b] ? (firstEdge[b + 1] ?? 0) - 1 : back - 1] ?? 0
  }
  return { firstEdge, head, across, ...westwardTree(firstEdge, head, twin, x, y) }
}

/** The way back of every edge. */
function twinsOf(firstEdge: Uint32Array, head: Uint32Array): Uint32Array {
  const twin = new Uint32Array(head.length)
  for (let point = 0; point + 1 < firstEdge.length; point++) {
    const end = firstEdge[point + 1] ?? 0
    for (let edge = firstEdge[point] ?? 0; edge < end; edge++) {
      const to = head[edge] ?? 0
      // Every pair is met twice: what is looked for once is known from the other end.
      if (to < point) continue
      let back = firstEdge[to] ?? 0
      while (head[back] !== point) back++
      twin[edge] = back
      twin[back] = edge
    }
  }
  return twin
}

function westwardTree(
  firstEdge: Uint32Array,
  head: Uint32Array,
  twin: Uint32Array,
  x: Float64Array,
  y: Float64Array,
) {
  const pointCount = firstEdge.length - 1
  const westEdge = new Uint32Array(pointCount)
  for (let point = 0; point < pointCount; point++) {
    const end = firstEdge[point + 1] ?? 0
    let best = firstEdge[point] ?? 0
    for (let edge = best + 1; edge < end; edge++) {
      if (isWestOf(x, y, head[edge] ?? 0, head[best] ?? 0)) best = edge
    }
    westEdge[point] = best
  }
  const firstTree = new Uint32Array(pointCount + 1)
  const treeEdge = new Uint32Array(2 * pointCount)
  let count = 0
  for (let point = 0; point < pointCount; point++) {
    firstTree[point] = count
    const end = firstEdge[point + 1] ?? 0
    for (let edge = firstEdge[point] ?? 0; edge < end; edge++) {
      const isWest = westEdge[point] === edge
      if (isWest || westEdge[head[edge] ?? 0] === twin[edge]) treeEdge[count++] = edge
    }
  }
  firstTree[pointCount] = count
  return { westEdge, firstTree, treeEdge: treeEdge.slice(0, count) }
}

/** Of points on one meridian the southern one counts as western, so that one always is. */
export function isWestOf(x: Float64Array, y: Float64Array, a: number, b: number): boolean {
  const [xa, xb] = [x[a] ?? 0, x[b] ?? 0]
  return xa < xb || (xa === xb && (y[a] ?? 0) < (y[b] ?? 0))
}
