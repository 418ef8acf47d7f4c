// Is this a GeoJSON geometry, and which of those that are drawn? RFC 7946; heights are left out.
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'

/** How deep the positions of each type lie in its coordinates. */
const DEPTHS = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const

/** `bad`: no numbers, or none complete; `other`: a collection of several kinds, or a type that is not drawn. */
export type CheckedGeometry = Geometry | null | 'bad' | 'other'

/** Null for none and for an empty one. */
export function checkedGeometry(value: unknown): CheckedGeometry {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return 'bad'
  const { type, coordinates, geometries } = value as Record<string, unknown>
  if (type === 'GeometryCollection') {
    return Array.isArray(geometries) ? together(geometries.map(checkedGeometry)) : 'bad'
  }
  if (typeof type !== 'string' || !Object.hasOwn(DEPTHS, type)) return 'other'
  if (!Array.isArray(coordinates)) return 'bad'
  if (coordinates.length === 0) return null
  const placed = positionsIn(coordinates, DEPTHS[type as keyof typeof DEPTHS])
  // Which shape the coordinates have was just looked at.
  return placed === null ? 'bad' : ({ type, coordinates: placed } as Geometry)
}

/** Geometries of one kind as one of several parts; null where there are none. */
export function together(parts: readonly CheckedGeometry[]): CheckedGeometry {
  if (parts.includes('bad')) return 'bad'
  if (parts.includes('other')) return 'other'
  const whole = parts.filter((part) => part !== null && typeof part === 'object')
  const [first] = whole
  if (!first || whole.length === 1) return first ?? null
  const kind = first.type.replace('Multi', '')
  if (whole.some(({ type }) => type.replace('Multi', '') !== kind)) return 'other'
  const coordinates = whole.flatMap((part) =>
    part.type.startsWith('Multi') ? (part.coordinates as unknown[]) : [part.coordinates],
  )
  return { type: `Multi${kind}`, coordinates } as Geometry
}

function positionsIn(value: unknown, depth: number): unknown[] | null {
  if (!Array.isArray(value)) return null
  if (depth === 0) {
    const [east, north] = value
    return Number.isFinite(east) && Number.isFinite(north) ? [east, north] : null
  }
  const inner: unknown[] = []
  for (const one of value) {
    const placed = positionsIn(one, depth - 1)
    if (!placed) return null
    inner.push(placed)
  }
  return inner
}
