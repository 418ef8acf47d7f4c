// The shapes of a Shapefile and the index to them; a row without a place has the empty shape.
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'

export type ShapeKind = 'points' | 'multipoints' | 'lines' | 'areas'

const KINDS: Readonly<Record<Geometry['type'], ShapeKind>> = {
  Point: 'points',
  MultiPoint: 'multipoints',
  LineString: 'lines',
  MultiLineString: 'lines',
  Polygon: 'areas',
  MultiPolygon: 'areas',
}
const CODES: Readonly<Record<ShapeKind, number>> = { points: 1, lines: 3, areas: 5, multipoints: 8 }
const HEAD_BYTES = 100
const FILE_CODE = 9994
const VERSION = 1000

export const shapeKindOf = ({ type }: Geometry): ShapeKind => KINDS[type]

type Position = readonly number[]
type Bytes = Uint8Array<ArrayBuffer>

export function shapeWriter(kind: ShapeKind) {
  const shapes: Bytes[] = []
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  return {
    add: (geometry: Geometry | null) => {
      const shape = geometry ? shapeOf(kind, geometry) : new Uint8Array(4)
      if (geometry) widen(box, boundsOf(positionsIn(geometry)))
      shapes.push(shape)
    },
    shapes: (): Bytes => {
      const length = HEAD_BYTES + shapes.reduce((sum, shape) => sum + 8 + shape.length, 0)
      const all = head(kind, length, box)
      const view = new DataView(all.buffer)
      let at = HEAD_BYTES
      for (const [index, shape] of shapes.entries()) {
        view.setInt32(at, index + 1)
        view.setInt32(at + 4, shape.length / 2)
        all.set(shape, at + 8)
        at += 8 + shape.length
      }
      return all
    },
    index: (): Bytes => {
      const all = head(kind, HEAD_BYTES + 8 * shapes.length, box)
      const view = new DataView(all.buffer)
      let at = HEAD_BYTES
      for (const [index, shape] of shapes.entries()) {
        // Lengths and places are counted in words of two bytes.
        view.setInt32(HEAD_BYTES + 8 * index, at / 2)
        view.setInt32(HEAD_BYTES + 8 * index + 4, shape.length / 2)
        at += 8 + shape.length
      }
      return all
    },
  }
}

function head(kind: ShapeKind, length: number, box: readonly number[]): Bytes {
  const all = new Uint8Array(length)
  const view = new DataView(all.buffer)
  view.setInt32(0, FILE_CODE)
  view.setInt32(24, length / 2)
  view.setInt32(28, VERSION, true)
  view.setInt32(32, CODES[kind], true)
  for (const [at, edge] of box.entries()) {
    view.setFloat64(36 + 8 * at, Number.isFinite(edge) ? edge : 0, true)
  }
  return all
}

function shapeOf(kind: ShapeKind, geometry: Geometry): Bytes {
  const positions = positionsIn(geometry)
  if (kind === 'points') {
    const all = new Uint8Array(20)
    const view = new DataView(all.buffer)
    view.setInt32(0, CODES.points, true)
    putPositions(view, 4, positions.slice(0, 1))
    return all
  }
  const parts = kind === 'multipoints' ? [] : partsOf(geometry)
  const corners = kind === 'multipoints' ? positions : parts.flat()
  const partBytes = kind === 'multipoints' ? 0 : 4 + 4 * parts.length
  const all = new Uint8Array(4 + 32 + 4 + partBytes + 16 * corners.length)
  const view = new DataView(all.buffer)
  view.setInt32(0, CODES[kind], true)
  for (const [at, edge] of boundsOf(corners).entries()) view.setFloat64(4 + 8 * at, edge, true)
  let at = 36
  if (kind !== 'multipoints') {
    view.setInt32(at, parts.length, true)
    at += 4
  }
  view.setInt32(at, corners.length, true)
  at += 4
  let first = 0
  for (const part of parts) {
    view.setInt32(at, first, true)
    first += part.length
    at += 4
  }
  putPositions(view, at, corners)
  return all
}

function putPositions(view: DataView, from: number, positions: readonly Position[]): void {
  for (const [index, [lng = 0, lat = 0]] of positions.entries()) {
    view.setFloat64(from + 16 * index, lng, true)
    view.setFloat64(from + 16 * index + 8, lat, true)
  }
}

/** Lines as they run; rings of areas clockwise around, the other way in holes. */
function partsOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
      return geometry.coordinates
    case 'Polygon':
      return wound(geometry.coordinates)
    case 'MultiPolygon':
      return geometry.coordinates.flatMap(wound)
    default:
      return []
  }
}

const wound = (rings: readonly (readonly Position[])[]) =>
  rings.map((ring, at) => (isClockwise(ring) === (at === 0) ? ring : ring.toReversed()))

function isClockwise(ring: readonly Position[]): boolean {
  let twice = 0
  for (let at = 1; at < ring.length; at++) {
    const [[x = 0, y = 0], [nextX = 0, nextY = 0]] = [ring[at - 1] ?? [], ring[at] ?? []]
    twice += (nextX - x) * (nextY + y)
  }
  return twice > 0
}

function positionsIn({ coordinates }: Geometry): Position[] {
  const walk = (value: unknown): Position[] =>
    Array.isArray(value) && typeof value[0] === 'number'
      ? [value]
      : (value as unknown[]).flatMap(walk)
  return walk(coordinates)
}

function boundsOf(positions: readonly Position[]): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng = 0, lat = 0] of positions) widen(box, [lng, lat, lng, lat])
  return box
}

function widen(box: number[], [west = 0, south = 0, east = 0, north = 0]: readonly number[]): void {
  box[0] = Math.min(box[0] ?? west, west)
  box[1] = Math.min(box[1] ?? south, south)
  box[2] = Math.max(box[2] ?? east, east)
  box[3] = Math.max(box[3] ?? north, north)
}
