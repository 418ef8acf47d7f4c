// How does a table of an answer say the same in two languages? Each column has its head and what it takes from a row.
import type { Bilingual } from '#geodata/contract/shared.ts'
import type {
  ExportCell,
  NumberFormat,
  Sheet,
  WorkbookSheet,
} from '#geodata/formats/export/format.ts'

export const DOCUMENT_LANGUAGES = ['zh-CN', 'en'] as const
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number]

export type Column<Row> = {
  title: Bilingual
  /** null: not known. */
  cell: (row: Row) => ExportCell | Bilingual
  format?: NumberFormat
}

export function said({ zh, en }: Bilingual, language: DocumentLanguage): string {
  return language === 'en' ? en : zh
}

export function sheetOf<Row>(
  name: Bilingual,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  language: DocumentLanguage,
): WorkbookSheet {
  return {
    name: said(name, language),
    columns: columns.map(({ title, format }) => ({ head: said(title, language), format })),
    rows: rows.map((row) =>
      columns.map(({ cell }) => {
        const value = cell(row)
        return value !== null && typeof value === 'object' ? said(value, language) : value
      }),
    ),
  }
}

/** The same for a format of one table: its heads, then its rows. */
export const tableOf = ({ columns, rows }: WorkbookSheet): Sheet => [
  columns.map(({ head }) => head),
  ...rows,
]

/** The two ends of a range, each in a column of its own; null: nothing is known of it. */
export function ends<Row>(
  title: Bilingual,
  of: (row: Row) => readonly [number | null, number | null] | null,
  format?: NumberFormat,
): Column<Row>[] {
  const end = (index: 0 | 1, { zh, en }: Bilingual): Column<Row> => ({
    title: { zh: `${title.zh}${zh}`, en: `${title.en}, ${en}` },
    cell: (row) => of(row)?.[index] ?? null,
    ...(format ? { format } : {}),
  })
  return [end(0, { zh: '（低）', en: 'low' }), end(1, { zh: '（高）', en: 'high' })]
}
