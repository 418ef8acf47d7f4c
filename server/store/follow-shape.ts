// What has a table of the base gained since the working copy was made?
import type Database from 'better-sqlite3'

/** Gives the copy what the base has gained since: a table without geometry, or columns of any. */
export function followShape(database: Database.Database, name: string): void {
  const columnsIn = (schema: 'main' | 'base') =>
    database.prepare(`PRAGMA ${schema}.table_info("${name}")`).all() as {
      name: string
      type: string
    }[]
  const known = new Set(columnsIn('main').map((column) => column.name))
  if (known.size === 0) {
    const created = database
      .prepare(`SELECT sql FROM base.sqlite_master WHERE type = 'table' AND name = ?`)
      .get(name) as { sql: string }
    database.exec(created.sql)
    database
      .prepare(
        'INSERT INTO main.gpkg_contents SELECT * FROM base.gpkg_contents WHERE table_name = ?',
      )
      .run(name)
    return
  }
  for (const column of columnsIn('base')) {
    if (known.has(column.name)) continue
    database.exec(`ALTER TABLE main."${name}" ADD COLUMN "${column.name}" ${column.type}`)
  }
}
