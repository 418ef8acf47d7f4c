// What does a cell of a file read like?
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'

const BLANK = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069]/
/** What shows nothing and comes along when text is copied: zero-width signs, turns of direction, soft hyphens. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069]/g

/** A date as its day, an error by its own name; blanks in a row are one, and what shows nothing is left out. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  const text = typeof cell !== 'object' ? String(cell) : 'date' in cell ? cell.date : cell.error
  return BLANK.test(text) ? text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim() : text
}
