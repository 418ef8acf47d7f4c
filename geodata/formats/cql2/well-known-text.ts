// A geometry as it is written in a filter (well-known text, OGC 06-103r4), with or without heights.
import { Cql2Fault } from '#geodata/formats/cql2/expression.ts'
import type { TokenReader } from '#geodata/formats/cql2/token-reader.ts'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'

/** By its name in the text: how it is called in GeoJSON, and how many brackets lie around a corner. */
export const WELL_KNOWN_TYPES: Readonly<Record<string, { type: string; depth: number }>> = {
  POINT: { type: 'Point', depth: 0 },
  LINESTRING: { type: 'LineString', depth: 1 },
  POLYGON: { type: 'Polygon', depth: 2 },
  MULTIPOINT: { type: 'MultiPoint', depth: 1 },
  MULTILINESTRING: { type: 'MultiLineString', depth: 2 },
  MULTIPOLYGON: { type: 'MultiPolygon', depth: 3 },
  GEOMETRYCOLLECTION: { type: 'GeometryCollection', depth: 0 },
}

/** What follows its name. */
export function readWellKnownText(reader: TokenReader, name: string): Geometry {
  const known = WELL_KNOWN_TYPES[name]
  if (!known) throw reader.unexpected('a geometry', '几何')
  reader.took('z')
  if (reader.is('empty')) {
    throw new Cql2Fault({
      en: `${name} EMPTY holds no place to compare with.`,
      zh: `${name} EMPTY 没有位置，无法比较。`,
    })
  }
  reader.need('(')
  const geometry =
    name === 'GEOMETRYCOLLECTION'
      ? { type: known.type, geometries: parts(reader, () => member(reader)) }
      : { type: known.type, coordinates: coordinates(reader, known.depth, name === 'MULTIPOINT') }
  reader.need(')')
  return geometry as Geometry
}

function member(reader: TokenReader): Geometry {
  const name = reader.token.value.toUpperCase()
  if (!WELL_KNOWN_TYPES[name]) throw reader.unexpected('a geometry', '几何')
  reader.took(name.toLowerCase())
  return readWellKnownText(reader, name)
}

/** Inside the first bracket. */
function coordinates(reader: TokenReader, depth: number, mayBracket: boolean): unknown {
  if (depth === 0) return corner(reader)
  return parts(reader, () => {
    const isBracketed = depth > 1 || (mayBracket && reader.is('('))
    if (!isBracketed) return corner(reader)
    reader.need('(')
    const inner = coordinates(reader, depth - 1, false)
    reader.need(')')
    return inner
  })
}

function parts<T>(reader: TokenReader, one: () => T): T[] {
  const list = [one()]
  while (reader.took(',')) list.push(one())
  return list
}

function corner(reader: TokenReader): number[] {
  const numbers = [reader.number(), reader.number()]
  if (reader.token.kind === 'number' || reader.is('-')) numbers.push(reader.number())
  return numbers
}
