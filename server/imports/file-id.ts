// How is a row of the file named where it stands beside rows that are there?
import type { KeptRow } from '#server/store/import-file.ts'

/** As line:42:40, the line that people see and the place among the rows. */
export const fileId = ({ line, at }: Pick<KeptRow, 'line' | 'at'>) => `line:${line}:${at}`

const PARTS = /^line:(\d+):(\d+)$/

/** Null: it names no row of the file. */
export function atOf(id: string): number | null {
  const at = PARTS.exec(id)?.[2]
  return at === undefined ? null : Number(at)
}

export function lineOf(id: string): number | null {
  const line = PARTS.exec(id)?.[1]
  return line === undefined ? null : Number(line)
}
