// How does a row lie in the history, so that it can be shown, compared and put back as it was?
//
// A GeoJSON feature whose properties are the cells themselves: lists stay joined, hidden columns stay in.
import type Database from 'better-sqlite3'
import type { RowFeature } from '#geodata/contract/history.ts'
import { encodeGeometry, type Geometry } from '#geodata/formats/geopackage-geometry.ts'
import { boundsOf } from '#geodata/geometry/bounds.ts'
import type { Cell } from '#server/store/sqlite/geopackage.ts'
import {
  camel,
  idColumn,
  idOf,
  placeIn,
  type Row,
  toProperties,
  UNREADABLE,
} from '#server/store/sqlite/rows.ts'
import { build, firstOf, putRow, run } from '#server/store/sqlite/statements.ts'

export type RowDocument = {
  type: 'Feature'
  id: string
  /** Its place in the layer; absent in documents of older copies. */
  fid?: number
  geometry: Geometry | null
  /** A geometry that cannot be read, as it lies in the file, base64; then `geometry` is null. */
  unreadable?: string
  properties: Record<string, Cell>
}

export function documentOf(row: Row): RowDocument {
  const { fid, geom, ...cells } = row
  const geometry = placeIn(row)
  return {
    type: 'Feature',
    id: idOf(row),
    fid: Number(fid),
    ...(geometry === 'unreadable'
      ? { geometry: null, unreadable: Buffer.from(geom as Uint8Array).toString('base64') }
      : { geometry }),
    properties: Object.fromEntries(
      Object.entries(cells).map(([name, value]) => [camel(name), value as Cell]),
    ),
  }
}

/** As the API shows it. */
export function featureOf(document: RowDocument, columns: readonly string[]): RowFeature {
  const { id, geometry, unreadable } = document
  const cells = Object.fromEntries(
    columns
      .filter((name) => camel(name) in document.properties)
      .map((name) => [name, document.properties[camel(name)]]),
  )
  const fault = unreadable === undefined ? {} : { geometryFault: UNREADABLE }
  return { type: 'Feature', id, geometry, ...fault, properties: toProperties(cells) }
}

/** Whether two documents tell of the same row; a cell without a value counts as absent. */
export function sameDocument(a: RowDocument | null, b: RowDocument | null): boolean {
  return comparable(a) === comparable(b)
}

function comparable(document: RowDocument | null): string {
  if (document === null) return ''
  const cells = Object.entries(document.properties).filter(([, value]) => value !== null)
  cells.sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([document.id, document.geometry, document.unreadable, cells])
}

/** The row of that id, the first where a foreign program made several. */
export function rowAt(
  database: Database.Database,
  table: string,
  columns: readonly string[],
  id: string,
): Row | null {
  const column = idColumn(columns)
  const select = build.selectFrom(table).selectAll().orderBy('fid').limit(1)
  return firstOf(
    database,
    column ? select.where(column, '=', id) : select.where('fid', '=', Number(id.slice(1))),
  )
}

/** Makes the row what the document says (null: gone), where it lies; the row as it then is. */
export function putDocument(
  database: Database.Database,
  table: string,
  columns: readonly string[],
  present: Row | null,
  document: RowDocument | null,
): Row | null {
  if (document === null) {
    if (present) run(database, build.deleteFrom(table).where('fid', '=', present.fid))
    return null
  }
  const cells = Object.fromEntries(
    columns
      .filter((name) => name !== 'fid')
      .map((name) => [name, name === 'geom' ? blobOf(document) : cellOf(document, name)]),
  )
  if (present) return putRow(database, table, cells, present.fid)
  const place = document.fid ?? null
  const taken =
    place !== null &&
    firstOf(database, build.selectFrom(table).select('fid').where('fid', '=', place))
  return putRow(database, table, { ...cells, fid: taken ? null : place })
}

const cellOf = ({ properties }: RowDocument, name: string) => properties[camel(name)] ?? null
/** A place in words goes before one that nobody can read. */
const blobOf = ({ geometry, unreadable }: RowDocument) => {
  if (geometry) return encodeGeometry(geometry, boundsOf(geometry))
  return unreadable === undefined ? null : Buffer.from(unreadable, 'base64')
}
