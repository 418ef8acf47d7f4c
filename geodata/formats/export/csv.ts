// A table as a file that spreadsheets open as it is: RFC 4180 in UTF-8 with its mark.
//
// A text that begins like a formula gets an apostrophe in front, so that opening a file runs nothing;
// numbers, negative ones too, stay numbers.
import Papa from 'papaparse'
import type { ExportFormat, Sheet } from '#geodata/formats/export/format.ts'

const MARK = '\uFEFF'
const NEW_LINE = '\r\n'
/** Also in full width, which spreadsheets set to Chinese take for the narrow ones, and behind what is not seen. */
const FORMULA_START = /^(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u

export const csv: ExportFormat<Sheet> = {
  mediaType: 'text/csv;charset=utf-8',
  write: (sheet) => {
    const options = { newline: NEW_LINE, escapeFormulae: FORMULA_START }
    return MARK + Papa.unparse([...sheet], options) + NEW_LINE
  },
}
