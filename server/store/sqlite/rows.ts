// How does a row of the database become a feature, and a property's name a column's?
import { createHash } from 'node:crypto'
import { READABLE_IDS } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { type Geometry, geometryIn } from '#geodata/formats/geopackage-geometry.ts'

export type Row = Record<string, unknown>

/** Columns that hold several values, joined by ";". */
export const LIST_COLUMNS = new Set([
  'segment_ids',
  'systems',
  'product_ids',
  'anchor_companies',
  'from_ids',
  'to_ids',
  'city_pairs',
])
/** Columns for the store alone; `version` and `editor` stand in copies made before edits had a history. */
export const NEVER_SHOWN = new Set(['fid', 'geom', 'version', 'editor', 'adcode_note'])

/** Columns that tell the rows of a table apart, the first that it has. */
const ID_COLUMNS = ['id', 'row_id']

/** Null: a table without ids. */
export function idColumn(columns: readonly string[]): string | null {
  return ID_COLUMNS.find((name) => columns.includes(name)) ?? null
}

/** A row without an id of its own is identified by its place in the file. */
export function idOf(row: Row): string {
  const column = idColumn(Object.keys(row))
  return column ? String(row[column]) : `#${row.fid}`
}

export function tableOf(collection: string): string {
  return collection.replaceAll('-', '_')
}

/** The table's own name where it is no collection. */
export function collectionOf(table: string): string {
  return READABLE_IDS.find((id) => tableOf(id) === table) ?? table
}

export function toFeature(row: Row): RowFeature {
  const geometry = placeIn(row)
  const feature = { type: 'Feature' as const, id: idOf(row), properties: toProperties(row) }
  return geometry === 'unreadable'
    ? { ...feature, geometry: null, geometryFault: UNREADABLE }
    : { ...feature, geometry }
}

export const UNREADABLE: Bilingual = {
  zh: '图形无法读取，已原样保留',
  en: 'Unreadable geometry, left as it was',
}

/** What lies in the row's cell of geometry. */
export function placeIn({ geom }: Row): Geometry | null | 'unreadable' {
  return geom instanceof Uint8Array ? geometryIn(geom) : null
}

export function toProperties(row: Row): Record<string, unknown> {
  const properties: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) {
    if (NEVER_SHOWN.has(name)) continue
    properties[camel(name)] = LIST_COLUMNS.has(name)
      ? String(value ?? '')
          .split(';')
          .filter(Boolean)
      : value
  }
  return properties
}

export function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

export function snake(name: string): string {
  return name.replace(/[A-Z]|2025/g, (letter) => `_${letter.toLowerCase()}`)
}

export const NOTHING = ''

/** Equal for equal rows, NOTHING for none; a column without a value counts as absent, as one the copy gains later. */
export function fingerprint(rows: Row[]): string {
  if (rows.length === 0) return NOTHING
  const hash = createHash('sha256')
  for (const { fid: _, ...row } of rows) {
    const cells = Object.entries(row).filter(([, value]) => value !== null)
    cells.sort(([a], [b]) => (a < b ? -1 : 1))
    hash.update(JSON.stringify(cells.map(([name, value]) => [name, plain(value)]))).update('\n')
  }
  return hash.digest('hex').slice(0, 32)
}

const plain = (value: unknown) => (Buffer.isBuffer(value) ? value.toString('base64') : value)
