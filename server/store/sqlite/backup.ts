// How is a running database copied so that the copy is whole and holds every edit that was acknowledged?
//
// By SQLite itself, some pages at a time while the server answers; what is written meanwhile comes into the
// copy too. The copy is one file, of a generation of its own.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import Database from 'better-sqlite3'
import { putInPlace } from '#server/store/files/durable.ts'
import { RefusedFile, refusal } from '#server/store/refused-file.ts'
import { setGeneration } from '#server/store/sqlite/generation.ts'
import { belongs, filesOf } from '#server/store/sqlite/left-behind.ts'
import { troubleOf } from '#server/store/sqlite/trouble.ts'
import type { Backup } from '#server/store/store.ts'

/** A mebibyte: a few milliseconds. */
const PAGES_AT_ONCE = 256
const IN_THE_MAKING = '.backup-'

/** Writes the copy; `target` is whole or not there. */
async function copyTo(
  database: Database.Database,
  target: string,
  pagesAtOnce = PAGES_AT_ONCE,
): Promise<void> {
  const draft = `${target}.making`
  const clear = () => {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(draft + end, { force: true })
  }
  clear()
  try {
    await database.backup(draft, { progress: () => pagesAtOnce })
    const copy = new Database(draft)
    try {
      copy.pragma('journal_mode = DELETE')
      copy.transaction(() => setGeneration(copy, `backup ${randomUUID()}`))()
    } finally {
      copy.close()
    }
    putInPlace(draft, target)
  } catch (error) {
    clear()
    throw error
  }
}

/** The database of a server, to be sent; its file is gone as soon as it is open. */
export async function backupOf(database: Database.Database, file: string): Promise<Backup> {
  const target = `${file}${IN_THE_MAKING}${randomUUID()}`
  try {
    await copyTo(database, target)
  } catch (error) {
    if (troubleOf(error) === 'disk-full') return { kind: 'disk-full' }
    throw error
  }
  const handle = await open(target)
  const { size } = await handle.stat()
  await rm(target)
  const body = Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>
  return {
    kind: 'backup',
    fileName: backupName(),
    mediaType: 'application/geopackage+sqlite3',
    bytes: size,
    body,
  }
}

/** Drops what a server that was killed has left of backups. */
export function sweepBackups(file: string): void {
  const folder = path.dirname(file)
  const start = path.basename(file) + IN_THE_MAKING
  for (const name of readdirSync(folder)) {
    if (name.startsWith(start)) rmSync(path.join(folder, name), { force: true })
  }
}

export function backupName(): string {
  return `park-atlas-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.gpkg`
}

/** Backs up the database of a folder, whether a server runs over it or not; how large the backup is. */
export async function backUpFolder(dataDir: string, target: string): Promise<number> {
  const file = path.join(dataDir, 'atlas.gpkg')
  if (!existsSync(file)) {
    throw new RefusedFile(`There is no ${file} to back up.\n没有可备份的 ${file}。`)
  }
  if (existsSync(target)) {
    throw new RefusedFile(`${target} is there already.\n${target} 已存在。`)
  }
  if (!belongs(file)) throw refusal(filesOf(file), NOT_ITS_OWN, START_FIRST)
  mkdirSync(path.dirname(path.resolve(target)), { recursive: true })
  const database = new Database(file, { readonly: true })
  try {
    // All at once: a copy in steps would begin anew with each edit of the server.
    await copyTo(database, target, Number.MAX_SAFE_INTEGER)
  } catch (error) {
    if (troubleOf(error) !== 'disk-full') throw error
    throw refusal([target], DISK_FULL, MAKE_ROOM)
  } finally {
    database.close()
  }
  return statSync(target).size
}

const NOT_ITS_OWN = {
  en: 'the changes beside it belong to another file',
  zh: '旁边的变更属于另一个文件',
}
const START_FIRST = {
  en: 'Start the server once: it sets them aside.',
  zh: '请先启动一次服务，由其移开。',
}
const DISK_FULL = { en: 'there is no room left on the disk', zh: '磁盘空间不足' }
const MAKE_ROOM = { en: 'Make room or name another place.', zh: '请腾出空间或指定其他位置。' }
