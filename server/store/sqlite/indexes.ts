// Rows that people write are found by their id, and by the rows that they name.
import type Database from 'better-sqlite3'
import { EDITABLE, EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { idColumn, LIST_COLUMNS, snake, tableOf } from '#server/store/sqlite/rows.ts'

/** Makes the indexes that are missing. */
export function indexEditable(database: Database.Database): void {
  for (const collection of EDITABLE_IDS) {
    const table = tableOf(collection)
    const columns = database.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]
    const names = columns.map(({ name }) => name)
    const single = EDITABLE[collection].references
      .map(({ property }) => snake(property))
      .filter((name) => !LIST_COLUMNS.has(name))
    const unique = ((EDITABLE[collection] as Editable).unique ?? []).map(snake)
    for (const name of [idColumn(names), ...single, ...unique]) {
      if (!name || !names.includes(name)) continue
      database.exec(`CREATE INDEX IF NOT EXISTS "${table}_by_${name}" ON "${table}" ("${name}")`)
    }
  }
}
