// Several tables as one file that spreadsheets open: Office Open XML.
//
// A text is written as a text, whatever it begins with, so that opening the file runs nothing; numbers stay
// numbers with all their digits. The head of each sheet stays in sight and filters its rows.
import { calculateColumnWidth, colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type {
  ExportCell,
  ExportFormat,
  NumberFormat,
  Workbook,
  WorkbookSheet,
} from '#geodata/formats/export/format.ts'

const SHOWN_AS: Record<NumberFormat, string> = {
  whole: '0',
  tenths: '0.0',
  hundredths: '0.00',
  share: '0%',
}

/** In characters; what is longer runs on in the next line. */
const WIDEST = 60
const NARROWEST = 8
/** A longer text is refused by spreadsheets. */
const LONGEST_TEXT = 32_767
/** XML has no way to write them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

export const xlsx: ExportFormat<Workbook, Promise<Uint8Array<ArrayBuffer>>> = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: async ({ title, sheets }) =>
    new Uint8Array(await writeXlsx({ properties: { title }, sheets: sheets.map(written) })),
}

function written({ name, columns, rows }: WorkbookSheet): WriteSheet {
  const cells = [columns.map(({ head }) => head), ...rows.map((row) => row.map(writable))]
  const last = `${colToLetter(Math.max(0, columns.length - 1))}${cells.length}`
  return {
    name,
    rows: cells,
    columns: columns.map(({ format }, index) => ({
      width: calculateColumnWidth(
        cells.map((row) => row[index] ?? null),
        { minWidth: NARROWEST, maxWidth: WIDEST },
      ),
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
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  }
}

function writable(cell: ExportCell): ExportCell {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  return cell === null ? null : cell.replace(UNWRITABLE, '').slice(0, LONGEST_TEXT)
}
