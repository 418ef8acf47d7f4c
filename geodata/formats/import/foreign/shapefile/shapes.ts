// Which shape is each record of a .shp file? ESRI Shapefile Technical Description (1998); heights are left out.
//
//   head of 100 bytes │ number, length (big-endian, in words of 2 bytes) │ type, box, parts, points (little-endian) │ …
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import type { Bytes } from '#geodata/formats/import/foreign/byte-file.ts'
import { broken } from '#geodata/formats/import/foreign/read-refusal.ts'
import { polygonsOf } from '#geodata/formats/import/foreign/shapefile/polygons-of.ts'
import { ByteSource } from '#geodata/formats/osm/byte-source.ts'

/** `bad`: no numbers, or not all there; `other`: a patch in space; `cut-off`: the file ends within it. */
export type Shape = Geometry | null | 'bad' | 'other'

const HEAD_BYTES = 100
const FILE_CODE = 9994
const POINTS = new Set([1, 11, 21])
const MULTI_POINTS = new Set([8, 18, 28])
const LINES = new Set([3, 13, 23])
const AREAS = new Set([5, 15, 25])
const PATCH = 31

/** Each record in the order of the file; returns whether the file came to its end. */
export async function* shapesIn(
  chunks: AsyncIterable<Bytes>,
  allowance: Allowance,
): AsyncGenerator<Shape, 'whole' | 'cut-off', undefined> {
  const source = new ByteSource(chunks)
  try {
    const head = viewOf(await source.take(HEAD_BYTES))
    if (head.byteLength < HEAD_BYTES || head.getInt32(0) !== FILE_CODE) {
      throw broken({ zh: '.shp 的文件头不对', en: 'the .shp has a wrong head' })
    }
    for (;;) {
      const recordHead = viewOf(await source.take(8))
      if (recordHead.byteLength === 0) return 'whole'
      if (recordHead.byteLength < 8) return 'cut-off'
      const bytes = recordHead.getInt32(4) * 2
      if (bytes < 4) {
        throw broken({
          zh: '.shp 里有一条记录的长度不对',
          en: 'a record of the .shp has a wrong length',
        })
      }
      allowance.text(bytes)
      const content = await source.take(bytes)
      if (content.length < bytes) return 'cut-off'
      yield shapeIn(viewOf(content))
    }
  } finally {
    await source.close()
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export function shapeIn(view: DataView): Shape {
  try {
    return readShape(view)
  } catch (error) {
    // It says that it has more points than it has bytes.
    if (error instanceof RangeError) return 'bad'
    throw error
  }
}

function readShape(view: DataView): Shape {
  const type = view.getInt32(0, true)
  if (type === 0) return null
  if (type === PATCH) return 'other'
  if (POINTS.has(type)) return pointShape(positionAt(view, 4))
  if (MULTI_POINTS.has(type)) {
    const points = positionsAt(view, 40, view.getUint32(36, true))
    if (!areNumbers(points)) return 'bad'
    return points.length === 0 ? null : { type: 'MultiPoint', coordinates: points }
  }
  if (!LINES.has(type) && !AREAS.has(type)) return 'other'
  const parts = partsIn(view)
  if (!parts?.every(areNumbers)) return 'bad'
  const lines = parts.filter((part) => part.length > 1)
  const [first] = lines
  if (!first) return null
  if (AREAS.has(type)) return polygonsOf(lines)
  return lines.length === 1
    ? { type: 'LineString', coordinates: first }
    : { type: 'MultiLineString', coordinates: lines }
}

/** A point of no number is an empty one where both say so. */
function pointShape(position: number[]): Shape {
  if (position.every(Number.isNaN)) return null
  return position.every(Number.isFinite) ? { type: 'Point', coordinates: position } : 'bad'
}

const areNumbers = (points: number[][]) => points.every((one) => one.every(Number.isFinite))

function partsIn(view: DataView): number[][][] | null {
  const partCount = view.getUint32(36, true)
  const pointCount = view.getUint32(40, true)
  const pointsAt = 44 + partCount * 4
  if (pointsAt + pointCount * 16 > view.byteLength) return null
  const parts: number[][][] = []
  for (let part = 0; part < partCount; part++) {
    const from = view.getUint32(44 + part * 4, true)
    const to = part + 1 < partCount ? view.getUint32(48 + part * 4, true) : pointCount
    if (from > to || to > pointCount) return null
    parts.push(positionsAt(view, pointsAt + from * 16, to - from))
  }
  return parts
}

function positionsAt(view: DataView, at: number, count: number): number[][] {
  if (at + count * 16 > view.byteLength) throw new RangeError('More points than bytes.')
  const positions: number[][] = []
  for (let index = 0; index < count; index++) positions.push(positionAt(view, at + index * 16))
  return positions
}

const positionAt = (view: DataView, at: number) => [
  view.getFloat64(at, true),
  view.getFloat64(at + 8, true),
]
