// A table as a file that spreadsheets open as it is: RFC 4180 in UTF-8 with its mark.
//
// A text that begins like a formula gets an apostrophe in front, so that opening a file runs nothing;
// numbers, negative ones too, stay numbers. An import takes the apostrophe off again.
import Papa from 'papaparse'
import type { ExportFormat, Sheet } from '#geodata/formats/export/format.ts'
import { TO_GUARD } from '#geodata/formats/guarded-text.ts'

const MARK = '\uFEFF'
const NEW_LINE = '\r\n'

export const csv: ExportFormat<Sheet> = {
  mediaType: 'text/csv;charset=utf-8',
  write: (sheet) => {
    const options = { newline: NEW_LINE, escapeFormulae: TO_GUARD }
    return MARK + Papa.unparse([...sheet], options) + NEW_LINE
  },
}
