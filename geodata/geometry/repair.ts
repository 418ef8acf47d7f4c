// Is a polygon one that any program draws the same way?
//
// Copied boundaries touch or cross themselves. A union with nothing splits such rings where they
// touch; winding then follows RFC 7946 (outer rings counter-clockwise).
import { feature, featureCollection, multiPolygon } from '@turf/helpers'
import { union } from '@turf/union'
import { type Area, type MultiPolygon, multiPolygonOf } from '#geodata/geometry/orient.ts'

const NOTHING = multiPolygon([])

/** A MultiPolygon without self-touching rings, right-hand rule; coordinates in degrees. */
export function repairArea(area: Area): MultiPolygon {
  const repaired = union(featureCollection<Area>([feature(area), NOTHING]))
  return multiPolygonOf(repaired ? repaired.geometry : NOTHING.geometry)
}
