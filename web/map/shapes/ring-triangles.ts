// Which triangles say what lies within a ring, without cutting it up?
//
// Each outline is a fan from its first corner, however it winds. A point lies within the area exactly when an odd
// number of all triangles cover it: so they are drawn one over the other, each turning what it covers over.
import type { LngLat } from '#geodata/model/lng-lat.ts'

export type RingTriangles = {
  /** In the square of the world (Mercator, 0 … 1), from `anchor`: x and y of each corner. */
  corners: Float32Array
  /** So near to the corners that a float tells them apart. */
  anchor: readonly [x: number, y: number]
  /** Three corners a triangle, all areas in a row; area k ends at `ends[k]`. */
  indices: Uint32Array
  ends: number[]
}

/** Of areas as coordinates of MultiPolygons. */
export function ringTriangles(areas: readonly number[][][][][]): RingTriangles {
  const outlines = areas.map((polygons) => polygons.flat())
  const all = outlines.flat()
  const [first = [0, 0]] = all[0] ?? []
  const anchor = mercatorOf(first as unknown as LngLat)
  // The last corner is the first again.
  const counts = outlines.map((rings) => rings.map((ring) => Math.max(0, ring.length - 1)))
  const cornerCount = counts.flat().reduce((sum, count) => sum + count, 0)
  const corners = new Float32Array(2 * cornerCount)
  const indices = new Uint32Array(3 * counts.flat().reduce((sum, n) => sum + Math.max(0, n - 2), 0))
  const ends: number[] = []
  let [corner, index] = [0, 0]
  for (const rings of outlines) {
    for (const ring of rings) {
      const start = corner
      for (let i = 0; i < ring.length - 1; i++, corner++) {
        const [x, y] = mercatorOf(ring[i] as unknown as LngLat)
        corners[2 * corner] = x - anchor[0]
        corners[2 * corner + 1] = y - anchor[1]
        if (i < 2) continue
        indices[index++] = start
        indices[index++] = corner - 1
        indices[index++] = corner
      }
    }
    ends.push(index)
  }
  return { corners, anchor, indices, ends }
}

export function mercatorOf([lng, lat]: LngLat): [x: number, y: number] {
  const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
  return [(lng + 180) / 360, 0.5 - north / (2 * Math.PI)]
}
