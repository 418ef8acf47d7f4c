// How does a GeoJSON geometry lie in a GeoPackage, and back?
//
// A blob is the GeoPackage header ("GP", version, flags, srs, envelope) followed by ISO WKB.
// OGC 12-128r18, clause 2.1.3. Written little-endian in two dimensions; read in either order, and of
// heights and measures, which other programs may write, nothing is taken.

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
const HEADER_BYTES = 8
const IS_EMPTY = 0b0001_0000
/** ISO WKB: 1 is a point, 1001 one with height, 2001 with measure, 3001 with both. */
const DIMENSION_STEP = 1000
const DOUBLES_PER_POSITION = [2, 3, 3, 4]
const COLLECTION = 7
const TRIANGLE = 17

/** `unreadable`: no GeoPackage geometry, cut off, or of a kind that neither GeoJSON nor this map has. */
export function geometryIn(blob: Uint8Array): Geometry | null | 'unreadable' {
  try {
    return decodeGeometry(blob)
  } catch {
    return 'unreadable'
  }
}

/** The box that the blob itself tells; null where it tells none. */
export function boxIn(blob: Uint8Array): Bounds | null {
  const flags = blob[3] ?? 0
  const doubles = ENVELOPE_DOUBLES[(flags >> 1) & 7] ?? 0
  if (doubles === 0 || flags & IS_EMPTY || blob.length < HEADER_BYTES + doubles * 8) return null
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength)
  const edge = (index: number) => view.getFloat64(HEADER_BYTES + index * 8, (flags & 1) === 1)
  return [edge(0), edge(2), edge(1), edge(3)]
}

/**
 * Null for an empty geometry of any type. Curves and surfaces made of straight lines, and collections of one
 * kind, are read as what they are; throws when the blob is none of GeoPackage, holds an arc, or a collection
 * of several kinds, which nothing here draws.
 */
export function decodeGeometry(blob: Uint8Array): Geometry | null {
  if (blob[0] !== 0x47 || blob[1] !== 0x50) {
    throw new Error('Geometry blob does not start with "GP"; expected a GeoPackage geometry.')
  }
  const flags = blob[3] ?? 0
  if (flags & IS_EMPTY) return null
  const geometry = readGeometry(blob, HEADER_BYTES + (ENVELOPE_DOUBLES[(flags >> 1) & 7] ?? 0) * 8)
  return geometry && isPlaced(geometry.coordinates) ? geometry : null
}

/** An empty point is one of NaN, an empty line or area one without positions. */
function isPlaced(coordinates: unknown[]): boolean {
  return coordinates.some((part) => (Array.isArray(part) ? isPlaced(part) : !Number.isNaN(part)))
}

function readGeometry(blob: Uint8Array, start: number): Geometry | null {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength)
  let at = start
  let little = true
  let doubles = 2
  const int = () => {
    at += 4
    return view.getUint32(at - 4, little)
  }
  const double = () => {
    at += 8
    return view.getFloat64(at - 8, little)
  }
  const times = <T>(read: () => T): T[] => Array.from({ length: int() }, read)
  const point = () => {
    const position = [double(), double()]
    at += (doubles - 2) * 8
    return position
  }
  const line = () => times(point)
  const polygon = () => times(line)
  const head = () => {
    little = view.getUint8(at) === 1
    at += 1
    const type = int()
    doubles = DOUBLES_PER_POSITION[Math.floor(type / DIMENSION_STEP)] ?? 2
    return type
  }
  const inner = <T extends unknown[]>(read: () => T) =>
    times(() => {
      head()
      return read()
    }).filter(isPlaced)
  const read = (): Geometry | null => {
    const type = head()
    switch (type % DIMENSION_STEP) {
      case 1:
        return { type: 'Point', coordinates: point() }
      case 2:
        return { type: 'LineString', coordinates: line() }
      case 3:
      case TRIANGLE:
        return { type: 'Polygon', coordinates: polygon() }
      case 4:
        return { type: 'MultiPoint', coordinates: inner(point) }
      case 5:
        return { type: 'MultiLineString', coordinates: inner(line) }
      case 6:
        return { type: 'MultiPolygon', coordinates: inner(polygon) }
    }
    const parts = PARTS[type % DIMENSION_STEP]
    // Collections, curves and surfaces all begin with a count of what they are made of.
    const count = type % DIMENSION_STEP >= COLLECTION ? int() : 0
    if (count === 0 && type % DIMENSION_STEP >= COLLECTION) return null
    if (!parts) throw new Error(`Geometry type ${type} came; none of those that are read.`)
    return parts(Array.from({ length: count }, read).filter((part) => part !== null))
  }
  return read()
}

/** What the parts of a collection, a curve or a surface make together. */
const PARTS: Record<number, (parts: Geometry[]) => Geometry> = {
  7: together,
  9: (parts) => ({ type: 'LineString', coordinates: joined(parts) }),
  10: (parts) => ({ type: 'Polygon', coordinates: parts.map((part) => joined([part])) }),
  11: together,
  12: together,
  15: together,
  16: together,
}

/** Parts of one kind as several of it. */
function together(parts: Geometry[]): Geometry {
  const flat = parts.flatMap((part): Geometry[] => {
    if (part.type === 'MultiPoint')
      return part.coordinates.map((coordinates) => ({ type: 'Point', coordinates }))
    if (part.type === 'MultiLineString')
      return part.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }))
    if (part.type === 'MultiPolygon')
      return part.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
    return [part]
  })
  const kinds = new Set(flat.map(({ type }) => type))
  const [first] = flat
  if (!first || kinds.size > 1) {
    throw new Error(`A collection of ${[...kinds].join(', ')} came; expected one kind.`)
  }
  return {
    type: `Multi${first.type}`,
    coordinates: flat.map((part) => part.coordinates),
  } as Geometry
}

/** Lines that go on where the one before ends, as one. */
function joined(parts: Geometry[]): number[][] {
  return parts.flatMap((part, index) => {
    if (part.type !== 'LineString') throw new Error(`${part.type} came as a part of a line.`)
    return index === 0 ? part.coordinates : part.coordinates.slice(1)
  })
}
