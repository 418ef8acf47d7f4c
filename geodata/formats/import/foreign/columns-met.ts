// Columns of a table that are only met on the way, as in KML and GeoJSON, where each feature names its own.
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import { checkedGeometry } from '#geodata/formats/import/foreign/checked-geometry.ts'
import type { Notes } from '#geodata/formats/import/foreign/note.ts'
import type { Cell, ForeignRow, Piece } from '#geodata/formats/import/foreign/piece.ts'

const BATCH_ROWS = 500

export class ColumnsMet {
  readonly #allowance: Allowance
  readonly #notes: Notes
  readonly #placeOf = new Map<string, number>()
  #told = 0
  #rows: ForeignRow[] = []

  constructor(allowance: Allowance, notes: Notes) {
    this.#allowance = allowance
    this.#notes = notes
  }

  /** A row of named cells; `geometry` as the file has it. */
  add(line: number, named: Iterable<readonly [string, Cell]>, geometry: unknown): void {
    const cells: Cell[] = []
    for (const [name, cell] of named) {
      const place = this.#placeOf.get(name) ?? this.#placeOf.size
      if (place === this.#placeOf.size) {
        this.#allowance.columns(place + 1)
        this.#placeOf.set(name, place)
      }
      while (cells.length < place) cells.push('')
      if (typeof cell === 'string') this.#allowance.cell(cell.length)
      cells[place] = cell
    }
    this.#allowance.row(cells.length)
    const checked = checkedGeometry(geometry)
    if (checked === 'bad' || checked === 'other') this.#notes.add(`${checked}-geometry`, line)
    this.#rows.push({ line, cells, geometry: typeof checked === 'string' ? null : checked })
  }

  /** What is to be handed out; fewer rows than a batch wait, unless it is the end. */
  *pieces(isLast: boolean): Generator<Piece> {
    if (this.#rows.length < (isLast ? 1 : BATCH_ROWS)) return
    if (this.#placeOf.size > this.#told) {
      this.#told = this.#placeOf.size
      yield { kind: 'columns', columns: [...this.#placeOf.keys()] }
    }
    yield { kind: 'rows', rows: this.#rows }
    this.#rows = []
  }
}
