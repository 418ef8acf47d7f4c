// Which ground lies within a distance of a place?
import { circle } from '@turf/circle'
import type { LngLat } from '#geodata/model/lng-lat.ts'

const CORNERS = 40

/** Its outline as the rings of a polygon, on the IUGG mean sphere. */
export function discAround([lng, lat]: LngLat, radiusKilometers: number): number[][][] {
  return circle([lng, lat], radiusKilometers, { steps: CORNERS }).geometry.coordinates
}
