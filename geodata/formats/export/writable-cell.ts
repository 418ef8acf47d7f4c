// What of a cell can a spreadsheet hold, and how does it show numbers?
import type { ExportCell, NumberFormat } from '#geodata/formats/export/format.ts'

export const SHOWN_AS: Record<NumberFormat, string> = {
  whole: '0',
  tenths: '0.0',
  hundredths: '0.00',
  share: '0%',
}

/** A longer text is refused by spreadsheets. */
export const LONGEST_TEXT = 32_767
/** XML has no way to write them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

export function writable(cell: ExportCell): ExportCell {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  return cell === null ? null : writableText(cell)
}

export function writableText(text: string): string {
  return writableCharacters(text).slice(0, LONGEST_TEXT)
}

/** Without those that XML cannot hold. */
export const writableCharacters = (text: string): string => text.replace(UNWRITABLE, '')
