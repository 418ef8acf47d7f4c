// Saves a table for the user as a file that spreadsheets open.
import type { Sheet } from '#geodata/formats/export/format.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'

/** Saves the rows as CSV under the name. */
export function saveSheet(name: string, sheet: Sheet): void {
  const { mediaType, write } = EXPORT_FORMATS.csv
  const address = URL.createObjectURL(new Blob([write(sheet)], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
