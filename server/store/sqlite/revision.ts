// What was written since somebody last looked?
//
// The history knows every row that this server wrote; SQLite counts what other programs committed.
import type Database from 'better-sqlite3'
import type { Revision, Touched } from '#server/store/fact-store.ts'

/** Counts what other programs wrote, and the newest line of the history. */
const revision = (elsewhere: number, line: number) => `${elsewhere} ${line}` as Revision

/** Before everything: whoever looked then has seen nothing. */
export const NEVER = revision(-1, -1)

export function revisionOf(database: Database.Database): Revision {
  const newest = database.prepare('SELECT max(fid) FROM history').pluck().get() as number | null
  return revision(elsewhereOf(database), newest ?? 0)
}

/** Rows that may be others now; 'any' when another program wrote, which tells nobody what. */
export function touchedSince(database: Database.Database, seen: Revision): Touched[] | 'any' {
  const [elsewhere = 0, line = 0] = seen.split(' ').map(Number)
  if (elsewhereOf(database) !== elsewhere) return 'any'
  return database
    .prepare('SELECT table_name AS "table", row_id AS id FROM history WHERE fid > ?')
    .all(line) as Touched[]
}

function elsewhereOf(database: Database.Database): number {
  return database.pragma('data_version', { simple: true }) as number
}
