// What does the store know of its tables: the connection, the columns of each, and whose region they tell?
import type Database from 'better-sqlite3'
import type { HomeRegion } from '#geodata/model/region.ts'

export type Tables = {
  database: Database.Database
  columns: (table: string) => string[]
  isNumber: (table: string, column: string) => boolean
  home: HomeRegion
}

/** Columns are read once; nothing changes the shape of a table while it is open. */
export function tablesOf(database: Database.Database, home: HomeRegion): Tables {
  const shapes = new Map<string, { names: string[]; numbers: ReadonlySet<string> }>()
  const shapeOf = (table: string) => {
    const known = shapes.get(table)
    if (known) return known
    const found = database.prepare(`PRAGMA main.table_info("${table}")`).all() as {
      name: string
      type: string
    }[]
    const shape = {
      names: found.map(({ name }) => name),
      numbers: new Set(
        found.flatMap(({ name, type }) => (/^(INTEGER|REAL)$/.test(type) ? [name] : [])),
      ),
    }
    shapes.set(table, shape)
    return shape
  }
  return {
    database,
    home,
    columns: (table) => shapeOf(table).names,
    isNumber: (table, column) => shapeOf(table).numbers.has(column),
  }
}
