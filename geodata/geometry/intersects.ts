// Have two geometries a place in common? Planar, in degrees; a border belongs to what it bounds.
import type { Geometry } from 'geojson'
import { insideArea } from '#geodata/geometry/inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

type Line = readonly LngLat[]
type Parts = {
  points: LngLat[]
  /** Rings of areas among them. */
  lines: Line[]
  areas: number[][][][]
}

export function intersects(first: Geometry, second: Geometry): boolean {
  const [a, b] = [partsOf(first), partsOf(second)]
  return (
    isOn(a, b) ||
    isOn(b, a) ||
    a.lines.some((one) => b.lines.some((other) => linesMeet(one, other)))
  )
}

const at = ([lng = Number.NaN, lat = Number.NaN]: readonly number[]): LngLat => [lng, lat]

function partsOf(geometry: Geometry): Parts {
  const parts = (own: Partial<Parts>): Parts => ({ points: [], lines: [], areas: [], ...own })
  const lines = (list: number[][][]) => list.map((line) => line.map(at))
  switch (geometry.type) {
    case 'Point':
      return parts({ points: [at(geometry.coordinates)] })
    case 'MultiPoint':
      return parts({ points: geometry.coordinates.map(at) })
    case 'LineString':
      return parts({ lines: lines([geometry.coordinates]) })
    case 'MultiLineString':
      return parts({ lines: lines(geometry.coordinates) })
    case 'Polygon':
      return parts({ lines: lines(geometry.coordinates), areas: [geometry.coordinates] })
    case 'MultiPolygon':
      return parts({ lines: lines(geometry.coordinates.flat()), areas: geometry.coordinates })
    case 'GeometryCollection': {
      const all = geometry.geometries.map(partsOf)
      return {
        points: all.flatMap(({ points }) => points),
        lines: all.flatMap((one) => one.lines),
        areas: all.flatMap(({ areas }) => areas),
      }
    }
  }
}

/** A point of the one on the other, or a line of it within: where lines cross is asked apart. */
function isOn(one: Parts, { points, lines, areas }: Parts): boolean {
  const starts = one.lines.flatMap(([start]) => (start ? [start] : []))
  if (areas.length > 0) {
    if ([...one.points, ...starts].some((point) => insideArea(point, areas))) return true
  }
  return one.points.some(
    (point) =>
      points.some(([lng, lat]) => lng === point[0] && lat === point[1]) ||
      lines.some((line) => linesMeet([point, point], line)),
  )
}

function linesMeet(one: Line, other: Line): boolean {
  for (let i = 1; i < one.length; i++) {
    for (let j = 1; j < other.length; j++) {
      if (segmentsMeet(one[i - 1], one[i], other[j - 1], other[j])) return true
    }
  }
  return false
}

type Corner = LngLat | undefined

function segmentsMeet(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  if (!a || !b || !c || !d) return false
  for (const axis of [0, 1] as const) {
    if (Math.max(a[axis], b[axis]) < Math.min(c[axis], d[axis])) return false
    if (Math.max(c[axis], d[axis]) < Math.min(a[axis], b[axis])) return false
  }
  // Their boxes meet: they do unless one lies wholly on one side of the other.
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
}

/** 1: `at` lies to the left of the way from `a` to `b`; −1: to the right; 0: on its line. */
const side = ([ax, ay]: LngLat, [bx, by]: LngLat, at: LngLat) =>
  Math.sign((bx - ax) * (at[1] - ay) - (by - ay) * (at[0] - ax))
