// Which corners of a ring may be rounded without the ring touching anything?
//
// Rounding to 1e-6 degrees moves a corner by less than 8 cm. A chord is roomy when all points beside
// it keep 20 cm from its line, it is a meter long, and it does not fold back onto its neighbour
// within 40 cm. A corner has room when those 8 cm around it lie in the two triangles of its gate: long
// thin triangles, fanning out to one far point, are narrower than that far from any point, and beyond
// them runs another part of the ring. Moving corners with room, between roomy chords, changes no
// point's side and joins no lines; every other corner keeps all its digits. Only points a few meters
// apart make such corners.
import type { Gates } from '#geodata/analysis/isochrone/outline/gates.ts'

const CLEAR_OF_POINTS_METERS = 0.2
const LEAST_CHORD_METERS = 1
const CLEAR_OF_FOLD_METERS = 0.4
/** Half of 1e-6 degrees to the north and to the east: 7.9 cm at most. */
const ROUNDING_METERS = 0.08

/** Sets isExact[c] for corner c (gate kept[c]) where it must not be rounded, else clears it. */
export function findExactCorners(
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
    if (length < LEAST_CHORD_METERS || !isClearOfPoints(gates, from, to, length)) {
      isExact[start] = isExact[end] = 1
    }
    const [gateBefore, gateAfter] = [from === 0 ? gates.count - 1 : from - 1, from + 1]
    if (!isRoomy(gates, from, gateBefore) || !isRoomy(gates, from, gateAfter)) {
      isExact[start] = 1
    }
  }
}

/**
 * Whether rounding keeps the place of a gate away from the other sides of the triangle between it and
 * a gate beside it: from that gate, and from the side that is no gate.
 */
function isRoomy(gates: Gates, gate: number, beside: number): boolean {
  const { x, y, inside, insideX, insideY, outsideX, outsideY } = gates
  const placeX = x[gate] ?? 0
  const placeY = y[gate] ?? 0
  const besideX = insideX[beside] ?? 0
  const besideY = insideY[beside] ?? 0
  const toX = outsideX[beside] ?? 0
  const toY = outsideY[beside] ?? 0
  if (isNear(placeX, placeY, besideX, besideY, toX, toY)) return false
  return inside[beside] === inside[gate]
    ? !isNear(placeX, placeY, outsideX[gate] ?? 0, outsideY[gate] ?? 0, toX, toY)
    : !isNear(placeX, placeY, insideX[gate] ?? 0, insideY[gate] ?? 0, besideX, besideY)
}

/** Whether a place lies within the way of rounding of the line through two points. */
function isNear(
  placeX: number,
  placeY: number,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): boolean {
  const dx = toX - fromX
  const dy = toY - fromY
  const cross = dx * (placeY - fromY) - dy * (placeX - fromX)
  return cross * cross < ROUNDING_METERS * ROUNDING_METERS * (dx * dx + dy * dy)
}

function isClearOfPoints(
  { x: placeX, y: placeY, insideX, insideY, outsideX, outsideY }: Gates,
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
    const aboveX = (insideX[gate] ?? 0) - fromX
    const aboveY = (insideY[gate] ?? 0) - fromY
    if (chordX * aboveY - chordY * aboveX < clear) return false
    const belowX = (outsideX[gate] ?? 0) - fromX
    const belowY = (outsideY[gate] ?? 0) - fromY
    if (chordX * belowY - chordY * belowX > -clear) return false
  }
  return true
}
