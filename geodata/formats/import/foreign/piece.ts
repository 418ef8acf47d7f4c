// What does a reader of somebody's own file hand out?
//
//   table → (written │ columns │ system │ rows)* → merged? → note* → table → …
//
// Piece by piece, so that a file of a million rows is never held as a whole. A reader that throws a ReadRefusal takes
// back everything: what was handed out before is of no file that was read.
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'
import type { NotePiece } from '#geodata/formats/import/foreign/note.ts'

/**
 * What stands in a cell, as it stands there; '' is nothing. A date is an ISO day, with a time of day where the file
 * has one. An error is a spreadsheet's own: #REF!, #N/A.
 */
export type Cell = string | number | boolean | { date: string } | { error: string }

export type ForeignRow = {
  /** As an editor or a spreadsheet counts, the first being 1; in files without lines, which row, place or feature. */
  line: number
  /** In the order of the columns; what is missing at the end is empty. */
  cells: Cell[]
  /** Left out where the format knows no places; null: this row has none, or none that can be read. */
  geometry?: Geometry | null
}

/** What the file itself says of its coordinates; nobody has checked it. */
export type SaidSystem = {
  by: 'format' | 'prj' | 'crs' | 'srs'
  /** As “EPSG:4490”, or what else names it. */
  name: string | null
  wellKnownText: string | null
}

export type Piece =
  /** `columns` null: rows come raw, and which of them is the header is for others to find. */
  | { kind: 'table'; name: string; columns: readonly string[] | null; isHidden: boolean }
  /** Of a table of text: how it was found to be written. */
  | { kind: 'written'; encoding: 'UTF-8' | 'UTF-16' | 'GB18030'; delimiter: string }
  /** All columns of the table so far, where they are only met on the way. */
  | { kind: 'columns'; columns: readonly string[] }
  | { kind: 'system'; system: SaidSystem }
  | { kind: 'rows'; rows: ForeignRow[] }
  /** Merged cells of the table, as A1:C1; only the first of each has a value. */
  | { kind: 'merged'; ranges: readonly string[] }
  | NotePiece

export type Pieces = AsyncGenerator<Piece, void, undefined>
