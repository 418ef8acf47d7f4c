// In which order do places lie so that neighbours on the ground are neighbours in memory?
//
// Along a Hilbert curve over a square of 8,192 × 8,192 cells around all of them.

const CELLS = 8192
/** Room for the index beside the cell's number in one double: 26 bits and 27. */
const MOST_PLACES = 2 ** 27

/** Indexes of the places in the order of the curve, places of one cell as they came. Pairs lie in turn. */
export function hilbertOrder(points: Int32Array | Float64Array): Uint32Array {
  const count = points.length / 2
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < count; i++) {
    west = Math.min(west, points[2 * i]!)
    east = Math.max(east, points[2 * i]!)
    south = Math.min(south, points[2 * i + 1]!)
    north = Math.max(north, points[2 * i + 1]!)
  }
  const scale = (CELLS - 1) / Math.max(east - west, north - south, 1e-9)
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const cell = alongCurve(
      Math.round((points[2 * i]! - west) * scale),
      Math.round((points[2 * i + 1]! - south) * scale),
    )
    keys[i] = cell * MOST_PLACES + i
  }
  keys.sort()
  return Uint32Array.from(keys, (key) => key % MOST_PLACES)
}

/** Number of a cell along the curve (Lam and Shapiro 1994). */
function alongCurve(column: number, row: number): number {
  let [x, y, along] = [column, row, 0]
  for (let side = CELLS / 2; side > 0; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0
    const up = (y & side) > 0 ? 1 : 0
    along += side * side * ((3 * right) ^ up)
    if (up === 1) continue
    if (right === 1) {
      x = CELLS - 1 - x
      y = CELLS - 1 - y
    }
    const swapped = x
    x = y
    y = swapped
  }
  return along
}
