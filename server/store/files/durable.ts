// Is what was written still there when the power fails? Only what was synced is.
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Windows syncs no folders: there a new name is on the disk when the system thinks it right. */
const SYNCS_FOLDERS = process.platform !== 'win32'

/** Puts a finished file in its place: afterwards the new one lies there whole, or the old one still does. */
export function putInPlace(draft: string, file: string): void {
  sync(draft, 'r+')
  renameSync(draft, file)
  if (SYNCS_FOLDERS) sync(path.dirname(file), 'r')
}

function sync(place: string, flags: string): void {
  const opened = openSync(place, flags)
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** Writes a small file in the same way. */
export function writeInPlace(file: string, text: string): void {
  const draft = `${file}.writing`
  writeFileSync(draft, text)
  putInPlace(draft, file)
}
