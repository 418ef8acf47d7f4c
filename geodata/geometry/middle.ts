// Where does half of a line lie behind?
import type { LngLat } from '#geodata/model/lng-lat.ts'

/** The place at half its length, measured in degrees with those of longitude shortened; of no place: [0, 0]. */
export function middleOf(line: readonly LngLat[]): LngLat {
  const [first = [0, 0] as const] = line
  const shrink = Math.cos((first[1] * Math.PI) / 180)
  const lengths = line.slice(1).map(([lng, lat], index) => {
    const [fromLng, fromLat] = line[index] ?? first
    return Math.hypot((lng - fromLng) * shrink, lat - fromLat)
  })
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [line[index] ?? first, line[index + 1] ?? first]
    if (left <= length && length > 0) {
      const share = left / length
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    }
    left -= length
  }
  return first
}
