// Which triangles join scattered places, so that no place lies inside the circle around any of them
// (Delaunay 1934)?
import Delaunator from 'delaunator'

/**
 * Half-edge e runs from corner triangles[e] to the next corner of its triangle; halfEdges[e] is the
 * same stretch in the triangle beyond it, or -1 on the outer edge of them all.
 *
 *   triangle t   corners triangles[3 t], triangles[3 t + 1], triangles[3 t + 2], counterclockwise
 */
export type Triangulation = {
  readonly pointCount: number
  readonly triangles: Uint32Array
  readonly halfEdges: Int32Array
}

/**
 * Triangles over the places (x to the right, y upward). None where all lie on one line or there are
 * fewer than three. Throws when two places are one, or so near that no triangle can distinguish them.
 */
export function triangulate(x: Float64Array, y: Float64Array): Triangulation {
  const pointCount = x.length
  if (y.length !== pointCount) {
    throw new Error(`${pointCount} x and ${y.length} y came; one of each per place is expected.`)
  }
  const coordinates = new Float64Array(2 * pointCount)
  for (let point = 0; point < pointCount; point++) {
    coordinates[2 * point] = x[point] ?? 0
    // Delaunator turns its triangles the way of a screen, where y points down.
    coordinates[2 * point + 1] = -(y[point] ?? 0)
  }
  refuseTwins(x, y)
  const { triangles, halfedges } = new Delaunator(coordinates)
  if (triangles.length > 0) refuseLostPoints(pointCount, triangles)
  return { pointCount, triangles, halfEdges: halfedges }
}

/** Places of equal x and y, found side by side in the order of x and then y. */
function refuseTwins(x: Float64Array, y: Float64Array): void {
  const order = Uint32Array.from(x.keys()).sort(
    (a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0),
  )
  for (let i = 1; i < order.length; i++) {
    const [a = 0, b = 0] = [order[i - 1], order[i]]
    if (x[a] !== x[b] || y[a] !== y[b]) continue
    throw new Error(`Places ${a} and ${b} are one and the same; each may come once.`)
  }
}

function refuseLostPoints(pointCount: number, triangles: Uint32Array): void {
  const isCorner = new Uint8Array(pointCount)
  for (const corner of triangles) isCorner[corner] = 1
  const lost = isCorner.indexOf(0)
  if (lost < 0) return
  throw new Error(`Place ${lost} is a corner of no triangle: it lies too near another place.`)
}
