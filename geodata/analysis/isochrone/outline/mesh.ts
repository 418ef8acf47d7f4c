// Which points are joined with which, in the order one sees them when turning left?
//
// Every stretch between two points lies there twice, once from either end. Those leaving a point lie
// in a row, counterclockwise; where the point is on the outer edge of the mesh the row begins at that
// edge, else it has no beginning.
//
//   edges from point p   firstEdge[p] up to firstEdge[p + 1]
//   edge e               leads to head[e]; twin[e] leads back
//
//        c                the triangle left of a → b has its third corner c at the head of the edge
//      ⟋   ⟍              that follows a → b
//    a ───→ b
import type { Triangulation } from '#geodata/geometry/triangulate.ts'

export type Mesh = {
  readonly firstEdge: Uint32Array
  readonly head: Uint32Array
  readonly twin: Uint32Array
}

/** The mesh of a triangulation in which every point is the corner of a triangle. */
export function meshOf({ pointCount, triangles, halfEdges }: Triangulation): Mesh {
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
  return { firstEdge, head, twin: twinsOf(firstEdge, head) }
}

/** The way back of every edge. */
export function twinsOf(firstEdge: Uint32Array, head: Uint32Array): Uint32Array {
  const twin = new Uint32Array(head.length)
  for (let point = 0; point + 1 < firstEdge.length; point++) {
    const end = firstEdge[point + 1] ?? 0
    for (let edge = firstEdge[point] ?? 0; edge < end; edge++) {
      let back = firstEdge[head[edge] ?? 0] ?? 0
      while (head[back] !== point) back++
      twin[edge] = back
    }
  }
  return twin
}
