// Which place is meant by a typed pair of degrees?
import type { LngLat } from '#geodata/model/lng-lat.ts'

/**
 * A place typed as "longitude, latitude" in degrees; null when it is not one. Also takes the two in
 * the other order where only that order can be meant.
 */
export function parseLngLat(text: string): LngLat | null {
  const numbers = text
    .trim()
    .split(/[\s,，;；]+/)
    .map(Number)
  const [a, b] = numbers
  if (numbers.length !== 2 || a === undefined || b === undefined) return null
  if (!Number.isFinite(a) || !Number.isFinite(b)) return null
  if (Math.abs(b) <= 90 && Math.abs(a) <= 180) return [a, b]
  return Math.abs(a) <= 90 && Math.abs(b) <= 180 ? [b, a] : null
}
