// What does each line of a CSV file say, and where does it say something impossible?
import Papa from 'papaparse'
import type { z } from 'zod'

/** One complaint about one cell, in words a person can act on. */
export type RowProblem = {
  file: string
  /** Line of the file as an editor counts, the header being 1. */
  line: number
  column: string
  came: string
  expected: string
}

export type SourceRow<T> = { line: number; row: T }

const LINE_BREAK = /\r\n|\r|\n/g
const NOT_UTF8 = '\uFFFD'

/**
 * Parses CSV text by a row schema. Empty cells are "" to the schema. Bad rows are left out of `rows`
 * and each told in `problems`: nothing is dropped silently. A wrong header is told alone, for every
 * row below it would only repeat it.
 */
export function readCsv<T extends z.ZodObject>(
  file: string,
  text: string,
  schema: T,
): { rows: SourceRow<z.infer<T>>[]; problems: RowProblem[] } {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',' })
  const lines = linesOf(parsed.data)
  const problems: RowProblem[] = []
  const tell = (line: number, column: string, came: string, expected: string) =>
    problems.push({ file, line, column, came, expected })
  for (const error of parsed.errors) {
    tell(lines[error.row ?? 0] ?? 1, '', error.message, 'quotes in pairs, doubled inside a cell')
  }
  const header = (parsed.data[0] ?? []).map((name) => name.trim())
  for (const { column, came, expected } of headerProblems(header, schema)) {
    tell(1, column, came, expected)
  }
  if (problems.length > 0) return { rows: [], problems }

  const rows: SourceRow<z.infer<T>>[] = []
  parsed.data.forEach((cells, index) => {
    const line = lines[index] ?? 1
    if (index === 0 || cells.every((cell) => cell.trim() === '')) return
    if (cells.length !== header.length) {
      tell(line, '', `${cells.length} cells`, `${header.length} cells, as in the header`)
      return
    }
    const broken = cells.findIndex((cell) => cell.includes(NOT_UTF8))
    if (broken >= 0) {
      tell(line, header[broken] ?? '', cells[broken] ?? '', 'text in UTF-8')
      return
    }
    const named = Object.fromEntries(header.map((name, column) => [name, cells[column] ?? '']))
    const result = schema.safeParse(named)
    if (result.success) rows.push({ line, row: result.data })
    else {
      for (const issue of result.error.issues) {
        const column = String(issue.path[0] ?? '')
        tell(line, column, named[column] ?? '', issue.message)
      }
    }
  })
  return { rows, problems }
}

export function problemText(problem: RowProblem): string {
  const where = problem.column ? `, column ${problem.column}` : ''
  return `${problem.file}:${problem.line}${where}: came “${problem.came}”; expected ${problem.expected}`
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

/** Columns that are missing, there twice, or, where the schema is strict, unknown. */
function headerProblems(header: string[], schema: z.ZodObject) {
  const known = Object.keys(schema.shape)
  const strict = schema.def.catchall?._zod.def.type === 'never'
  const all = `the columns ${known.join(', ')}`
  return [
    ...known
      .filter((name) => !header.includes(name))
      .map((column) => ({ column, came: 'no such column', expected: all })),
    ...header
      .filter((name) => strict && !known.includes(name))
      .map((column) => ({ column, came: 'an unknown column', expected: all })),
    ...header
      .filter((name, index) => header.indexOf(name) < index)
      .map((column) => ({ column, came: 'the column twice', expected: 'each column once' })),
  ]
}
