// Rows of a file that cannot be written yet, as a workbook to mend and bring in again: the columns of the file, before
// them where each row stood and why it came back; the cells at fault are marked and say what fits.
import { cellText } from '#geodata/analysis/importing/cell-text.ts'
import { type Nameables, nameablesFor } from '#geodata/analysis/importing/cell-value.ts'
import { choiceLists, type Language } from '#geodata/analysis/importing/choice-lists.ts'
import { MEND_HEADERS } from '#geodata/analysis/importing/header-mapping.ts'
import { columnsOf, type ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import type { RowFault } from '#geodata/analysis/importing/judge-row.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import type { FormCell, FormSheet, Workbook } from '#geodata/formats/export/format.ts'
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'

/** Of a row that came back: its number in the file, its cells in the order of the headers, everything wrong with it. */
export type MendRow = {
  line: number
  cells: readonly Cell[]
  faults: readonly Pick<RowFault, 'column' | 'came' | 'fits'>[]
}

export type Mending = {
  table: ImportTableId
  language: Language
  /** In the order of the file, and which column of the table each fills. */
  headers: readonly { header: string; column: string | null }[]
  rows: readonly MendRow[]
  /** What cells may name, for the lists. */
  known: Nameables
}

/** Where the headers stand twice over, as of a file that was mended before, those of the sheet are left out. */
const OWN_HEADERS: ReadonlySet<string> = new Set([...MEND_HEADERS.zh, ...MEND_HEADERS.en])
const FIRST_ROW = 2
const [NARROWEST, WIDEST, REASON_WIDTH] = [9, 40, 48]

export function mendBook({ table, language, headers, rows, known }: Mending): Workbook {
  const columns = columnsOf(table)
  const shown = headers.flatMap(({ header, column }, at) =>
    OWN_HEADERS.has(header.trim())
      ? []
      : [{ header, at, column: columns.find(({ name }) => name === column) ?? null }],
  )
  const listed = [
    { column: null, hint: '' },
    { column: null, hint: '' },
    ...shown.map(({ column }) => ({ column: isListed(column, known) ? column : null, hint: '' })),
  ]
  const { checks, lists } = choiceLists(listed, FIRST_ROW, known, language)
  const [line, reason] = MEND_HEADERS[language]
  const sheet: FormSheet = {
    name: MEND[language],
    widths: [8, REASON_WIDTH, ...shown.map(({ header, at }) => widthOf(header, at, rows))],
    rows: [
      {
        cells: [line, reason, ...shown.map(({ header }) => header)].map(
          (value): FormCell => ({ value, look: 'column' }),
        ),
        heightPoints: 24,
      },
      ...rows.map((row) => ({ cells: rowCells(row, shown, language, columns) })),
    ],
    checks,
    frozenRows: 1,
    frozenColumns: 2,
    hasGrid: true,
    pagesHigh: 'any',
    printTitles: '$1:$1',
  }
  return { title: mendTitle(table, language), sheets: lists ? [sheet, lists] : [sheet] }
}

export function mendTitle(table: ImportTableId, language: Language): string {
  const title = TITLES[table][language]
  return language === 'zh' ? `待改-${title}` : `To mend - ${title}`
}

const MEND = { zh: '待改', en: 'To mend' } as const

const isListed = (column: ImportColumn | null, known: Nameables) =>
  column !== null && (column.choices.length > 0 || (nameablesFor(column, known)?.length ?? 0) > 0)

type Shown = { header: string; at: number; column: ImportColumn | null }

function rowCells(
  { line, cells, faults }: MendRow,
  shown: readonly Shown[],
  language: Language,
  columns: readonly ImportColumn[],
): FormCell[] {
  return [
    { value: line, look: 'reason' },
    { value: reasonOf(faults, shown, language, columns), look: 'reason' },
    ...shown.map(({ at, column }): FormCell => {
      const own = faults.filter((fault) => column !== null && isAt(fault.column, column.name))
      const value = shownValue(cells[at])
      if (own.length > 0) {
        const comment = own.map(({ fits }) => fits[language]).join('\n')
        return { value, look: 'fault', comment }
      }
      return { value, look: typeof value === 'string' ? 'cellText' : 'cell' }
    }),
  ]
}

/** Of two cells of coordinates both are at fault where the place is. */
const isAt = (at: string | null, column: string) =>
  at === column || (at === 'place.both' && /^place\.(first|second)$/.test(column))

function shownValue(cell: Cell | undefined): FormCell['value'] {
  if (cell === undefined || cell === '') return null
  return typeof cell === 'object' && 'error' in cell ? cell.error : cell
}

/** 环节：“轮胎”，查不到… joined; named by the header of the file, else by the column that the file lacks. */
function reasonOf(
  faults: MendRow['faults'],
  shown: readonly Shown[],
  language: Language,
  columns: readonly ImportColumn[],
): string {
  return faults
    .map(({ column, came, fits }) => {
      const header = shown.find(
        (one) => one.column !== null && isAt(column, one.column.name),
      )?.header
      const name = header ?? columns.find((one) => one.name === column)?.words[language] ?? ''
      const [colon, semicolon] = language === 'zh' ? ['：', '，'] : [': ', '; ']
      const told = came === '' ? '' : `“${came}”`
      return `${name}${name ? colon : ''}${told}${told ? semicolon : ''}${fits[language]}`
    })
    .join('\n')
}

/** By the header and the first rows; a Chinese character is as wide as two letters. */
function widthOf(header: string, at: number, rows: readonly MendRow[]): number {
  const texts = [header, ...rows.slice(0, 50).map(({ cells }) => cellText(cells[at]))]
  const letters = texts.map((text) =>
    [...text].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0),
  )
  return Math.min(WIDEST, Math.max(NARROWEST, ...letters) + 2)
}
