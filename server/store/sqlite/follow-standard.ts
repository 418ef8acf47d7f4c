// Is a working copy of an older Park Atlas a GeoPackage in everything that the standard asks?
//
// Copies made before 29 November 2026 call themselves 1.3 and have the triggers of 1.4, and do not fill in
// when a table was last changed. Other programs read them; a validator names both.
import type Database from 'better-sqlite3'
import { CONTENTS_COLUMNS, indexTriggers } from '#server/store/sqlite/geopackage.ts'

/** Mends both where it finds them; writes nothing to a copy that is as it should be. */
export function followStandard(database: Database.Database): void {
  for (const layer of layersOf(database)) followTriggers(database, layer)
  if (!datesItself(database)) {
    // The table is made anew under the eyes of those that refer to it.
    database.pragma('foreign_keys = OFF')
    database.transaction(() => remakeContents(database)).immediate()
    database.pragma('foreign_keys = ON')
  }
}

/** Layers of our own making; those of other programs have their own triggers. */
function layersOf(database: Database.Database): string[] {
  return database
    .prepare(
      `SELECT table_name FROM gpkg_geometry_columns AS layer WHERE EXISTS (
         SELECT 1 FROM sqlite_master WHERE name = 'rtree_' || layer.table_name || '_geom_update7')
       AND EXISTS (SELECT 1 FROM pragma_table_info(layer.table_name) WHERE name = 'fid' AND pk = 1)`,
    )
    .pluck()
    .all() as string[]
}

function followTriggers(database: Database.Database, layer: string): void {
  const present = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?`)
    .pluck()
    .all(layer) as string[]
  database
    .transaction(() => {
      for (const name of present.filter((one) => one.startsWith(`rtree_${layer}_geom_`)))
        database.exec(`DROP TRIGGER "${name}"`)
      for (const sql of Object.values(indexTriggers(layer))) database.exec(sql)
    })
    .immediate()
}

function datesItself(database: Database.Database): boolean {
  const found = database
    .prepare(`SELECT dflt_value FROM pragma_table_info('gpkg_contents') WHERE name = 'last_change'`)
    .pluck()
    .get()
  return found !== null
}

function remakeContents(database: Database.Database): void {
  database.exec(`
CREATE TABLE made_anew ${CONTENTS_COLUMNS};
INSERT INTO made_anew SELECT * FROM gpkg_contents;
DROP TABLE gpkg_contents;
ALTER TABLE made_anew RENAME TO gpkg_contents;
`)
}
