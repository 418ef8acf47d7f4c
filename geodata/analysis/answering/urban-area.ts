// Which places lie in the urban districts, whose local roads are city streets?
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { boundsOf } from '#geodata/geometry/bounds.ts'
import { insideArea } from '#geodata/geometry/inside.ts'

/** Of districts as the coordinates of MultiPolygons. */
export function urbanArea(districts: readonly number[][][][][]): Ground['isUrban'] {
  const urban = districts.map((polygons) => ({
    polygons,
    bounds: boundsOf({ type: 'MultiPolygon', coordinates: polygons }),
  }))
  return (lngLat) =>
    urban.some(
      ({ bounds: [west, south, east, north], polygons }) =>
        lngLat[0] >= west &&
        lngLat[0] <= east &&
        lngLat[1] >= south &&
        lngLat[1] <= north &&
        insideArea(lngLat, polygons),
    )
}
