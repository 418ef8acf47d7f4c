// What does a reader of an import format return?
//
// A format is one file in import/ and one line of its table. Cells and geometries come as the file has
// them: the schema of the table they go into says what they may hold.

/** One complaint about one place in a file, in words a person can act on. */
export type ImportProblem = {
  /** Line of the file as an editor counts, the first being 1; in files without lines, which row. */
  line: number
  /** Name of the cell; empty: the whole line. */
  column: string
  came: string
  expected: string
}

export type ImportedRow = {
  line: number
  cells: Record<string, unknown>
  /** Null in tables, and where a row has no place. */
  geometry: unknown
}

export type Imported = {
  columns: string[]
  rows: ImportedRow[]
  /** What the file says of itself beside its rows. */
  about: Record<string, unknown>
  /** A row named here is not among the rows: nothing is dropped silently. */
  problems: ImportProblem[]
}

export type ImportFormat = {
  /** How names of such files end, without the dot. */
  endings: readonly string[]
  read: (bytes: Uint8Array) => Imported
}
