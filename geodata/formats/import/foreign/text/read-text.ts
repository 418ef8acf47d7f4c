// What stands in a table of text: CSV, TSV, or what was pasted from a spreadsheet?
import { unguarded } from '#geodata/formats/guarded-text.ts'
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import { type ByteFile, chunksOf } from '#geodata/formats/import/foreign/byte-file.ts'
import { Notes } from '#geodata/formats/import/foreign/note.ts'
import type { ForeignRow, Pieces } from '#geodata/formats/import/foreign/piece.ts'
import { noTable, ReadRefusal } from '#geodata/formats/import/foreign/read-refusal.ts'
import { decodedText, ENCODING_NAMES } from '#geodata/formats/import/foreign/text/decoded-text.ts'
import { type Delimiter, delimiterOf } from '#geodata/formats/import/foreign/text/delimiter.ts'
import { Records } from '#geodata/formats/import/foreign/text/records.ts'
import { surveyEncoding } from '#geodata/formats/import/foreign/text/survey-encoding.ts'

/** What spreadsheets write into the first line to say the delimiter. */
const SAID_DELIMITER = /^\uFEFF?sep=([,\t;|，])\n/
const BATCH_ROWS = 1000

export async function* readText(file: ByteFile, name: string, allowance: Allowance): Pieces {
  // Read once for its encoding, and once for what it says.
  allowance.expect(file.byteCount * 2)
  const survey = await surveyEncoding(chunksOf(file, allowance))
  if (survey.isBinary) throw noText()
  const notes = new Notes()
  allowance.table()
  yield { kind: 'table', name: baseName(name), columns: null, isHidden: false }
  const table = new TextTable(allowance, notes)
  let held: string | null = null
  // One block is held back, for only behind the last one it is known to be the last.
  for await (const text of decodedText(chunksOf(file, allowance), survey, notes)) {
    if (held === null) {
      const encoding = ENCODING_NAMES[survey.encoding]
      yield { kind: 'written', encoding, delimiter: table.begin(text) }
    } else yield* batches(table.rows(held, false))
    held = text
  }
  yield* batches(table.rows(held ?? '', true))
  if (!table.hasRows) throw noTable({ zh: '没有一行有内容', en: 'no line has any content' })
  yield* notes.pieces()
}

class TextTable {
  hasRows = false
  readonly #allowance: Allowance
  readonly #notes: Notes
  #records = new Records(',')
  #saysDelimiter = false

  constructor(allowance: Allowance, notes: Notes) {
    this.#allowance = allowance
    this.#notes = notes
  }

  /** By the beginning of the text; returns the delimiter. */
  begin(text: string): Delimiter {
    const said = SAID_DELIMITER.exec(text)?.[1] as Delimiter | undefined
    this.#saysDelimiter = said !== undefined
    const delimiter = said ?? delimiterOf(text)
    this.#records = new Records(delimiter, (line) => this.#notes.add('broken-quote', line))
    return delimiter
  }

  /** Empty rows are none. */
  rows(text: string, isLast: boolean): ForeignRow[] {
    const rows = this.#records.push(text, isLast).filter(({ line, cells }) => {
      if (line === 1 && this.#saysDelimiter) return false
      this.#allowance.row(cells.length)
      for (const [at, cell] of cells.entries()) {
        this.#allowance.cell(cell.length)
        const meant = unguarded(cell)
        if (meant === cell) continue
        cells[at] = meant
        this.#notes.add('guarded-text', line)
      }
      return cells.some((cell) => cell !== '')
    })
    this.#allowance.cell(this.#records.waiting / 2)
    this.hasRows ||= rows.length > 0
    return rows
  }
}

function* batches(rows: ForeignRow[]) {
  for (let at = 0; at < rows.length; at += BATCH_ROWS) {
    yield { kind: 'rows' as const, rows: rows.slice(at, at + BATCH_ROWS) }
  }
}

/** The name of a file without its folder and its ending. */
export function baseName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? name
  return last.replace(/\.[^.]*$/, '') || last
}

function noText(): ReadRefusal {
  return new ReadRefusal('other-format', {
    zh: '这不是文本文件，也不是能识别的数据文件。可以读取 CSV、TSV、XLSX、GeoJSON、Shapefile（zip）、KML/KMZ 和 GeoPackage。',
    en: 'It is neither text nor a kind of data file that is known. CSV, TSV, XLSX, GeoJSON, Shapefile (zip), KML/KMZ and GeoPackage can be read.',
  })
}
