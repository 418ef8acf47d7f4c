// What is the smallest box around a shape?
import { bbox } from '@turf/bbox'
import type { Geometry } from 'geojson'
import type { LngLat } from '#geodata/model/lng-lat.ts'

export type Bounds = [west: number, south: number, east: number, north: number]

/** Degrees; from infinity to minus infinity around a shape without a place. */
export function boundsOf(geometry: Geometry): Bounds {
  return bbox(geometry, { recompute: true }) as Bounds
}

export function boundsAround(lngLats: readonly LngLat[]): Bounds {
  return boundsOf({ type: 'MultiPoint', coordinates: lngLats as LngLat[] as [number, number][] })
}
