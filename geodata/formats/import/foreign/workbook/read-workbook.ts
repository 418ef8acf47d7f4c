// What stands in each sheet of somebody's workbook? Office Open XML (ECMA-376), sheet by sheet, row by row.
//
// Cells keep what the file holds: text as text, a formula's stored result, errors as errors. A number of more than 15
// digits was cut by the spreadsheet itself; its digits are given as they are in the file, and that is noted.
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import type { ByteFile } from '#geodata/formats/import/foreign/byte-file.ts'
import { Notes } from '#geodata/formats/import/foreign/note.ts'
import type { Pieces } from '#geodata/formats/import/foreign/piece.ts'
import { noTable } from '#geodata/formats/import/foreign/read-refusal.ts'
import { type Book, bookIn } from '#geodata/formats/import/foreign/workbook/book.ts'
import { SharedTexts } from '#geodata/formats/import/foreign/workbook/shared-texts.ts'
import { SheetRows } from '#geodata/formats/import/foreign/workbook/sheet-rows.ts'
import { xmlSteps } from '#geodata/formats/import/foreign/xml/xml-steps.ts'
import { partBytes } from '#geodata/formats/import/foreign/zip.ts'
import type { ZipEntry } from '#geodata/formats/zip-directory.ts'

const BATCH_ROWS = 1000

export async function* readWorkbook(
  file: ByteFile,
  _name: string,
  allowance: Allowance,
  entries: readonly ZipEntry[],
): Pieces {
  const book = await bookIn(file, entries, allowance)
  const parts = [book.texts, ...book.sheets.map(({ part }) => part)]
  allowance.expect(parts.reduce((sum, part) => sum + (part?.packedBytes ?? 0), 0))
  const texts = new SharedTexts(allowance)
  if (book.texts) {
    for await (const _ of xmlSteps(partBytes(file, book.texts, allowance), texts, allowance));
  }
  let count = 0
  for (const sheet of book.sheets) {
    for await (const piece of sheetPieces(file, sheet, { book, texts, allowance })) {
      if (piece.kind === 'rows') count += piece.rows.length
      yield piece
    }
  }
  if (count === 0) {
    throw noTable({ zh: '每张工作表都是空的', en: 'every sheet is empty' })
  }
}

async function* sheetPieces(
  file: ByteFile,
  { name, isHidden, part }: Book['sheets'][number],
  { book, texts, allowance }: { book: Book; texts: SharedTexts; allowance: Allowance },
): Pieces {
  const notes = new Notes()
  allowance.table()
  yield { kind: 'table', name, columns: null, isHidden }
  if (!part) {
    notes.add('missing-sheet', null, name)
    yield* notes.pieces()
    return
  }
  const { formats, is1904 } = book
  const sheet = new SheetRows({ texts, formats, is1904, allowance, notes })
  for await (const _ of xmlSteps(partBytes(file, part, allowance), sheet, allowance)) {
    if (sheet.rows.length < BATCH_ROWS) continue
    yield { kind: 'rows', rows: sheet.rows }
    sheet.rows = []
  }
  if (sheet.rows.length > 0) yield { kind: 'rows', rows: sheet.rows }
  if (sheet.ranges.length > 0) yield { kind: 'merged', ranges: sheet.ranges }
  yield* notes.pieces()
}
