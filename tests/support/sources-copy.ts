// A copy of the real sources with one slip in it, for tests of what the build refuses.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const SOURCES = path.resolve(import.meta.dirname, '../../geodata/sources')

export function sourcesCopy(edit?: { file: string; change: (text: string) => string }): string {
  const folder = temporaryFolder()
  cpSync(SOURCES, folder, { recursive: true })
  if (edit) {
    const file = path.join(folder, edit.file)
    const before = readFileSync(file, 'utf8')
    const after = edit.change(before)
    if (after === before) throw new Error(`The slip changed nothing in ${edit.file}.`)
    writeFileSync(file, after)
  }
  return folder
}

/** Changes cells of the one row whose first cells, joined by commas, begin with `start`. */
export function withCells(start: string, cells: Record<string, string>): (text: string) => string {
  return (text) => {
    const { data } = Papa.parse<string[]>(text)
    const header = data[0]!
    const row = data.find((words) => words.join(',').startsWith(start))!
    for (const [column, cell] of Object.entries(cells)) row[header.indexOf(column)] = cell
    return Papa.unparse(data, { newline: '\n' })
  }
}

/** A second row like the one that begins with `start`. */
export function twice(start: string): (text: string) => string {
  return (text) => `${text.trimEnd()}\n${text.split('\n').find((line) => line.startsWith(start))}\n`
}

/** The text without the row that starts so. */
export const without = (start: string) => (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.startsWith(start))
    .join('\n')
