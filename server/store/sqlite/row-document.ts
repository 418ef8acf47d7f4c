// How does a row lie in the history, so that it can be shown, compared and put back as it was?
//
// A GeoJSON feature whose properties are the cells themselves: lists stay joined, hidden columns stay in.
import type Database from 'better-sqlite3'
import type { RowFeature } from '#geodata/contract/history.ts'
import {
  decodeGeometry,
  encodeGeometry,
  type Geometry,
} from '#geodata/formats/geopackage-geometry.ts'
import { boundsOf } from '#geodata/geometry/bounds.ts'
import type { Cell } from '#server/store/sqlite/geopackage.ts'
import { camel, idColumn, idOf, type Row, toProperties } from '#server/store/sqlite/rows.ts'

export type RowDocument = {
  type: 'Feature'
  id: string
  /** Its place in the layer; absent in documents of older copies. */
  fid?: number
  geometry: Geometry | null
  properties: Record<string, Cell>
}

export function documentOf(row: Row): RowDocument {
  const { fid, geom, ...cells } = row
  return {
    type: 'Feature',
    id: idOf(row),
    fid: Number(fid),
    geometry: geom instanceof Uint8Array ? decodeGeometry(geom) : null,
    properties: Object.fromEntries(
      Object.entries(cells).map(([name, value]) => [camel(name), value as Cell]),
    ),
  }
}

/** As the API shows it. */
export function featureOf(document: RowDocument, columns: readonly string[]): RowFeature {
  const { id, geometry } = document
  const cells = Object.fromEntries(
    columns
      .filter((name) => camel(name) in document.properties)
      .map((name) => [name, document.properties[camel(name)]]),
  )
  return { type: 'Feature', id, geometry, properties: toProperties(cells) }
}

/** Whether two documents tell of the same row; a cell without a value counts as absent. */
export function sameDocument(a: RowDocument | null, b: RowDocument | null): boolean {
  return comparable(a) === comparable(b)
}

function comparable(document: RowDocument | null): string {
  if (document === null) return ''
  const cells = Object.entries(document.properties).filter(([, value]) => value !== null)
  cells.sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([document.id, document.geometry, cells])
}

/** The row of that id, the first where a foreign program made several. */
export function rowAt(
  database: Database.Database,
  table: string,
  columns: readonly string[],
  id: string,
): Row | null {
  const column = idColumn(columns)
  const [where, value] = column ? [`"${column}" = ?`, id] : ['fid = ?', Number(id.slice(1))]
  const row = database.prepare(`SELECT * FROM "${table}" WHERE ${where} ORDER BY fid LIMIT 1`)
  return (row.get(value) as Row | undefined) ?? null
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
    if (present) database.prepare(`DELETE FROM "${table}" WHERE fid = ?`).run(present.fid)
    return null
  }
  const written = columns.filter((name) => name !== 'fid')
  const values = written.map((name) => {
    if (name !== 'geom') return document.properties[camel(name)] ?? null
    return document.geometry && encodeGeometry(document.geometry, boundsOf(document.geometry))
  })
  const names = written.map((name) => `"${name}"`).join(',')
  const marks = written.map(() => '?').join(',')
  if (present) {
    const sql = `UPDATE "${table}" SET (${names}) = (${marks}) WHERE fid = ? RETURNING *`
    return database.prepare(sql).get(...values, present.fid) as Row
  }
  const taken = database.prepare(`SELECT 1 FROM "${table}" WHERE fid = ?`).get(document.fid ?? null)
  const sql = `INSERT INTO "${table}" (${names}, fid) VALUES (${marks}, ?) RETURNING *`
  return database.prepare(sql).get(...values, taken ? null : (document.fid ?? null)) as Row
}
