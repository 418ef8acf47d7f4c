// How much do two pictures of the same size differ?
import { readPng } from '#tests/support/png.ts'

/** A channel of a colour may differ so much from rounding and smoothing alone. */
const SAME_WITHIN = 24

/** The share of pixels, 0 … 1, of which some channel differs by more than smoothing explains. */
export function shareThatDiffers(one: Uint8Array, other: Uint8Array): number {
  const [a, b] = [readPng(one), readPng(other)]
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(
      `The pictures measure ${a.width} × ${a.height} and ${b.width} × ${b.height} pixels.`,
    )
  }
  let count = 0
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      if (farthest(a.colourAt(x, y), b.colourAt(x, y)) > SAME_WITHIN) count += 1
    }
  }
  return count / (a.width * a.height)
}

function farthest(one: string, other: string): number {
  if (one === other) return 0
  const channels = (colour: string) =>
    [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const [a, b] = [channels(one), channels(other)]
  return Math.max(...a.map((channel, index) => Math.abs(channel - (b[index] ?? 0))))
}
