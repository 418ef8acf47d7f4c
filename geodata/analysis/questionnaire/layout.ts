// Where does what stand on the sheet of a park? Whoever writes the sheet and whoever reads it back agree here.

/** The columns of a question, in their order; `id` is hidden. */
export const COLUMNS = [
  'order',
  'question',
  'why',
  'worth',
  'unit',
  'choice',
  'answer',
  'source',
  'asOf',
  'id',
] as const
export type ColumnId = (typeof COLUMNS)[number]

export const WIDTHS: Record<ColumnId, number> = {
  order: 5,
  question: 40,
  why: 40,
  worth: 11,
  unit: 15,
  choice: 24,
  answer: 22,
  source: 22,
  asOf: 13,
  id: 0,
}

export const HEADS: Record<ColumnId, { zh: string; en: string }> = {
  order: { zh: '', en: '' },
  question: { zh: '问题', en: 'Question' },
  why: { zh: '为什么问', en: 'Why we ask' },
  worth: { zh: '分量', en: 'Worth' },
  unit: { zh: '单位', en: 'Unit' },
  choice: { zh: '可选', en: 'Choice' },
  answer: { zh: '您的回答', en: 'Answer' },
  source: { zh: '来源', en: 'Source' },
  asOf: { zh: '截至', en: 'As of' },
  id: { zh: 'id', en: 'id' },
}

/** Who filled it in: the label of each cell, which stands before it. */
export const WHO = {
  name: { zh: '填报人', en: 'Name' },
  contact: { zh: '电话或邮箱', en: 'Contact' },
  date: { zh: '日期', en: 'Date' },
} as const

export const letterOf = (column: ColumnId): string =>
  String.fromCharCode(65 + COLUMNS.indexOf(column))

/** What a question is called in the file: whose, and which. */
export const keyOf = (parkId: string, questionId: string): string => `${parkId}/${questionId}`

/** As a cell of choices or an answer is written: both languages. */
export const bothOf = ({ zh, en }: { zh: string; en: string }): string =>
  zh === en ? zh : `${zh} ${en}`
