// A form in a spreadsheet: every cell in its place, what is filled in unlocked, the rest locked.
import { type CellStyle, parseCellRef, type WriteSheet } from 'hucre/xlsx'
import { INK_3, LOOKS } from '#geodata/formats/export/form-looks.ts'
import type { FormCell, FormCheck, FormSheet } from '#geodata/formats/export/format.ts'
import { SHOWN_AS, writable, writableText } from '#geodata/formats/export/writable-cell.ts'

type Cells = NonNullable<WriteSheet['cells']>
type Written = NonNullable<ReturnType<Cells['get']>>

export function writtenForm(form: FormSheet): WriteSheet {
  const cells: Cells = new Map()
  form.rows.forEach((row, rowIndex) => {
    row.cells.forEach((cell, column) => {
      if (cell) cells.set(`${rowIndex},${column}`, writtenCell(cell))
    })
  })
  const { printTitles, printArea, pagesHigh = 'one', foot } = form
  const frozen = frozenPane(form)
  return {
    name: form.name,
    rows: form.rows.map((row) => row.cells.map(() => null)),
    columns: form.widths.map((width) => (width === 0 ? { hidden: true, width: 8 } : { width })),
    cells,
    rowDefs: new Map(
      form.rows.flatMap(({ heightPoints: height }, index) =>
        height === undefined ? [] : [[index, { height }] as const],
      ),
    ),
    merges: (form.merges ?? []).map(rangeOf),
    dataValidations: (form.checks ?? []).map(checkOf),
    view: { showGridLines: form.hasGrid ?? false },
    ...(form.isProtected ? { protection: PROTECTED } : {}),
    ...(frozen ? { freezePane: frozen } : {}),
    ...(form.isHidden ? { veryHidden: true } : {}),
    ...(foot === undefined ? {} : { headerFooter: { oddFooter: foot } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: pagesHigh === 'one' ? 1 : 0,
      margins: { top: 0.4, right: 0.4, bottom: 0.5, left: 0.4, header: 0.2, footer: 0.2 },
      ...(printTitles === undefined ? {} : { printTitlesRow: printTitles }),
      ...(printArea === undefined ? {} : { printArea }),
    },
  }
}

function frozenPane({ frozenRows, frozenColumns }: FormSheet): WriteSheet['freezePane'] | null {
  if (frozenRows === undefined && frozenColumns === undefined) return null
  return {
    ...(frozenRows === undefined ? {} : { rows: frozenRows }),
    ...(frozenColumns === undefined ? {} : { columns: frozenColumns }),
  }
}

/** Without a password: it keeps from slips, not from anybody. */
const PROTECTED = { sheet: true, objects: true, scenarios: true, formatColumns: false }

function writtenCell(cell: FormCell): Written {
  const written = withoutComment(cell)
  if (cell.comment === undefined) return written
  return { ...written, comment: { text: writableText(cell.comment) } }
}

function withoutComment({ value, look, isAside, format, formula }: FormCell): Written {
  const style: CellStyle = {
    ...LOOKS[look],
    ...(format ? { numFmt: SHOWN_AS[format] } : {}),
  }
  if (typeof value === 'boolean') return { type: 'boolean', value, style }
  if (value !== null && typeof value === 'object' && 'date' in value) {
    const { date } = value
    const numFmt = date.includes('T') ? 'yyyy-mm-dd hh:mm:ss' : 'yyyy-mm-dd'
    return { type: 'date', value: new Date(dayAndTime(date)), style: { ...style, numFmt } }
  }
  if (value !== null && typeof value === 'object') {
    const [zh, en] = [writableText(value.zh), writableText(value.en)]
    const between = isAside ? '　' : '\n'
    const font = style.font ?? {}
    const size = (font.size ?? 10) - (isAside ? 0 : 1)
    return {
      type: 'richText',
      value: `${zh}${between}${en}`,
      style,
      richText: [
        { text: zh, font },
        { text: `${between}${en}`, font: { ...font, bold: false, size, color: INK_3 } },
      ],
    }
  }
  const plain = writable(value)
  if (formula !== undefined) {
    return { type: 'formula', value: plain, formula, formulaResult: plain, style }
  }
  return { type: typeOf(plain), value: plain, style }
}

/** In no time zone: as the cell has it. */
const dayAndTime = (date: string) => (date.includes('T') ? `${date.replace(/Z$/, '')}Z` : date)

const typeOf = (value: string | number | null) =>
  value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string'

function rangeOf(text: string) {
  const [from = '', to = from] = text.split(':')
  const [start, end] = [parseCellRef(from), parseCellRef(to)]
  return { startRow: start.row, startCol: start.col, endRow: end.row, endCol: end.col }
}

function checkOf({
  range,
  allows,
  hint,
}: FormCheck): NonNullable<WriteSheet['dataValidations']>[number] {
  const told = {
    range,
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    errorStyle: 'stop' as const,
    inputMessage: hint,
    errorMessage: hint,
  }
  if ('values' in allows) return { ...told, type: 'list', values: [...allows.values] }
  if ('formula' in allows) return { ...told, type: 'custom', formula1: allows.formula }
  if ('anything' in allows) {
    return { ...told, type: 'custom', formula1: 'TRUE', showErrorMessage: false }
  }
  return {
    ...told,
    type: 'list',
    formula1: allows.listedIn,
    showErrorMessage: !allows.isOpen,
  }
}
