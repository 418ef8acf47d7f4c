// Saves something for the user as a file: a table as one that spreadsheets open, places as one that maps open.
import type { Layer, Sheet } from '#geodata/formats/export/format.ts'

/** Saves the rows as CSV under the name; what writes them comes when it is first asked for. */
export async function saveSheet(name: string, sheet: Sheet): Promise<void> {
  const { mediaType, write } = (await import('#geodata/formats/export/csv.ts')).csv
  saveBlob(`${name}.csv`, new Blob([write(sheet)], { type: mediaType }))
}

/** Saves the features as GeoJSON under the name. */
export async function saveLayer(name: string, layer: Layer): Promise<void> {
  const { mediaType, write } = (await import('#geodata/formats/export/geojson.ts')).geojson
  saveBlob(`${name}.geojson`, new Blob([write(layer)], { type: mediaType }))
}

export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
