// Is this the file that the changes beside it belong to, or one that somebody put in its place?
//
// SQLite keeps what was written last in FILE-wal and takes it for the end of whatever lies at FILE: of a
// backup put there after a server was killed it makes a database of neither day. So the file bears a
// generation, another one each time that it has everything in itself, and FILE-generation lists those that
// what lies in FILE-wal may follow:
//
//   FILE-generation   a        a, b             a, b               b
//   FILE              a        a                b (or still a)     b
//   FILE-wal          changes  changes, "now b" being taken over   nothing
//
// A file of any other generation, a backup above all, is not followed by what lies in FILE-wal.
import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { writeInPlace } from '#server/store/files/durable.ts'

/** Of a file that bears none: of an older Park Atlas, or just copied from its base. */
const NONE = 'none'

/** Bytes of the header that say how a file is written; 1 and 1: without a -wal. */
const JOURNAL_BYTES = [18, 19]

/** The database of a file as it is without what lies beside it, in memory; throws where it is none. */
export function openAlone(file: string): Database.Database {
  const bytes = readFileSync(file)
  for (const place of JOURNAL_BYTES) bytes[place] = 1
  return new Database(bytes)
}

export function generationOf(database: Database.Database): string {
  const known = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'generation'`).get()
  if (!known) return NONE
  return (database.prepare('SELECT value FROM generation').pluck().get() as string) ?? NONE
}

/** Null where the file alone cannot be read: it is damaged, or was being taken over when all ended. */
export function generationAlone(file: string): string | null {
  let database: Database.Database | undefined
  try {
    database = openAlone(file)
    return generationOf(database)
  } catch {
    return null
  } finally {
    database?.close()
  }
}

/** Null where there is no list. */
export function followedGenerations(file: string): string[] | null {
  try {
    return readFileSync(listOf(file), 'utf8').trim().split('\n')
  } catch {
    return null
  }
}

export const listOf = (file: string) => `${file}-generation`

/** To be called in a transaction. */
export function setGeneration(database: Database.Database, generation: string): void {
  database.exec('CREATE TABLE IF NOT EXISTS generation (value TEXT NOT NULL)')
  database.prepare('DELETE FROM generation').run()
  database.prepare('INSERT INTO generation VALUES (?)').run(generation)
}

/** Brings everything that was written into the file itself, and the file to a new generation. */
export function renewGeneration(database: Database.Database, file: string): void {
  const next = randomUUID()
  // The list is written by whoever may write to the database, so that two servers do not write it at once.
  database
    .transaction(() => {
      const followed = isEmpty(`${file}-wal`) ? [] : (followedGenerations(file) ?? [])
      const begun = new Set([...followed, generationOf(database), next])
      writeInPlace(listOf(file), [...begun].join('\n'))
      setGeneration(database, next)
    })
    .immediate()
  const [done] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  // While somebody reads the -wal it stays, and so do the generations before it.
  if (done?.busy !== 0) return
  database
    .transaction(() => {
      if (generationOf(database) === next) writeInPlace(listOf(file), next)
    })
    .immediate()
}

export function isEmpty(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0
}
