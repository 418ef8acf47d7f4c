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

/**
 * Parses CSV text by a row schema. Empty cells are "" to the schema. Bad rows are left out of `rows`
 * and each told in `problems`: nothing is dropped silently.
 */
export function readCsv<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): { rows: SourceRow<T>[]; problems: RowProblem[] } {
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
  })
  const rows: SourceRow<T>[] = []
  const problems: RowProblem[] = parsed.errors.map((error) => ({
    file,
    line: (error.row ?? 0) + 2,
    column: '',
    came: error.message,
    expected: 'a row with as many cells as the header',
  }))
  parsed.data.forEach((cells, index) => {
    const line = index + 2
    const result = schema.safeParse(cells)
    if (result.success) {
      rows.push({ line, row: result.data })
      return
    }
    for (const issue of result.error.issues) {
      const column = String(issue.path[0] ?? '')
      problems.push({ file, line, column, came: cells[column] ?? '', expected: issue.message })
    }
  })
  return { rows, problems }
}

export function problemText(problem: RowProblem): string {
  const where = problem.column ? `, column ${problem.column}` : ''
  return `${problem.file}:${problem.line}${where}: came “${problem.came}”; expected ${problem.expected}`
}
