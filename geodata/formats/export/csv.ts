// A table as a file that spreadsheets open as it is: RFC 4180 in UTF-8 with its mark.
//
// A text that begins like a formula gets an apostrophe in front, so that opening a file runs nothing;
// numbers, negative ones too, stay numbers. An import takes the apostrophe off again.
import Papa from 'papaparse'
import type { ExportFormat, Sheet } from '#geodata/formats/export/format.ts'
import { TO_GUARD } from '#geodata/formats/guarded-text.ts'

export const BYTE_ORDER_MARK = '\uFEFF'
const NEW_LINE = '\r\n'

export const csv: ExportFormat<Sheet> = {
  mediaType: 'text/csv;charset=utf-8',
  write: (sheet) => BYTE_ORDER_MARK + csvLines(sheet),
}

/** Each with its end; none for none. */
export function csvLines(sheet: Sheet): string {
  if (sheet.length === 0) return ''
  const options = { newline: NEW_LINE, escapeFormulae: TO_GUARD }
  return Papa.unparse([...sheet], options) + NEW_LINE
}
