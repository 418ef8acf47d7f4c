// How few straight chords lead a ring through all of its gates?
//
// From a gate's place, the directions that pass every gate so far form a wedge between its left and
// its right side; it narrows from gate to gate. The farthest gate whose place lies in the wedge is
// where the chord ends and the next one begins (Imai and Iri 1988, along a sleeve of triangles). As
// a chord stays in the triangles of its ring, which no other ring of that cutoff enters, nothing
// can cross, and no point changes sides.
import type { Gates } from '#geodata/analysis/isochrone/outline/gates.ts'

/** Writes to `kept` the gates at whose places chords begin, and returns how many; gate 0 is the first. */
export function chooseChords(gates: Gates, kept: Uint32Array): number {
  const { count, x, y, lowX, lowY, highX, highY } = gates
  let keptCount = 0
  for (let from = 0; from < count; ) {
    kept[keptCount++] = from
    const fromX = x[from] ?? 0
    const fromY = y[from] ?? 0
    let to = from + 1
    let leftX = (lowX[to] ?? 0) - fromX
    let leftY = (lowY[to] ?? 0) - fromY
    let rightX = (highX[to] ?? 0) - fromX
    let rightY = (highY[to] ?? 0) - fromY
    for (let gate = to + 1; gate <= count; gate++) {
      const newLeftX = (lowX[gate] ?? 0) - fromX
      const newLeftY = (lowY[gate] ?? 0) - fromY
      const newRightX = (highX[gate] ?? 0) - fromX
      const newRightY = (highY[gate] ?? 0) - fromY
      if (leftX * newLeftY - leftY * newLeftX <= 0) {
        leftX = newLeftX
        leftY = newLeftY
      }
      if (rightX * newRightY - rightY * newRightX >= 0) {
        rightX = newRightX
        rightY = newRightY
      }
      if (rightX * leftY - rightY * leftX < 0) break
      const placeX = (x[gate] ?? 0) - fromX
      const placeY = (y[gate] ?? 0) - fromY
      if (rightX * placeY - rightY * placeX >= 0 && placeX * leftY - placeY * leftX >= 0) to = gate
    }
    from = to
  }
  return keptCount
}
