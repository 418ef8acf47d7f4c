// How much ground does an area cover?
import { area } from '@turf/area'
import { EARTH_RADIUS_METERS } from '#geodata/model/lng-lat.ts'

const SQUARE_METERS_PER_SQUARE_KILOMETER = 1e6

/** On the IUGG mean sphere, holes subtracted; rings may wind either way. */
export function squareKilometersOf(polygons: number[][][][]): number {
  return area({ type: 'MultiPolygon', coordinates: polygons }) / SQUARE_METERS_PER_SQUARE_KILOMETER
}

const RADIANS = Math.PI / 180

/**
 * The same of one closed ring that lies flat: longitude and latitude in turn from one index to another.
 * Negative where it winds counterclockwise. By the sum that `area` takes (Chamberlain and Duquette 2007).
 */
export function flatRingSquareKilometers(corners: Float64Array, from: number, end: number): number {
  let sum = 0
  let before = (corners[end - 4] ?? 0) * RADIANS
  let here = (corners[from] ?? 0) * RADIANS
  for (let at = from; at < end - 2; at += 2) {
    const after = (corners[at + 2] ?? 0) * RADIANS
    sum += (after - before) * Math.sin((corners[at + 1] ?? 0) * RADIANS)
    before = here
    here = after
  }
  return (sum * EARTH_RADIUS_METERS ** 2) / 2 / SQUARE_METERS_PER_SQUARE_KILOMETER
}
