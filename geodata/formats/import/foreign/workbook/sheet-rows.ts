// Which cells stand in each row of a sheet? Only those that hold something; what a formula came to is its value.
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import type { Notes } from '#geodata/formats/import/foreign/note.ts'
import type { Cell, ForeignRow } from '#geodata/formats/import/foreign/piece.ts'
import { isYes } from '#geodata/formats/import/foreign/workbook/book.ts'
import { unescapedText } from '#geodata/formats/import/foreign/workbook/escaped-text.ts'
import {
  type NumberFormat,
  numberCell,
} from '#geodata/formats/import/foreign/workbook/number-format.ts'
import type { SharedTexts } from '#geodata/formats/import/foreign/workbook/shared-texts.ts'
import type { XmlReader } from '#geodata/formats/import/foreign/xml/xml-scanner.ts'

const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
const MOST_RANGES = 100_000

export type SheetGround = {
  texts: SharedTexts
  formats: readonly NumberFormat[]
  is1904: boolean
  allowance: Allowance
  notes: Notes
}

export class SheetRows implements XmlReader {
  rows: ForeignRow[] = []
  readonly ranges: string[] = []
  readonly #ground: SheetGround
  #row = 0
  #column = 0
  #type = 'n'
  #style = 0
  #value = ''
  #hasFormula = false
  #isHidden = false
  #isInValue = false
  #isSpoken = false
  #cells: Cell[] = []

  constructor(ground: SheetGround) {
    this.#ground = ground
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'c':
        this.#openCell(attributes)
        break
      case 'v':
        this.#isInValue = true
        this.#value = ''
        break
      case 't':
        this.#isInValue = this.#type === 'inlineStr' && !this.#isSpoken
        break
      case 'rPh':
        this.#isSpoken = true
        break
      case 'f':
        this.#hasFormula = true
        break
      case 'row':
        this.#openRow(attributes.r, isYes(attributes.hidden))
        break
      case 'mergeCell':
        if (attributes.ref && this.ranges.length < MOST_RANGES) this.ranges.push(attributes.ref)
    }
  }

  text(text: string): void {
    if (!this.#isInValue) return
    this.#value += text
    this.#ground.allowance.cell(this.#value.length)
  }

  close(name: string): void {
    switch (name) {
      case 'c':
        this.#closeCell()
        break
      case 'v':
      case 't':
        this.#isInValue = false
        break
      case 'rPh':
        this.#isSpoken = false
        break
      case 'row':
        this.#closeRow()
    }
  }

  onBrokenText(): void {
    this.#ground.notes.add('broken-text', this.#row || null)
  }

  #openRow(written: string | undefined, isHidden: boolean): void {
    this.#isHidden = isHidden
    const said = Number(written)
    const isNext = Number.isInteger(said) && said > this.#row && said <= MOST_ROWS
    this.#row = isNext ? said : this.#row + 1
    this.#column = 0
    this.#cells = []
  }

  #openCell({ r = '', t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    this.#column = columnIn(r) ?? this.#column + 1
    this.#type = t
    this.#style = Number(s)
    this.#value = ''
    this.#hasFormula = false
  }

  #closeCell(): void {
    const cell = this.#cellValue()
    if (cell === '' || this.#column > MOST_COLUMNS) return
    this.#ground.allowance.columns(this.#column)
    while (this.#cells.length < this.#column - 1) this.#cells.push('')
    this.#cells[this.#column - 1] = cell
  }

  #cellValue(): Cell {
    const { texts, notes } = this.#ground
    const written = this.#value
    if (written === '') {
      if (this.#hasFormula && this.#type !== 'str') notes.add('no-formula-value', this.#row)
      return ''
    }
    switch (this.#type) {
      case 's': {
        const text = /^\s*\d+\s*$/.test(written) ? texts.at(Number(written)) : undefined
        if (text === undefined) notes.add('unreadable-cell', this.#row)
        else this.#ground.allowance.held(text.length)
        return text ?? ''
      }
      case 'str':
      case 'inlineStr':
        return unescapedText(written)
      case 'b':
        return written.trim() === '1' || written.trim() === 'true'
      case 'e':
        return { error: written }
      case 'd':
        return { date: written.replace(/T00:00(:00(\.0+)?)?Z?$/, '') }
      default:
        return this.#number(written)
    }
  }

  #number(written: string): Cell {
    const { formats, is1904, notes } = this.#ground
    const format = formats[this.#style] ?? { kind: 'number' as const }
    const found = numberCell(written, format, is1904)
    if (found) {
      if (found.isLost) notes.add('lost-digits', this.#row, lettersOf(this.#column))
      return found.cell
    }
    // A date that no calendar has is still the number it is written as.
    const value = Number(written)
    if (written.trim() !== '' && Number.isFinite(value)) return value
    notes.add('unreadable-cell', this.#row)
    return ''
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return
    this.#ground.allowance.row(this.#cells.length)
    if (this.#isHidden) this.#ground.notes.add('hidden-rows', this.#row)
    this.rows.push({ line: this.#row, cells: this.#cells })
    this.#cells = []
  }
}

/** AB12 is column 28; null: it is not told. */
function columnIn(reference: string): number | null {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
    if (column > MOST_COLUMNS) break
  }
  return column || null
}

export function lettersOf(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
