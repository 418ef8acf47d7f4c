// What does a cell of a file read like?
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'

const BLANK = /\s/

/** A date as its day, an error by its own name; blanks in a row are one. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  const text = typeof cell !== 'object' ? String(cell) : 'date' in cell ? cell.date : cell.error
  return BLANK.test(text) ? text.replace(/\s+/g, ' ').trim() : text
}
