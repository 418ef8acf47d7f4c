// Several tables as one file that spreadsheets open: Office Open XML.
//
// A text is written as a text, whatever it begins with, so that opening the file runs nothing; numbers stay
// numbers with all their digits. The head of each sheet stays in sight and filters its rows.
import { calculateColumnWidth, colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { ExportFormat, Workbook, WorkbookSheet } from '#geodata/formats/export/format.ts'
import { SHOWN_AS, writable } from '#geodata/formats/export/writable-cell.ts'
import { writtenForm } from '#geodata/formats/export/xlsx-form.ts'

/** In characters; what is longer runs on in the next line. */
const WIDEST = 60
const NARROWEST = 8
/** So many characters beside each other are still read on a printed page: a wider table takes more pages. */
const PAGE_WIDTH = 220

export const xlsx: ExportFormat<Workbook, Promise<Uint8Array<ArrayBuffer>>> = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: async ({ title, sheets, names = {} }) =>
    new Uint8Array(
      await writeXlsx({
        properties: { title },
        sheets: sheets.map((sheet) => ('widths' in sheet ? writtenForm(sheet) : written(sheet))),
        namedRanges: Object.entries(names).map(([name, range]) => ({ name, range })),
      }),
    ),
}

function written({ name, columns, rows }: WorkbookSheet): WriteSheet {
  const cells = [columns.map(({ head }) => head), ...rows.map((row) => row.map(writable))]
  const widths = columns.map((_, index) =>
    calculateColumnWidth(
      cells.map((row) => row[index] ?? null),
      { minWidth: NARROWEST, maxWidth: WIDEST },
    ),
  )
  const last = `${colToLetter(Math.max(0, columns.length - 1))}${cells.length}`
  return {
    name,
    rows: cells,
    columns: columns.map(({ format }, index) => ({
      width: widths[index] ?? NARROWEST,
      style: {
        alignment: { vertical: 'top', wrapText: true },
        ...(format ? { numFmt: SHOWN_AS[format] } : {}),
      },
    })),
    cells: new Map(
      columns.map(({ head }, index) => [
        `0,${index}`,
        {
          value: head,
          type: 'string',
          style: { font: { bold: true }, alignment: { vertical: 'top', wrapText: true } },
        },
      ]),
    ),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE_WIDTH),
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  }
}
