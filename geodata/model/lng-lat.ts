// A place on the ground: [longitude, latitude] in degrees, WGS84 (CGCS2000 within centimetres).

export type LngLat = readonly [lng: number, lat: number]

/** Mean Earth radius of the IUGG, in meters. */
export const EARTH_RADIUS_METERS = 6_371_008.8
const RADIANS_PER_DEGREE = Math.PI / 180

/** Great-circle distance in meters (haversine, sphere of the IUGG mean radius). */
export function greatCircleMeters(a: LngLat, b: LngLat): number {
  const halfLat = ((b[1] - a[1]) * RADIANS_PER_DEGREE) / 2
  const halfLng = ((b[0] - a[0]) * RADIANS_PER_DEGREE) / 2
  const cosines = Math.cos(a[1] * RADIANS_PER_DEGREE) * Math.cos(b[1] * RADIANS_PER_DEGREE)
  const chord = Math.sin(halfLat) ** 2 + cosines * Math.sin(halfLng) ** 2
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(chord)))
}
