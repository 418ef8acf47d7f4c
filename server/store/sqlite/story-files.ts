// Where do the pictures and files of stories lie? In a table of their own beside the rows, so that a backup holds them.
//
// The table is made with the first file: most databases have none.
import type Database from 'better-sqlite3'
import { sql } from 'kysely'
import { addAttributesTable } from '#server/store/sqlite/geopackage.ts'
import { allOf, build, firstOf, run } from '#server/store/sqlite/statements.ts'
import type { FileKnown, KeepOutcome, StoredFile } from '#server/store/story-file-store.ts'

const TABLE = 'story_files'
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

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
): Extract<KeepOutcome, { kind: 'kept' | 'no-room' }> {
  if (!isThere(database)) makeTable(database)
  if (knownFiles(database, [id]).length > 0) return { kind: 'kept', isNew: false }
  if (keptBytes(database) + bytes.length > mostBytes) dropUnnamed(database)
  if (keptBytes(database) + bytes.length > mostBytes) return { kind: 'no-room' }
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

function keptBytes(database: Database.Database): number {
  return database
    .prepare(`SELECT coalesce(sum(length(bytes)), 0) FROM ${TABLE}`)
    .pluck()
    .get() as number
}

/** Ids are 64 digits: wherever one stands in a story, as it is or as it was, it is named. */
function dropUnnamed(database: Database.Database): void {
  const before = new Date(Date.now() - DAY_MILLISECONDS).toISOString()
  database
    .prepare(
      `DELETE FROM ${TABLE} WHERE added_at < ?
        AND NOT EXISTS (SELECT 1 FROM own_stories WHERE instr(content, ${TABLE}.id) > 0)
        AND NOT EXISTS (SELECT 1 FROM history WHERE table_name = 'own_stories'
          AND (instr(coalesce(before, ''), ${TABLE}.id) > 0 OR instr(coalesce(after, ''), ${TABLE}.id) > 0))`,
    )
    .run(before)
}
