// A file as its reader hands it out, kept row by row until somebody writes it or forgets it.
import type { ForeignRow, Pieces } from '#geodata/formats/import/foreign/piece.ts'
import type { ImportFile, KeptSheet } from '#server/store/import-file.ts'

export async function keepRows(kept: ImportFile, pieces: Pieces): Promise<void> {
  let number = -1
  let sheet: KeptSheet | null = null
  const keep = () => sheet && kept.putSheet(number, sheet)
  for await (const piece of pieces) {
    if (piece.kind === 'table') {
      keep()
      number += 1
      const { name, columns, isHidden } = piece
      sheet = {
        name,
        isHidden,
        columns,
        rows: 0,
        written: null,
        said: null,
        notes: [],
        merged: [],
      }
      continue
    }
    if (!sheet) throw new Error(`A reader handed out ${piece.kind} before any table.`)
    switch (piece.kind) {
      case 'written':
        sheet.written = { encoding: piece.encoding, delimiter: piece.delimiter }
        break
      case 'columns':
        sheet.columns = piece.columns
        break
      case 'system':
        sheet.said = piece.system
        break
      case 'merged':
        sheet.merged = piece.ranges
        break
      case 'note': {
        const { kind, zh, en } = piece.note
        sheet.notes.push({ kind, words: { zh, en } })
        break
      }
      case 'rows':
        keepPart(kept, number, sheet, piece.rows)
    }
  }
  keep()
}

function keepPart(
  kept: ImportFile,
  number: number,
  sheet: KeptSheet,
  rows: readonly ForeignRow[],
): void {
  kept.putRows(number, sheet.rows, rows)
  sheet.rows += rows.length
}
