// The base has given ids to the rows of a table that had none: how do the rows of the copy get theirs?
//
// The table is made anew in the shape of the base. Where nobody edited it, it is left empty for the base
// to fill; where somebody did, each row takes the id of the base's row in the same place of the file and
// counts as that row, edited where it differs.
import type Database from 'better-sqlite3'
import { withdraw } from '#server/store/sqlite/journal.ts'
import { fingerprint, idColumn } from '#server/store/sqlite/rows.ts'
import { build, run } from '#server/store/sqlite/statements.ts'
import { keepMemory, memoryOf, rowsIn, WHOLE_TABLE } from '#server/store/sqlite/units.ts'

export const gainsIds = (copy: readonly string[], base: readonly string[]) =>
  copy.length > 0 && idColumn(copy) === null && idColumn(base) !== null

/** `remake` makes the table, which is then gone, in the shape of the base. */
export function gainIds(database: Database.Database, table: string, remake: () => void): void {
  const held = rowsIn(database, 'main', table)
  const stored = memoryOf(database, table, WHOLE_TABLE)?.stored
  database.exec(`DROP TABLE main."${table}"`)
  database.prepare('DELETE FROM main.gpkg_contents WHERE table_name = ?').run(table)
  run(database, build.deleteFrom('base_rows').where('table_name', '=', table))
  withdraw(database, table, WHOLE_TABLE)
  remake()
  if (stored === undefined || fingerprint(held) === stored) return
  const offered = rowsIn(database, 'base', table)
  const column = idColumn(Object.keys(offered[0] ?? {})) ?? 'id'
  for (const row of held) {
    const same = offered.find(({ fid }) => fid === row.fid)
    const id = same ? String(same[column]) : `own-${row.fid}`
    run(database, build.insertInto(table).values({ ...row, [column]: id }))
    if (!same) continue
    const print = fingerprint([same])
    keepMemory(database, table, id, { base: print, stored: print })
  }
}
