// Which of many places lie in an area? For areas that change many times a second while the places stay.
//
// A ray from each place to the east crosses the outlines an odd number of times where the place is inside. An edge is
// held against those places alone whose latitude it passes: they lie sorted, behind a table of even rows.
import type { LngLat } from '#geodata/model/lng-lat.ts'

const ROWS = 4096

export type PlacesByLatitude = {
  /** South to north. */
  readonly latitudes: Float64Array
  readonly longitudes: Float64Array
  /** Which of the places it is, as they were given. */
  readonly indices: Uint32Array
  /** The first place of each row or of those north of it; one more than there are rows. */
  readonly firstOfRow: Uint32Array
  readonly south: number
  readonly rowsPerDegree: number
}

export function placesByLatitude(places: readonly LngLat[]): PlacesByLatitude {
  const indices = Uint32Array.from(places.keys()).sort((a, b) => latitudeOf(a) - latitudeOf(b))
  function latitudeOf(index: number): number {
    return places[index]?.[1] ?? 0
  }
  const latitudes = Float64Array.from(indices, latitudeOf)
  const longitudes = Float64Array.from(indices, (index) => places[index]?.[0] ?? 0)
  const south = latitudes[0] ?? 0
  const span = (latitudes.at(-1) ?? 0) - south
  const rowsPerDegree = span > 0 ? (ROWS - 1) / span : 0
  const firstOfRow = new Uint32Array(ROWS + 1).fill(latitudes.length)
  for (let at = latitudes.length - 1; at >= 0; at--) {
    firstOfRow[rowAt(latitudes[at] ?? 0, south, rowsPerDegree)] = at
  }
  for (let row = ROWS - 1; row >= 0; row--) {
    firstOfRow[row] = Math.min(firstOfRow[row] ?? 0, firstOfRow[row + 1] ?? 0)
  }
  return { latitudes, longitudes, indices, firstOfRow, south, rowsPerDegree }
}

/** Rings of an area: longitudes and latitudes in turn, each ring closed, and by polygon where its rings end among them. */
export type FlatArea = {
  readonly corners: Float64Array
  readonly ringEnds: readonly (readonly number[])[]
}

/**
 * One for each place, as they were given: 1 inside, 0 outside. Planar, degrees in. A place in a hole is outside; one
 * exactly on an outline may be told as either.
 */
export function marksInside(
  { latitudes, longitudes, indices, firstOfRow, south, rowsPerDegree }: PlacesByLatitude,
  { corners, ringEnds }: FlatArea,
): Uint8Array {
  const crossings = new Uint8Array(latitudes.length)
  let next = 0
  for (const end of ringEnds.flat()) {
    let x = corners[next] ?? 0
    let y = corners[next + 1] ?? 0
    for (next += 2; next < end; next += 2) {
      const [fromX, fromY] = [x, y]
      x = corners[next] ?? 0
      y = corners[next + 1] ?? 0
      const [low, high] = fromY < y ? [fromY, y] : [y, fromY]
      let at = firstOfRow[rowAt(low, south, rowsPerDegree)] ?? 0
      for (; at < latitudes.length; at++) {
        const latitude = latitudes[at] ?? 0
        if (latitude >= high) break
        if (latitude < low) continue
        const crossing = fromX + ((latitude - fromY) / (y - fromY)) * (x - fromX)
        if (crossing > (longitudes[at] ?? 0)) crossings[at] = (crossings[at] ?? 0) ^ 1
      }
    }
  }
  const inside = new Uint8Array(latitudes.length)
  indices.forEach((index, at) => {
    inside[index] = crossings[at] ?? 0
  })
  return inside
}

function rowAt(latitude: number, south: number, rowsPerDegree: number): number {
  const row = Math.floor((latitude - south) * rowsPerDegree)
  return row < 0 ? 0 : row < ROWS ? row : ROWS
}
