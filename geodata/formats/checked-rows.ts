// Which rows of a file may be taken over, and where does it say something impossible?
import type { z } from 'zod'
import type { Imported, ImportProblem } from '#geodata/formats/import/format.ts'
import { importFormatOf } from '#geodata/formats/import/index.ts'

export type RowProblem = ImportProblem & { file: string }

export type SourceRow<T> = { line: number; row: T }

/**
 * Reads a file in the format its name says, by a row schema. Empty cells are "" to the schema. Bad rows
 * are left out of `rows` and each named in `problems`: nothing is dropped silently. A wrong header is named
 * alone, for every row below it would only repeat it.
 */
export function readRows<T extends z.ZodObject>(
  file: string,
  bytes: Uint8Array,
  schema: T,
): { rows: SourceRow<z.infer<T>>[]; problems: RowProblem[] } {
  const format = importFormatOf(file)
  if (!format) throw new Error(`${file} came; expected a name that ends as an import format's.`)
  const imported = format.read(bytes)
  const ofHeader = headerProblems(imported, schema)
  if (ofHeader.length > 0) {
    const problems = [...ofHeader, ...imported.problems.filter(({ line }) => line === 1)]
    return { rows: [], problems: problems.map((problem) => ({ file, ...problem })) }
  }
  const rows: SourceRow<z.infer<T>>[] = []
  const problems = [...imported.problems]
  for (const { line, cells } of imported.rows) {
    const result = schema.safeParse(cells)
    if (result.success) rows.push({ line, row: result.data })
    else {
      for (const { path, message } of result.error.issues) {
        const column = String(path[0] ?? '')
        problems.push({ line, column, came: String(cells[column] ?? ''), expected: message })
      }
    }
  }
  problems.sort((a, b) => a.line - b.line)
  return { rows, problems: problems.map((problem) => ({ file, ...problem })) }
}

export function problemText(problem: RowProblem): string {
  const where = problem.column ? `, column ${problem.column}` : ''
  return `${problem.file}:${problem.line}${where}: came “${problem.came}”; expected ${problem.expected}`
}

/** Columns that are missing or, where the schema is strict, unknown. */
function headerProblems({ columns }: Imported, schema: z.ZodObject): ImportProblem[] {
  const known = Object.keys(schema.shape)
  const strict = schema.def.catchall?._zod.def.type === 'never'
  const expected = `the columns ${known.join(', ')}`
  return [
    ...known
      .filter((name) => !columns.includes(name))
      .map((column) => ({ line: 1, column, came: 'no such column', expected })),
    ...columns
      .filter((name) => strict && !known.includes(name))
      .map((column) => ({ line: 1, column, came: 'an unknown column', expected })),
  ]
}
