// What does the store know of its tables: the connection, the columns of each, and whose region they tell?
import type Database from 'better-sqlite3'
import type { HomeRegion } from '#geodata/model/region.ts'

export type Tables = {
  database: Database.Database
  columns: (table: string) => string[]
  home: HomeRegion
}

/** Columns are read once; nothing changes the shape of a table while it is open. */
export function tablesOf(database: Database.Database, home: HomeRegion): Tables {
  const columnsOf = new Map<string, string[]>()
  return {
    database,
    home,
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
