// Where do the pictures and files of stories lie? In a table of their own beside the rows, so that a backup holds them.
//
// The table is made with the first file: most databases have none.
import type Database from 'better-sqlite3'
import { sql } from 'kysely'
import { addAttributesTable } from '#server/store/sqlite/geopackage.ts'
import { allOf, build, firstOf, run } from '#server/store/sqlite/statements.ts'
import type { FileKnown, KeepOutcome, StoredFile } from '#server/store/story-file-store.ts'

const TABLE = 'story_files'
const HOUR_MILLISECONDS = 60 * 60 * 1000
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS
/** Of all bytes that are kept, what those may have together that no story names. */
const UNNAMED_SHARE = 0.25

const isThere = (database: Database.Database) =>
  database.prepare(`SELECT 1 FROM main.sqlite_master WHERE name = '${TABLE}'`).get() !== undefined

export function knownFiles(database: Database.Database, ids: readonly string[]): FileKnown[] {
  if (ids.length === 0 || !isThere(database)) return []
  const found = build
    .selectFrom(TABLE)
    .select(['id', 'media_type as mediaType', sql`length(bytes)`.as('byteCount')])
    .where('id', 'in', [...ids])
  return allOf<FileKnown>(database, found)
}

export function findFile(database: Database.Database, id: string): StoredFile | null {
  if (!isThere(database)) return null
  const found = build
    .selectFrom(TABLE)
    .select(['id', 'media_type as mediaType', 'bytes'])
    .where('id', '=', id)
  return firstOf<StoredFile>(database, found)
}

/** To be called in a transaction. */
export function keepFile(
  database: Database.Database,
  { id, mediaType, bytes }: StoredFile,
  mostBytes: number,
): Extract<KeepOutcome, { kind: 'kept' | 'no-room' | 'no-room-unnamed' }> {
  if (!isThere(database)) makeTable(database)
  if (knownFiles(database, [id]).length > 0) return { kind: 'kept', isNew: false }
  if (keptBytes(database) + bytes.length > mostBytes) dropUnnamed(database, DAY_MILLISECONDS)
  if (keptBytes(database) + bytes.length > mostBytes) return { kind: 'no-room' }
  // It is named by no story yet: the story comes after its files.
  const mostUnnamedBytes = mostBytes * UNNAMED_SHARE
  const isTooMuch = () =>
    keptBytes(database) + bytes.length > mostUnnamedBytes &&
    keptBytes(database, UNNAMED) + bytes.length > mostUnnamedBytes
  if (isTooMuch()) dropUnnamed(database, DAY_MILLISECONDS)
  if (isTooMuch()) dropUnnamed(database, HOUR_MILLISECONDS)
  if (isTooMuch()) return { kind: 'no-room-unnamed' }
  const added_at = new Date().toISOString()
  run(
    database,
    build
      .insertInto(TABLE)
      .values({ id, media_type: mediaType, added_at, bytes: Buffer.from(bytes) }),
  )
  return { kind: 'kept', isNew: true }
}

function makeTable(database: Database.Database): void {
  addAttributesTable(database, TABLE, [
    { name: 'id', type: 'TEXT' },
    { name: 'media_type', type: 'TEXT' },
    { name: 'added_at', type: 'TEXT' },
    { name: 'bytes', type: 'BLOB' },
  ])
  database.exec(`CREATE UNIQUE INDEX main.${TABLE}_by_id ON ${TABLE} (id)`)
}

/** Ids are 64 digits: wherever one stands in a story, as it is or as it was, it is named. */
const UNNAMED = `NOT EXISTS (SELECT 1 FROM own_stories WHERE instr(content, ${TABLE}.id) > 0)
  AND NOT EXISTS (SELECT 1 FROM history WHERE table_name = 'own_stories'
    AND (instr(coalesce(before, ''), ${TABLE}.id) > 0 OR instr(coalesce(after, ''), ${TABLE}.id) > 0))`

/** `which`: a condition of SQL. */
function keptBytes(database: Database.Database, which = 'TRUE'): number {
  return database
    .prepare(`SELECT coalesce(sum(length(bytes)), 0) FROM ${TABLE} WHERE ${which}`)
    .pluck()
    .get() as number
}

/** Those that came longer ago than that. */
function dropUnnamed(database: Database.Database, ageMilliseconds: number): void {
  const before = new Date(Date.now() - ageMilliseconds).toISOString()
  database.prepare(`DELETE FROM ${TABLE} WHERE added_at < ? AND ${UNNAMED}`).run(before)
}
