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

const KILOMETERS_PER_DEGREE = 111.32

/** With so many kilometers of ground on every side. */
export function withMargin([west, south, east, north]: Bounds, kilometers: number): Bounds {
  const up = kilometers / KILOMETERS_PER_DEGREE
  const along = up / Math.cos((((south + north) / 2) * Math.PI) / 180)
  return [west - along, south - up, east + along, north + up]
}
