// How much ground does an area cover?
import { area } from '@turf/area'

const SQUARE_METERS_PER_SQUARE_KILOMETER = 1e6

/** On the IUGG mean sphere, holes subtracted; rings may wind either way. */
export function squareKilometersOf(polygons: number[][][][]): number {
  return area({ type: 'MultiPolygon', coordinates: polygons }) / SQUARE_METERS_PER_SQUARE_KILOMETER
}
