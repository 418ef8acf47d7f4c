// What counts as one row where copy and base are compared, and what was each when it came from the base?
//
// A row is told by its id. A table without ids is one row in this sense.
import type Database from 'better-sqlite3'
import { idColumn, type Row } from '#server/store/sqlite/rows.ts'

export type Schema = 'main' | 'base'
/** Rows by id; a table without ids has all of them under WHOLE_TABLE. */
export type Units = Map<string, Row[]>
/** Fingerprints of a row: as the base had it, and as it then lay in the copy. */
export type Memory = { base: string; stored: string }

export const WHOLE_TABLE = '*'

export function unitsOf(database: Database.Database, schema: Schema, table: string): Units {
  const exists = database.prepare(`SELECT 1 FROM ${schema}.sqlite_master WHERE name = ?`).get(table)
  if (!exists) return new Map()
  const rows = database.prepare(`SELECT * FROM ${schema}."${table}" ORDER BY fid`).all() as Row[]
  return Map.groupBy(rows, (row) => {
    const column = idColumn(Object.keys(row))
    return column ? String(row[column]) : WHOLE_TABLE
  })
}

/** The rows of one unit of the copy. */
export function unitAt(
  database: Database.Database,
  table: string,
  columns: readonly string[],
  unit: string,
): Row[] {
  const column = idColumn(columns)
  if (!column) return unitsOf(database, 'main', table).get(WHOLE_TABLE) ?? []
  const select = database.prepare(`SELECT * FROM "${table}" WHERE "${column}" = ? ORDER BY fid`)
  return select.all(unit) as Row[]
}

/** The unit that a row belongs to. */
export function unitIdOf(columns: readonly string[], rowId: string): string {
  return idColumn(columns) ? rowId : WHOLE_TABLE
}

export function memoriesOf(database: Database.Database, table: string): Map<string, Memory> {
  const rows = database
    .prepare('SELECT row_id AS id, base, stored FROM main.base_rows WHERE table_name = ?')
    .all(table) as ({ id: string } & Memory)[]
  return new Map(rows.map(({ id, ...memory }) => [id, memory]))
}

export function memoryOf(database: Database.Database, table: string, unit: string): Memory | null {
  const row = database
    .prepare('SELECT base, stored FROM main.base_rows WHERE table_name = ? AND row_id = ?')
    .get(table, unit)
  return (row as Memory | undefined) ?? null
}

export function keepMemory(
  database: Database.Database,
  table: string,
  unit: string,
  { base, stored }: Memory,
): void {
  database
    .prepare(
      'INSERT OR REPLACE INTO main.base_rows (table_name, row_id, base, stored) VALUES (?,?,?,?)',
    )
    .run(table, unit, base, stored)
}
