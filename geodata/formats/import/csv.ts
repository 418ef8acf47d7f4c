// What does each line of a CSV file say? RFC 4180, in UTF-8, with a header.
import { Records } from '#geodata/formats/import/foreign/text/records.ts'
import type {
  Imported,
  ImportedRow,
  ImportFormat,
  ImportProblem,
} from '#geodata/formats/import/format.ts'

const NOT_UTF8 = '\uFFFD'

export const csv: ImportFormat = { endings: ['csv'], read: readCsv }

/** Where quotes or the header are wrong that alone is named: every row below would only repeat it. */
function readCsv(bytes: Uint8Array): Imported {
  const problems: ImportProblem[] = []
  const records = new Records(',', (line) =>
    problems.push({
      line,
      column: '',
      came: 'a quote without its pair',
      expected: 'quotes in pairs, doubled inside a cell',
    }),
  )
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n')
  const [head, ...below] = records.push(text, true)
  const columns = (head?.cells ?? ['']).map((name) => name.trim())
  for (const column of columns.filter((name, index) => columns.indexOf(name) < index)) {
    problems.push({ line: 1, column, came: 'the column twice', expected: 'each column once' })
  }
  const rows: ImportedRow[] = []
  if (problems.length > 0) return { columns, rows, about: {}, problems }
  for (const { line, cells } of below) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const problem = problemOf(cells, columns)
    if (problem) problems.push({ line, ...problem })
    else {
      const named = columns.map((name, column) => [name, cells[column] ?? ''])
      rows.push({ line, cells: Object.fromEntries(named), geometry: null })
    }
  }
  return { columns, rows, about: {}, problems }
}

function problemOf(cells: string[], columns: string[]): Omit<ImportProblem, 'line'> | null {
  if (cells.length !== columns.length) {
    const expected = `${columns.length} cells, as in the header`
    return { column: '', came: `${cells.length} cells`, expected }
  }
  const broken = cells.findIndex((cell) => cell.includes(NOT_UTF8))
  if (broken < 0) return null
  return { column: columns[broken] ?? '', came: cells[broken] ?? '', expected: 'text in UTF-8' }
}
