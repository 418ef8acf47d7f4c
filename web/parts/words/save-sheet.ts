// Saves a table for the user as a file that spreadsheets open.
import type { Sheet } from '#geodata/formats/export/format.ts'

/** Saves the rows as CSV under the name; what writes them comes when it is first asked for. */
export async function saveSheet(name: string, sheet: Sheet): Promise<void> {
  const { EXPORT_FORMATS } = await import('#geodata/formats/export/index.ts')
  const { mediaType, write } = EXPORT_FORMATS.csv
  const address = URL.createObjectURL(new Blob([write(sheet)], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
