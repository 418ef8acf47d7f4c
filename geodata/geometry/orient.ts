// Do the rings of an area wind as RFC 7946 says: outer ones counter-clockwise, holes clockwise?
import { rewind } from '@turf/rewind'

export type Area =
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] }

export type MultiPolygon = Extract<Area, { type: 'MultiPolygon' }>

/** One shape for any area, wound the right way. */
export function multiPolygonOf(area: Area): MultiPolygon {
  const coordinates = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  return rewind({ type: 'MultiPolygon', coordinates } satisfies MultiPolygon) as MultiPolygon
}
