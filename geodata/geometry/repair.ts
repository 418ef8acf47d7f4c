// Is a polygon one that any program draws the same way?
//
// Copied boundaries touch or cross themselves. A union of a polygon with itself splits such rings
// where they touch; winding then follows RFC 7946 (outer rings counter-clockwise).
import { type Geom, union } from 'polyclip-ts'
import { type Area, oriented } from '#geodata/geometry/orient.ts'

/** A MultiPolygon without self-touching rings, right-hand rule; coordinates in degrees. */
export function repairArea(area: Area): { type: 'MultiPolygon'; coordinates: number[][][][] } {
  const repaired = union(area.coordinates as Geom)
  return { type: 'MultiPolygon', coordinates: repaired.map((rings) => oriented(rings)) }
}
