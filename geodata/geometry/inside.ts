// Does a place lie in an area?
import type { LngLat } from '#geodata/model/lng-lat.ts'

/** Even-odd ray casting over all rings, so holes are outside; degrees in, planar. */
export function insideArea(place: LngLat, polygons: number[][][][]): boolean {
  let inside = false
  for (const rings of polygons)
    for (const ring of rings) if (crossings(place, ring)) inside = !inside
  return inside
}

function crossings([x, y]: LngLat, ring: number[][]): boolean {
  let odd = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? []
    const [xj = 0, yj = 0] = ring[j] ?? []
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd
  }
  return odd
}
