// Which corners of a ring may be rounded without the ring touching anything?
//
// Rounding to 1e-6 degrees moves a corner by less than 8 cm. A chord is roomy when all points beside
// it keep 20 cm from its line, it is a meter long, and it does not fold back onto its neighbour
// within 40 cm. Moving the ends of roomy chords by 8 cm changes no point's side and joins no lines;
// every other corner keeps all its digits. Only points a few meters apart make such corners.
import type { Gates } from '#geodata/analysis/isochrone/outline/gates.ts'

const CLEAR_OF_POINTS_METERS = 0.2
const LEAST_CHORD_METERS = 1
const CLEAR_OF_FOLD_METERS = 0.4

/** Sets isExact[c] for corner c (gate kept[c]) where it must not be rounded, else clears it. */
export function findExactCorners(
  x: Float64Array,
  y: Float64Array,
  gates: Gates,
  kept: Uint32Array,
  keptCount: number,
  isExact: Uint8Array,
): void {
  isExact.fill(0, 0, keptCount)
  let [beforeX, beforeY, beforeLength] = [0, 0, 0]
  // One chord more than there are, so that the first is held against the last.
  for (let chord = 0; chord <= keptCount; chord++) {
    const start = chord % keptCount
    const end = (chord + 1) % keptCount
    const from = kept[start] ?? 0
    const to = end === 0 ? gates.count : (kept[end] ?? 0)
    const chordX = (gates.x[to] ?? 0) - (gates.x[from] ?? 0)
    const chordY = (gates.y[to] ?? 0) - (gates.y[from] ?? 0)
    const length = Math.sqrt(chordX * chordX + chordY * chordY)
    if (chord > 0 && beforeX * chordX + beforeY * chordY < 0) {
      const cross = Math.abs(beforeX * chordY - beforeY * chordX)
      if (cross < CLEAR_OF_FOLD_METERS * Math.max(length, beforeLength)) {
        isExact[(start + keptCount - 1) % keptCount] = isExact[start] = isExact[end] = 1
      }
    }
    ;[beforeX, beforeY, beforeLength] = [chordX, chordY, length]
    if (chord === keptCount) break
    if (length < LEAST_CHORD_METERS || !isClearOfPoints(x, y, gates, from, to, length)) {
      isExact[start] = isExact[end] = 1
    }
  }
}

function isClearOfPoints(
  x: Float64Array,
  y: Float64Array,
  { x: placeX, y: placeY, inside, outside }: Gates,
  from: number,
  to: number,
  length: number,
): boolean {
  const fromX = placeX[from] ?? 0
  const fromY = placeY[from] ?? 0
  const chordX = (placeX[to] ?? 0) - fromX
  const chordY = (placeY[to] ?? 0) - fromY
  const clear = CLEAR_OF_POINTS_METERS * length
  for (let gate = from; gate <= to; gate++) {
    const a = inside[gate] ?? 0
    const b = outside[gate] ?? 0
    if (chordX * ((y[a] ?? 0) - fromY) - chordY * ((x[a] ?? 0) - fromX) < clear) return false
    if (chordX * ((y[b] ?? 0) - fromY) - chordY * ((x[b] ?? 0) - fromX) > -clear) return false
  }
  return true
}
