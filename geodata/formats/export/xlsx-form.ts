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
  const { frozenRows, printTitles, printArea, pagesHigh = 'one', foot } = form
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
    view: { showGridLines: false },
    ...(form.isProtected ? { protection: PROTECTED } : {}),
    ...(frozenRows === undefined ? {} : { freezePane: { rows: frozenRows } }),
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

/** Without a password: it keeps from slips, not from anybody. */
const PROTECTED = { sheet: true, objects: true, scenarios: true, formatColumns: false }

function writtenCell({ value, look, isAside, format, formula }: FormCell): Written {
  const style: CellStyle = {
    ...LOOKS[look],
    ...(format ? { numFmt: SHOWN_AS[format] } : {}),
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
  return 'values' in allows
    ? { ...told, type: 'list', values: [...allows.values] }
    : { ...told, type: 'custom', formula1: allows.formula }
}
