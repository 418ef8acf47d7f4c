// What was written since somebody last looked?
//
// The history knows every row that this server wrote; SQLite counts what other programs committed.
import type Database from 'better-sqlite3'
import type { Revision, Touched } from '#server/store/fact-store.ts'
import { allOf, build, firstOf } from '#server/store/sqlite/statements.ts'

/** Counts what other programs wrote, and the newest line of the history. */
const revision = (elsewhere: number, line: number) => `${elsewhere} ${line}` as Revision

/** Before everything: whoever looked then has seen nothing. */
export const NEVER = revision(-1, -1)

export function revisionOf(database: Database.Database): Revision {
  const newest = build.selectFrom('history').select(({ fn }) => fn.max('fid').as('fid'))
  return revision(elsewhereOf(database), Number(firstOf(database, newest)?.fid ?? 0))
}

/** Rows that may be others now; 'any' when another program wrote, which tells nobody what. */
export function touchedSince(database: Database.Database, seen: Revision): Touched[] | 'any' {
  const [elsewhere = 0, line = 0] = seen.split(' ').map(Number)
  if (elsewhereOf(database) !== elsewhere) return 'any'
  const lines = build
    .selectFrom('history')
    .select(['table_name as table', 'row_id as id'])
    .where('fid', '>', line)
  return allOf<Touched>(database, lines)
}

function elsewhereOf(database: Database.Database): number {
  return database.pragma('data_version', { simple: true }) as number
}
