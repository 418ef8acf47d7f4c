// How are the corners of an area written, and read again? A line each: longitude, latitude.
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { parseLngLat } from '#web/parts/words/lng-lat-text.ts'

/** About 11 cm: finer than any pointer. */
const DIGITS = 6

/** The corners of a closed ring; the last, which repeats the first, is left out. */
export function cornerLines(ring: readonly (readonly number[])[]): string {
  return ring
    .slice(0, -1)
    .map((corner) => corner.map((degrees) => degrees.toFixed(DIGITS)).join(', '))
    .join('\n')
}

export type ReadCorners =
  | { kind: 'none' }
  | { kind: 'ring'; ring: LngLat[] }
  | { kind: 'unread'; line: string }
  | { kind: 'few'; count: number }

/** A ring, closed, of what was typed; or what keeps it from being one. */
export function readCorners(text: string): ReadCorners {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const corners: LngLat[] = []
  for (const line of lines) {
    const corner = parseLngLat(line)
    if (!corner) return { kind: 'unread', line }
    corners.push(corner)
  }
  const [first] = corners
  if (!first) return { kind: 'none' }
  return corners.length < 3
    ? { kind: 'few', count: corners.length }
    : { kind: 'ring', ring: [...corners, first] }
}
