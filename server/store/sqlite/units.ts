// What counts as one row where copy and base are compared, and what was each when it came from the base?
//
// A row is identified by its id. A table without ids is one row in this sense.
import type Database from 'better-sqlite3'
import { idColumn, type Row } from '#server/store/sqlite/rows.ts'
import { allOf, build, firstOf, run } from '#server/store/sqlite/statements.ts'

export type Schema = 'main' | 'base'
/** Rows by id; a table without ids has all of them under WHOLE_TABLE. */
export type Units = Map<string, Row[]>
/** Fingerprints of a row: as the base had it, and as it then lay in the copy. */
export type Memory = { base: string; stored: string }

export const WHOLE_TABLE = '*'

const HELD_BACK = 'held back:'

/** `stored` of a row that nobody changed and that is still not as the base has it; no row has such a fingerprint. */
export const heldBack = (held: string): string => HELD_BACK + held

/** The fingerprint of what the merge left there, held back or not. */
export function leftThere({ stored }: Memory): string {
  return stored.startsWith(HELD_BACK) ? stored.slice(HELD_BACK.length) : stored
}

export function unitsOf(database: Database.Database, schema: Schema, table: string): Units {
  const exists = database.prepare(`SELECT 1 FROM ${schema}.sqlite_master WHERE name = ?`).get(table)
  if (!exists) return new Map()
  const rows = rowsIn(database, schema, table)
  return Map.groupBy(rows, (row) => {
    const column = idColumn(Object.keys(row))
    return column ? String(row[column]) : WHOLE_TABLE
  })
}

/** Rows of a table of the copy or of its base, in the order of the layer. */
export function rowsIn(database: Database.Database, schema: Schema, table: string): Row[] {
  return allOf(database, build.withSchema(schema).selectFrom(table).selectAll().orderBy('fid'))
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
  const rows = build.selectFrom(table).selectAll().where(column, '=', unit).orderBy('fid')
  return allOf(database, rows)
}

/** The unit that a row belongs to. */
export function unitIdOf(columns: readonly string[], rowId: string): string {
  return idColumn(columns) ? rowId : WHOLE_TABLE
}

export function memoriesOf(database: Database.Database, table: string): Map<string, Memory> {
  const rows = build
    .selectFrom('base_rows')
    .select(['row_id as id', 'base', 'stored'])
    .where('table_name', '=', table)
  const memories = allOf<{ id: string } & Memory>(database, rows)
  return new Map(memories.map(({ id, ...memory }) => [id, memory]))
}

export function memoryOf(database: Database.Database, table: string, unit: string): Memory | null {
  const row = build
    .selectFrom('base_rows')
    .select(['base', 'stored'])
    .where('table_name', '=', table)
    .where('row_id', '=', unit)
  return firstOf<Memory>(database, row)
}

export function keepMemory(
  database: Database.Database,
  table: string,
  unit: string,
  { base, stored }: Memory,
): void {
  const cells = { table_name: table, row_id: unit, base, stored }
  run(database, build.insertInto('base_rows').orReplace().values(cells))
}
