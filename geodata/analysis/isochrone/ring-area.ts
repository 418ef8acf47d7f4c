// How much ground does a ring enclose?
import { EARTH_RADIUS_METERS } from '#geodata/model/lng-lat.ts'

const RADIANS = Math.PI / 180

/**
 * Signed square kilometers on the IUGG mean sphere: counterclockwise is positive, so holes wound by
 * the right-hand rule subtract themselves. Cylindrical equal-area projection (Lambert): edges count
 * as straight there, which for edges of kilometers is beyond any rounding.
 */
export function ringSquareKilometers(ring: readonly (readonly number[])[]): number {
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[i] ?? []
    doubled += (x1 - x2) * RADIANS * (Math.sin(y1 * RADIANS) + Math.sin(y2 * RADIANS))
  }
  return (doubled / 2) * (EARTH_RADIUS_METERS / 1000) ** 2
}
