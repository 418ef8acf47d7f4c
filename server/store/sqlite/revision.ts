// What was written since somebody last looked?
//
// The history knows every row that this server wrote; SQLite counts what other programs committed.
import type Database from 'better-sqlite3'

export type Revision = {
  /** Grows when another program writes to the file. */
  elsewhere: number
  /** The newest line of the history. */
  line: number
}

export type Touched = { table: string; id: string }

export function revisionOf(database: Database.Database): Revision {
  return {
    elsewhere: database.pragma('data_version', { simple: true }) as number,
    line: (database.prepare('SELECT max(fid) FROM history').pluck().get() as number | null) ?? 0,
  }
}

/** Rows that may be others now; 'any' when another program wrote, which tells nobody what. */
export function touchedSince(
  database: Database.Database,
  { elsewhere, line }: Revision,
): Touched[] | 'any' {
  if (revisionOf(database).elsewhere !== elsewhere) return 'any'
  return database
    .prepare('SELECT table_name AS "table", row_id AS id FROM history WHERE fid > ?')
    .all(line) as Touched[]
}
