// What does each line of a CSV file say? RFC 4180, in UTF-8, with a header.
import Papa from 'papaparse'
import type {
  Imported,
  ImportedRow,
  ImportFormat,
  ImportProblem,
} from '#geodata/formats/import/format.ts'

const LINE_BREAK = /\r\n|\r|\n/g
const NOT_UTF8 = '\uFFFD'

export const csv: ImportFormat = { endings: ['csv'], read: readCsv }

/** Where quotes or the header are wrong that alone is named: every row below would only repeat it. */
function readCsv(bytes: Uint8Array): Imported {
  const parsed = Papa.parse<string[]>(new TextDecoder().decode(bytes), { delimiter: ',' })
  const lines = linesOf(parsed.data)
  const columns = (parsed.data[0] ?? []).map((name) => name.trim())
  const problems: ImportProblem[] = [
    ...parsed.errors.map(({ row, message }) => ({
      line: lines[row ?? 0] ?? 1,
      column: '',
      came: message,
      expected: 'quotes in pairs, doubled inside a cell',
    })),
    ...columns
      .filter((name, index) => columns.indexOf(name) < index)
      .map((column) => ({
        line: 1,
        column,
        came: 'the column twice',
        expected: 'each column once',
      })),
  ]
  const rows: ImportedRow[] = []
  if (problems.length > 0) return { columns, rows, about: {}, problems }
  parsed.data.forEach((cells, index) => {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) return
    const line = lines[index] ?? 1
    const problem = problemOf(cells, columns)
    if (problem) problems.push({ line, ...problem })
    else {
      const named = columns.map((name, column) => [name, cells[column] ?? ''])
      rows.push({ line, cells: Object.fromEntries(named), geometry: null })
    }
  })
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

/** Line on which each record starts: cells in quotes may hold line breaks of their own. */
function linesOf(records: string[][]): number[] {
  let next = 1
  return records.map((cells) => {
    const line = next
    next += 1 + cells.reduce((sum, cell) => sum + (cell.match(LINE_BREAK)?.length ?? 0), 0)
    return line
  })
}
