// Is a polygon one that any program draws the same way?
//
// Copied boundaries touch or cross themselves. A union of a polygon with itself splits such rings
// where they touch; winding then follows RFC 7946 (outer rings counter-clockwise).
import { type Geom, union } from 'polyclip-ts'

export type Area = { type: 'Polygon' | 'MultiPolygon'; coordinates: number[][][] | number[][][][] }

/** A MultiPolygon without self-touching rings, right-hand rule; coordinates in degrees. */
export function repairArea(area: Area): { type: 'MultiPolygon'; coordinates: number[][][][] } {
  const repaired = union(area.coordinates as Geom)
  return { type: 'MultiPolygon', coordinates: repaired.map((rings) => rings.map(orient)) }
}

function orient(ring: [number, number][], index: number): [number, number][] {
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1] ?? [0, 0]
    const [x2, y2] = ring[i] ?? [0, 0]
    doubled += x1 * y2 - x2 * y1
  }
  const counterClockwise = doubled > 0
  return counterClockwise === (index === 0) ? ring : ring.toReversed()
}
