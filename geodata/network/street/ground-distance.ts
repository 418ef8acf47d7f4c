// How far is it between two places held in whole 1e-7 degrees?

/** Mean Earth radius of the IUGG. */
const EARTH_RADIUS_METERS = 6_371_008.8
const RADIANS_PER_UNIT = Math.PI / 180 / 1e7

/** 180° in whole 1e-7 degrees. */
export const HALF_TURN = 1_800_000_000

/** A difference of longitudes the shorter way about, over 180° where that is shorter. */
export function shorterWay(lng7: number): number {
  return lng7 > HALF_TURN ? lng7 - 2 * HALF_TURN : lng7 < -HALF_TURN ? lng7 + 2 * HALF_TURN : lng7
}

/** Great-circle meters (haversine) between pair `a` of `from` and pair `b` of `to`. */
export function metersBetween(from: Int32Array, a: number, to: Int32Array, b: number): number {
  const latA = from[2 * a + 1]! * RADIANS_PER_UNIT
  const latB = to[2 * b + 1]! * RADIANS_PER_UNIT
  const halfLat = (latB - latA) / 2
  const halfLng = ((to[2 * b]! - from[2 * a]!) * RADIANS_PER_UNIT) / 2
  const chord = Math.sin(halfLat) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin(halfLng) ** 2
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(chord)))
}
