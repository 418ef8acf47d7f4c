// What does the store know of its tables: the connection, and the columns of each?
import type Database from 'better-sqlite3'

export type Tables = { database: Database.Database; columns: (table: string) => string[] }

/** Columns are read once; nothing changes the shape of a table while it is open. */
export function tablesOf(database: Database.Database): Tables {
  const columnsOf = new Map<string, string[]>()
  return {
    database,
    columns(table) {
      const known = columnsOf.get(table)
      if (known) return known
      const found = database.prepare(`PRAGMA main.table_info("${table}")`).all() as {
        name: string
      }[]
      const names = found.map(({ name }) => name)
      columnsOf.set(table, names)
      return names
    },
  }
}
