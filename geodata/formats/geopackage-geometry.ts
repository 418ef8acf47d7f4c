// How does a GeoJSON geometry lie in a GeoPackage, and back?
//
// A blob is the GeoPackage header ("GP", version, flags, srs, envelope) followed by ISO WKB; all
// little-endian, two dimensions.  OGC 12-128r18, clause 2.1.3.

export type Geometry =
  | { type: 'Point'; coordinates: number[] }
  | { type: 'LineString'; coordinates: number[][] }
  | { type: 'MultiPoint'; coordinates: number[][] }
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiLineString'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] }

const WKB_TYPE = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
} as const
const WGS84 = 4326
const ENVELOPE_XY_LITTLE_ENDIAN = 0b0000_0011

type Bounds = readonly [west: number, south: number, east: number, north: number]

/** `bounds` is the smallest box around the geometry, written for readers that skip what is far. */
export function encodeGeometry(geometry: Geometry, [west, south, east, north]: Bounds): Uint8Array {
  const bytes: number[] = []
  const scratch = new DataView(new ArrayBuffer(8))
  const push = (count: number) => {
    for (let i = 0; i < count; i++) bytes.push(scratch.getUint8(i))
  }
  const int = (value: number) => {
    scratch.setUint32(0, value, true)
    push(4)
  }
  const double = (value: number) => {
    scratch.setFloat64(0, value, true)
    push(8)
  }
  const point = (position: number[]) => {
    double(position[0] ?? Number.NaN)
    double(position[1] ?? Number.NaN)
  }
  const line = (positions: number[][]) => {
    int(positions.length)
    positions.forEach(point)
  }
  const polygon = (rings: number[][][]) => {
    int(rings.length)
    rings.forEach(line)
  }
  const head = (type: keyof typeof WKB_TYPE) => {
    bytes.push(1)
    int(WKB_TYPE[type])
  }
  const many = <T>(parts: T[], type: keyof typeof WKB_TYPE, write: (part: T) => void) => {
    int(parts.length)
    for (const part of parts) {
      head(type)
      write(part)
    }
  }
  bytes.push(0x47, 0x50, 0, ENVELOPE_XY_LITTLE_ENDIAN)
  int(WGS84)
  for (const edge of [west, east, south, north]) double(edge)
  head(geometry.type)
  if (geometry.type === 'Point') point(geometry.coordinates)
  else if (geometry.type === 'LineString') line(geometry.coordinates)
  else if (geometry.type === 'Polygon') polygon(geometry.coordinates)
  else if (geometry.type === 'MultiPoint') many(geometry.coordinates, 'Point', point)
  else if (geometry.type === 'MultiLineString') many(geometry.coordinates, 'LineString', line)
  else many(geometry.coordinates, 'Polygon', polygon)
  return Uint8Array.from(bytes)
}

const ENVELOPE_DOUBLES = [0, 4, 6, 6, 8]

/** Throws when the blob is not a two-dimensional GeoPackage geometry of a known type. */
export function decodeGeometry(blob: Uint8Array): Geometry {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength)
  if (blob[0] !== 0x47 || blob[1] !== 0x50) {
    throw new Error('Geometry blob does not start with "GP"; expected a GeoPackage geometry.')
  }
  let at = 8 + (ENVELOPE_DOUBLES[((blob[3] ?? 0) >> 1) & 7] ?? 0) * 8
  let little = true
  const int = () => {
    at += 4
    return view.getUint32(at - 4, little)
  }
  const double = () => {
    at += 8
    return view.getFloat64(at - 8, little)
  }
  const times = <T>(read: () => T): T[] => Array.from({ length: int() }, read)
  const point = () => [double(), double()]
  const line = () => times(point)
  const polygon = () => times(line)
  const head = () => {
    little = view.getUint8(at) === 1
    at += 1
    return int()
  }
  const inner = <T>(read: () => T) =>
    times(() => {
      head()
      return read()
    })
  const type = head()
  if (type === 1) return { type: 'Point', coordinates: point() }
  if (type === 2) return { type: 'LineString', coordinates: line() }
  if (type === 3) return { type: 'Polygon', coordinates: polygon() }
  if (type === 4) return { type: 'MultiPoint', coordinates: inner(point) }
  if (type === 5) return { type: 'MultiLineString', coordinates: inner(line) }
  if (type === 6) return { type: 'MultiPolygon', coordinates: inner(polygon) }
  throw new Error(`Geometry type ${type} came; expected WKB types 1 to 6.`)
}
