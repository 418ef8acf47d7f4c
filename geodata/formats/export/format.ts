// What does an export format write?
//
// A format is one file in export/ and one line of its table. A table in plain text takes rows of cells, a
// spreadsheet named sheets of them, a map takes features.

type Bilingual = { zh: string; en: string }

export type ExportCell = string | number | null
export type Sheet = readonly (readonly ExportCell[])[]

/** How a column of numbers is shown; the cell keeps every digit. */
export type NumberFormat = 'whole' | 'tenths' | 'hundredths' | 'share'

export type WorkbookSheet = {
  name: string
  columns: readonly { head: string; format?: NumberFormat | undefined }[]
  rows: Sheet
}

/** How a cell of a form looks; what each is like is a line of the table in form-looks.ts. */
export const FORM_LOOKS = [
  'title',
  'subtitle',
  'lead',
  'label',
  'head',
  'example',
  'section',
  'order',
  'text',
  'figure',
  'small',
  'input',
  'inputText',
  'computed',
  'column',
  'required',
  'sample',
  'cell',
  'cellText',
  'fault',
  'reason',
] as const
export type FormLook = (typeof FORM_LOOKS)[number]

/** A text in two languages is written one below the other, or (`isAside`) one after the other. */
export type FormCell = {
  /** `date`: a day, 2025-09-30, with a time of day after a T where there is one. */
  value: ExportCell | boolean | { date: string } | Bilingual
  look: FormLook
  isAside?: true
  format?: NumberFormat
  /** Told beside the cell, where a spreadsheet shows comments. */
  comment?: string
  /** Worked out by the spreadsheet; `value` is what it gives now. Names of sheets in quotes. */
  formula?: string
}

/** A sheet that somebody fills in: cells in their places, most of them locked. */
export type FormSheet = {
  name: string
  /** In characters; 0: the column is hidden. */
  widths: readonly number[]
  rows: readonly { cells: readonly (FormCell | null)[]; heightPoints?: number }[]
  /** As "A1:G1". */
  merges?: readonly string[]
  /** Cells in which one of a few texts, or what a formula allows, is taken. */
  checks?: readonly FormCheck[]
  /** Only cells of the looks `input` and `inputText` are written in. */
  isProtected?: true
  frozenRows?: number
  frozenColumns?: number
  hasGrid?: true
  /** Repeated on each printed page, as "$6:$6". */
  printTitles?: string
  printArea?: string
  /** How many pages high it prints; absent: one. */
  pagesHigh?: 'one' | 'any'
  foot?: string
  /** The program's own notes: not shown. */
  isHidden?: true
}

export type FormCheck = {
  range: string
  /** `listedIn`: one of the texts in those cells, "'Sheet'!$A$2:$A$9"; `anything`: only the hint is shown. */
  allows:
    | { values: readonly string[] }
    | { formula: string }
    | { listedIn: string; isOpen: boolean }
    | { anything: true }
  hint: string
}

export type Workbook = {
  title: string
  sheets: readonly (WorkbookSheet | FormSheet)[]
  /** Cells that have a name: "'Sheet'!$A$1" by name. */
  names?: Readonly<Record<string, string>>
}

export type Layer = {
  features: readonly object[]
  /** What the file says of itself beside its features. */
  about?: Readonly<Record<string, unknown>>
}

export type ExportFormat<Content, Written = string> = {
  mediaType: string
  write: (content: Content) => Written
}
