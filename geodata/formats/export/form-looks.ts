// How does each kind of cell of a form look? The colours are those of the page on white paper (tokens.css).
import type { CellStyle } from 'hucre/xlsx'
import type { FormLook } from '#geodata/formats/export/format.ts'

/** Where it is missing the program takes its own. */
const FONT = 'Microsoft YaHei'
const INK = { rgb: '16212B' }
const INK_2 = { rgb: '48545E' }
export const INK_3 = { rgb: '6A747C' }
const LINE = { rgb: 'CFCAC0' }
const GROUND_2 = { rgb: 'F7F6F3' }
const PALE_BLUE = { rgb: 'E1EBF3' }
const PALE_RED = { rgb: 'F8E1DC' }

const thin = { style: 'thin' as const, color: LINE }
const BOXED: NonNullable<CellStyle['border']> = { top: thin, right: thin, bottom: thin, left: thin }

const filled = (color: typeof INK): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: color,
})

const left = { vertical: 'center', wrapText: true } as const
/** In a box no letter touches its edge. */
const inset = { ...left, horizontal: 'left', indent: 1 } as const
const centre = { ...left, horizontal: 'center' } as const

/** Cells of a table that somebody fills in or mends: the program's own grid shows between them. */
const PLAIN: CellStyle = {
  font: { name: FONT, size: 10, color: INK },
  alignment: { vertical: 'top', wrapText: true },
}
const COLUMN: CellStyle = {
  font: { name: FONT, size: 10, bold: true, color: INK },
  fill: filled(GROUND_2),
  border: BOXED,
  alignment: { vertical: 'center', wrapText: true },
}

/** Who fills it in finds what is his by its ground. */
const INPUT: CellStyle = {
  font: { name: FONT, size: 11, color: INK },
  fill: filled(PALE_BLUE),
  border: BOXED,
  alignment: centre,
  protection: { locked: false },
}

export const LOOKS: Readonly<Record<FormLook, CellStyle>> = {
  title: {
    font: { name: FONT, size: 18, bold: true, color: INK },
    alignment: { vertical: 'center' },
  },
  subtitle: { font: { name: FONT, size: 10, color: INK_3 }, alignment: { vertical: 'center' } },
  lead: { font: { name: FONT, size: 11, color: INK }, alignment: left },
  label: {
    font: { name: FONT, size: 10, color: INK_2 },
    alignment: { vertical: 'center', horizontal: 'right' },
  },
  head: {
    font: { name: FONT, size: 10, bold: true, color: INK },
    border: { bottom: { style: 'medium', color: INK } },
    alignment: inset,
  },
  example: {
    font: { name: FONT, size: 9, italic: true, color: INK_3 },
    border: BOXED,
    alignment: inset,
  },
  section: {
    font: { name: FONT, size: 10, bold: true, color: INK },
    fill: filled(GROUND_2),
    border: { bottom: thin },
    alignment: { vertical: 'center' },
  },
  order: { font: { name: FONT, size: 10, color: INK_2 }, border: BOXED, alignment: centre },
  text: { font: { name: FONT, size: 10, color: INK }, border: BOXED, alignment: inset },
  figure: {
    font: { name: FONT, size: 11, bold: true, color: INK },
    border: BOXED,
    alignment: centre,
  },
  small: { font: { name: FONT, size: 9, color: INK_2 }, border: BOXED, alignment: inset },
  input: INPUT,
  inputText: { ...INPUT, numFmt: '@', alignment: inset },
  computed: {
    font: { name: FONT, size: 10, color: INK },
    border: BOXED,
    alignment: { vertical: 'center' },
  },
  column: COLUMN,
  required: { ...COLUMN, fill: filled(PALE_BLUE) },
  sample: { ...PLAIN, font: { name: FONT, size: 10, italic: true, color: INK_3 }, numFmt: '@' },
  cell: PLAIN,
  cellText: { ...PLAIN, numFmt: '@' },
  fault: { ...PLAIN, fill: filled(PALE_RED), border: BOXED },
  reason: { ...PLAIN, fill: filled(GROUND_2), border: BOXED },
}
