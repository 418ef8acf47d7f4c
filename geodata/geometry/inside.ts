// Does a place lie in an area?
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { LngLat } from '#geodata/model/lng-lat.ts'

/** Planar, degrees in. A place on the border is inside, one in a hole is not; rings must be closed. */
export function insideArea([lng, lat]: LngLat, polygons: number[][][][]): boolean {
  return booleanPointInPolygon([lng, lat], { type: 'MultiPolygon', coordinates: polygons })
}
