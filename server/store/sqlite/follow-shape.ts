// What has a table of the base gained since the working copy was made?
import type Database from 'better-sqlite3'
import { gainIds, gainsIds } from '#server/store/sqlite/gain-ids.ts'
import { addIndex } from '#server/store/sqlite/geopackage.ts'

type Schema = 'main' | 'base'

/** Gives the copy what the base has gained since: a table, a layer, or columns of either. */
export function followShape(database: Database.Database, name: string): void {
  const columnsIn = (schema: Schema) =>
    database.prepare(`PRAGMA ${schema}.table_info("${name}")`).all() as {
      name: string
      type: string
    }[]
  const known = new Set(columnsIn('main').map((column) => column.name))
  if (known.size === 0) {
    copyShape(database, name)
    return
  }
  const offered = columnsIn('base')
  const names = offered.map((column) => column.name)
  if (gainsIds([...known], names)) {
    gainIds(database, name, () => copyShape(database, name))
    return
  }
  for (const column of offered) {
    if (known.has(column.name)) continue
    database.exec(`ALTER TABLE main."${name}" ADD COLUMN "${column.name}" ${column.type}`)
  }
}

/** The table without its rows, and what the GeoPackage says of it. */
function copyShape(database: Database.Database, name: string): void {
  const created = database
    .prepare(`SELECT sql FROM base.sqlite_master WHERE type = 'table' AND name = ?`)
    .get(name) as { sql: string }
  database.exec(created.sql)
  for (const table of ['gpkg_contents', 'gpkg_geometry_columns']) {
    database
      .prepare(`INSERT INTO main.${table} SELECT * FROM base.${table} WHERE table_name = ?`)
      .run(name)
  }
  const isLayer = database
    .prepare('SELECT 1 FROM main.gpkg_geometry_columns WHERE table_name = ?')
    .get(name)
  if (isLayer) addIndex(database, name)
}
