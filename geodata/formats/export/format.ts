// What does an export format write?
//
// A format is one file in export/ and one line of its table. A table in plain text takes rows of cells, a
// spreadsheet named sheets of them, a map takes features.

export type ExportCell = string | number | null
export type Sheet = readonly (readonly ExportCell[])[]

/** How a column of numbers is shown; the cell keeps every digit. */
export type NumberFormat = 'whole' | 'tenths' | 'hundredths' | 'share'

export type WorkbookSheet = {
  name: string
  columns: readonly { head: string; format?: NumberFormat | undefined }[]
  rows: Sheet
}

export type Workbook = { title: string; sheets: readonly WorkbookSheet[] }

export type Layer = {
  features: readonly object[]
  /** What the file says of itself beside its features. */
  about?: Readonly<Record<string, unknown>>
}

export type ExportFormat<Content, Written = string> = {
  mediaType: string
  write: (content: Content) => Written
}
