// What does an export format write?
//
// A format is one file in export/ and one line of its table. Spreadsheets take rows of cells, maps take
// features.

export type ExportCell = string | number | null
export type Sheet = readonly (readonly ExportCell[])[]

export type Layer = {
  features: readonly object[]
  /** What the file says of itself beside its features. */
  about?: Readonly<Record<string, unknown>>
}

export type ExportFormat<Content> = {
  mediaType: string
  write: (content: Content) => string
}
