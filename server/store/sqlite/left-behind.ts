// A server was killed: does what it left beside the database belong to the file that lies there now?
//
// Judged on copies, before a byte of any of them is written or SQLite is let near them.
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import {
  followedGenerations,
  generationAlone,
  generationOf,
  isEmpty,
  listOf,
  openAlone,
} from '#server/store/sqlite/generation.ts'

/** What SQLite would take for a part of the file. */
const PARTS = ['-wal', '-journal']

/** The files that a database may consist of and that are there. */
export function filesOf(file: string): string[] {
  return [file, ...['-wal', '-shm', '-journal'].map((end) => file + end)].filter((one) =>
    existsSync(one),
  )
}

/** Changes beside the file that are not in it yet. */
export function pendingAt(file: string): string[] {
  return PARTS.map((end) => file + end).filter((part) => !isEmpty(part))
}

/** Whether what is pending belongs to the file; true where nothing is pending. */
export function belongs(file: string): boolean {
  if (pendingAt(file).length === 0) return true
  if (!existsSync(file)) return false
  const alone = generationAlone(file)
  const followed = followedGenerations(file)
  if (alone !== null && followed) return followed.includes(alone)
  // An older Park Atlas kept no list, and a file that was being taken over cannot be read without its -wal.
  return onCopy(file, pendingAt(file), (copy) => {
    if (copy.pragma('integrity_check(1)', { simple: true }) !== 'ok') return false
    if (followed) return followed.includes(generationOf(copy))
    return alone === null || goesOn(file, copy)
  })
}

/** Whether the newest change that the file alone knows is one of those of the copy. */
function goesOn(file: string, copy: Database.Database): boolean {
  const newest = 'SELECT fid, changed_at FROM history ORDER BY fid DESC LIMIT 1'
  const alone = openAlone(file)
  try {
    const known = alone.prepare(newest).get() as { fid: number; changed_at: string } | undefined
    if (!known) return true
    const same = copy.prepare('SELECT changed_at FROM history WHERE fid = ?').pluck().get(known.fid)
    return same === known.changed_at
  } catch {
    return false
  } finally {
    alone.close()
  }
}

/** What `look` finds in a copy of the file with these parts; false where it cannot be opened. */
function onCopy(
  file: string,
  parts: readonly string[],
  look: (copy: Database.Database) => boolean,
): boolean {
  return withCopy(file, parts, (copied) => {
    let copy: Database.Database | undefined
    try {
      copy = new Database(copied)
      return look(copy)
    } catch {
      return false
    } finally {
      copy?.close()
    }
  })
}

/** Calls `use` with a copy of the file and of these parts, which is gone afterwards. */
export function withCopy<T>(file: string, parts: readonly string[], use: (copied: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'park-atlas-judged-'))
  try {
    for (const one of [file, ...parts]) copyFileSync(one, path.join(folder, path.basename(one)))
    return use(path.join(folder, path.basename(file)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Gives everything beside the file, which does not belong to it, another name; the new names. */
export function setAside(file: string): string[] {
  const stamp = new Date().toISOString().replaceAll(':', '-')
  const beside = [...filesOf(file), listOf(file)].filter((one) => one !== file && existsSync(one))
  return beside.map((one) => {
    const aside = `${one}.set-aside-${stamp}`
    renameSync(one, aside)
    return aside
  })
}
