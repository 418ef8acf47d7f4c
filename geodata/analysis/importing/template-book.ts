// An empty workbook for a table of the atlas: one sheet to fill in, one that explains its columns. Filled in, it is read
// by the names of its columns; the row of the example is passed over.
import type { Nameables } from '#geodata/analysis/importing/cell-value.ts'
import { choiceLists, type Language } from '#geodata/analysis/importing/choice-lists.ts'
import { type ColumnGuide, columnGuide } from '#geodata/analysis/importing/column-guide.ts'
import { columnsOf, type ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import { EXAMPLE_MARK } from '#geodata/analysis/importing/table-head.ts'
import { EDITABLE } from '#geodata/contract/editable/editable.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FormCell, FormLook, FormSheet, Workbook } from '#geodata/formats/export/format.ts'

/** Below the headers and the example. */
const FIRST_ROW = 3
/** So many rows are ready; those below take what is typed as the spreadsheet has it. */
const OPEN_ROWS = 300
const [NARROWEST, WIDEST] = [10, 28]

/** `known`: what cells may name, by kind of column or by column, for the lists. */
export function templateBook(table: ImportTableId, language: Language, known: Nameables): Workbook {
  const columns = templateColumns(table)
  const guides = columns.map((column) => columnGuide(column, known, language))
  const hints = columns.map((column, at) => ({ column, hint: hintOf(guides[at]) }))
  const { checks, lists } = choiceLists(hints, FIRST_ROW, known, language)
  const title = templateTitle(table, language)
  const empty = columns.map((column): FormCell => ({ value: null, look: lookOf(column) }))
  const sheet: FormSheet = {
    name: TITLES[table][language],
    widths: guides.map(widthOf),
    rows: [
      { cells: guides.map(headerCell), heightPoints: 34 },
      { cells: guides.map((guide, at) => exampleCell(guide, at, language)) },
      ...Array.from({ length: OPEN_ROWS }, () => ({ cells: empty })),
    ],
    checks,
    frozenRows: 1,
    frozenColumns: 1,
    hasGrid: true,
    pagesHigh: 'any',
    printTitles: '$1:$1',
  }
  const sheets = [sheet, guideSheet(table, columns, guides, language)]
  return { title, sheets: lists ? [...sheets, lists] : sheets }
}

export function templateTitle(table: ImportTableId, language: Language): string {
  const title = TITLES[table][language]
  return language === 'zh' ? `导入模板-${title}` : `Import template - ${title}`
}

/** As the contract has them, the id last; of places one pair of columns, and the address. */
export function templateColumns(table: ImportTableId): ImportColumn[] {
  const all = columnsOf(table).filter(({ name }) => name !== 'place.both')
  return [...all.filter(({ name }) => name !== 'id'), ...all.filter(({ name }) => name === 'id')]
}

/** Codes keep their zeros, and 2025-09 does not become a day. */
const lookOf = ({ kind }: ImportColumn): FormLook =>
  kind === 'number' || kind === 'place' ? 'cell' : 'cellText'

/** Shown where the cell is entered. */
function hintOf(guide: ColumnGuide | undefined): string {
  return guide?.isPlain ? guide.ifEmpty : (guide?.fits ?? '')
}

const headerCell = ({ header, isRequired }: ColumnGuide): FormCell => ({
  value: header,
  look: isRequired ? 'required' : 'column',
})

function exampleCell({ example }: ColumnGuide, at: number, language: Language): FormCell {
  const value = at === 0 ? `${EXAMPLE_MARK[language]}${example}` : example
  return { value: value === '' ? null : value, look: 'sample' }
}

/** A Chinese character is as wide as two letters. */
function widthOf({ header, example }: ColumnGuide, at: number): number {
  const longest = Math.max(...[header, String(example)].map(lettersOf))
  return Math.min(WIDEST, Math.max(NARROWEST, longest + (at === 0 ? 10 : 3)))
}

const lettersOf = (text: string) =>
  [...text].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0)

const HEADS: readonly Bilingual[] = [
  { zh: '列', en: 'Column' },
  { zh: '必填', en: 'Required' },
  { zh: '填什么', en: 'What fits' },
  { zh: '不填时', en: 'If left empty' },
  { zh: '单位', en: 'Unit' },
  { zh: '示例', en: 'Example' },
]
const REQUIRED = { zh: '必填', en: 'required' } as const
const GUIDE = { zh: '填写说明', en: 'How to fill it in' } as const

const NOTES: readonly Bilingual[] = [
  {
    zh: '从第 3 行起填，一行一条。第 2 行是示例，导入时跳过，删不删都行。',
    en: 'Begin in row 3, one row each. Row 2 is an example that the import passes over; it may stay.',
  },
  {
    zh: '带 * 的列必填。列可以换次序、可以删掉不用的，表头文字请不要改。',
    en: 'Columns with a star have to be filled. Columns may be moved or removed; leave their headers as they are.',
  },
  {
    zh: '来源、日期和可信度整份相同的，导入时统一填一次即可。',
    en: 'Where source, date and confidence are the same for all rows, they are given once at import.',
  },
]
const WITH_OUTLINES: Bilingual = {
  zh: '这张表的范围要有图形：表格里写不了，请用 GeoJSON、Shapefile、KML 或 GeoPackage 导入，属性列用同样的表头。',
  en: 'Rows of this table need an outline, which no spreadsheet holds: bring in GeoJSON, a Shapefile, KML or a GeoPackage with attributes of these names.',
}

function guideSheet(
  table: ImportTableId,
  columns: readonly ImportColumn[],
  guides: readonly ColumnGuide[],
  language: Language,
): FormSheet {
  const notes = EDITABLE[table].layer === 'MULTIPOLYGON' ? [WITH_OUTLINES, ...NOTES] : NOTES
  const head = HEADS.map((words): FormCell => ({ value: words[language], look: 'head' }))
  const lines = columns.map((_, at): FormSheet['rows'][number] => {
    const guide = guides[at] as ColumnGuide
    const told = [
      guide.header.replace(/\*$/, ''),
      guide.isRequired ? REQUIRED[language] : '',
      guide.fits,
      guide.isRequired && guide.ifEmpty === '' ? '' : guide.ifEmpty,
      guide.unit,
      guide.example,
    ]
    return {
      cells: told.map((value): FormCell => ({ value: value === '' ? null : value, look: 'text' })),
    }
  })
  const title: FormCell = { value: templateTitle(table, language), look: 'title' }
  return {
    name: GUIDE[language],
    widths: [30, 10, 56, 34, 10, 26],
    rows: [
      { cells: [title], heightPoints: 30 },
      ...notes.map((words) => ({
        cells: [{ value: words[language], look: 'lead' } satisfies FormCell],
        heightPoints: 32,
      })),
      { cells: [] },
      { cells: head, heightPoints: 22 },
      ...lines,
    ],
    merges: notes.map((_, at) => `A${at + 2}:F${at + 2}`),
    pagesHigh: 'any',
  }
}
