// Where does the name of an area stand, so that it lies inside?
import { insideArea } from '#geodata/geometry/inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

/**
 * The centroid of the largest polygon where that lies inside; else the middle of the longest stretch
 * inside on the centroid's parallel. Degrees in and out, planar.
 */
export function labelPoint(polygons: number[][][][]): LngLat {
  const rings = polygons.flatMap(([outer]) => (outer ? [centroidOf(outer)] : []))
  const largest = rings.reduce((best, ring) => (ring.area > best.area ? ring : best))
  const [lng, lat] = largest.centroid
  if (insideArea([lng, lat], polygons)) return [lng, lat]
  const crossings = polygons
    .flat()
    .flatMap((ring) => crossingsAt(lat, ring))
    .sort((a, b) => a - b)
  let middle = lng
  let longest = 0
  for (let i = 1; i < crossings.length; i += 2) {
    const [from = 0, to = 0] = crossings.slice(i - 1, i + 1)
    if (to - from <= longest) continue
    longest = to - from
    middle = (from + to) / 2
  }
  return [middle, lat]
}

function centroidOf(ring: number[][]): { area: number; centroid: [number, number] } {
  let doubled = 0
  let x = 0
  let y = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[i] ?? []
    const cross = x1 * y2 - x2 * y1
    doubled += cross
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  }
  return { area: Math.abs(doubled) / 2, centroid: [x / (3 * doubled), y / (3 * doubled)] }
}

function crossingsAt(lat: number, ring: number[][]): number[] {
  const found: number[] = []
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[i] ?? []
    if (y1 > lat !== y2 > lat) found.push(x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1))
  }
  return found
}
