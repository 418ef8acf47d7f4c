// Where does a line on the ground lie in a tile of a web map, and what of it is drawn there?
//
// Tiles are squares of the Web Mercator plane, 2^z of them a side, counted from the north-west. Inside
// one, x runs east and y south, 0 … TILE_UNITS; a buffer around it lets a line's edge come out whole.

export const TILE_UNITS = 4096

export type TileKey = { z: number; x: number; y: number }
/** In units of one tile. */
export type TilePoint = [x: number, y: number]

/** West, south, east, north in degrees of a tile and so many units around it. */
export function boundsOfTile(
  { z, x, y }: TileKey,
  bufferUnits: number,
): [number, number, number, number] {
  const margin = bufferUnits / TILE_UNITS
  const lng = (column: number) => (column / 2 ** z) * 360 - 180
  const lat = (row: number) =>
    (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI
  return [lng(x - margin), lat(y + 1 + margin), lng(x + 1 + margin), lat(y - margin)]
}

/** From degrees to units of the tile, not rounded; places outside lie below 0 or beyond TILE_UNITS. */
export function projection({ z, x, y }: TileKey): (lng: number, lat: number) => TilePoint {
  const units = TILE_UNITS * 2 ** z
  return (lng, lat) => {
    const sine = Math.sin((lat * Math.PI) / 180)
    const down = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
    return [(lng / 360 + 0.5) * units - x * TILE_UNITS, down * units - y * TILE_UNITS]
  }
}

/** Keeps its ends and whatever lies farther than `toleranceUnits` from the rest (Douglas and Peucker). */
export function simplified(line: readonly TilePoint[], toleranceUnits: number): TilePoint[] {
  const kept = new Uint8Array(line.length)
  kept[0] = 1
  kept[line.length - 1] = 1
  const waiting: [first: number, last: number][] = [[0, line.length - 1]]
  for (let span = waiting.pop(); span; span = waiting.pop()) {
    const [first, last] = span
    let farthest = toleranceUnits ** 2
    let at = -1
    for (let i = first + 1; i < last; i++) {
      const square = squareToSegment(line[i], line[first], line[last])
      if (square <= farthest) continue
      farthest = square
      at = i
    }
    if (at < 0) continue
    kept[at] = 1
    waiting.push([first, at], [at, last])
  }
  return line.filter((_, i) => kept[i] === 1)
}

const ORIGIN: TilePoint = [0, 0]

function squareToSegment([x, y] = ORIGIN, [fromX, fromY] = ORIGIN, [toX, toY] = ORIGIN): number {
  const [dx, dy] = [toX - fromX, toY - fromY]
  const length = dx * dx + dy * dy
  const along =
    length > 0 ? Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / length)) : 0
  return (fromX + along * dx - x) ** 2 + (fromY + along * dy - y) ** 2
}

/** The parts of a line in the tile and its buffer, in whole units; a part shorter than one is none. */
export function partsInTile(line: readonly TilePoint[], bufferUnits: number): TilePoint[][] {
  const parts: TilePoint[][] = []
  const [low, high] = [-bufferUnits, TILE_UNITS + bufferUnits]
  const box: PlaneBox = [low, low, high, high]
  let part: TilePoint[] = []
  const end = () => {
    if (part.length > 1) parts.push(part)
    part = []
  }
  const add = ([x, y]: TilePoint) => {
    const [wholeX, wholeY] = [Math.round(x), Math.round(y)]
    const last = part.at(-1)
    if (last?.[0] !== wholeX || last[1] !== wholeY) part.push([wholeX, wholeY])
  }
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1] ?? ORIGIN, line[i] ?? ORIGIN]
    const span = spanInBox(from, to, box)
    if (!span) {
      end()
      continue
    }
    const [enter, leave] = span
    if (enter > 0) end()
    add(between(from, to, enter))
    add(between(from, to, leave))
    if (leave < 1) end()
  }
  end()
  return parts
}

function between(from: TilePoint, to: TilePoint, share: number): TilePoint {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
}

/** Left, top, right, bottom. */
export type PlaneBox = readonly [number, number, number, number]

/** The shares of a stretch at which it enters and leaves a box (Liang and Barsky). */
export function spanInBox(
  from: TilePoint,
  to: TilePoint,
  box: PlaneBox,
): [enter: number, leave: number] | null {
  let [enter, leave] = [0, 1]
  for (const axis of [0, 1] as const) {
    const [low, high] = [box[axis], box[axis + 2] ?? 0]
    const step = to[axis] - from[axis]
    if (step === 0) {
      if (from[axis] < low || from[axis] > high) return null
      continue
    }
    const [a, b] = [(low - from[axis]) / step, (high - from[axis]) / step]
    enter = Math.max(enter, Math.min(a, b))
    leave = Math.min(leave, Math.max(a, b))
  }
  return enter <= leave ? [enter, leave] : null
}
