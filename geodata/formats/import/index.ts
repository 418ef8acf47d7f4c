// Which import formats are there? A new one is a file and a line here.
import { csv } from '#geodata/formats/import/csv.ts'
import type { ImportFormat } from '#geodata/formats/import/format.ts'
import { geojson } from '#geodata/formats/import/geojson.ts'

const IMPORT_FORMATS: readonly ImportFormat[] = [csv, geojson]

/** The format of a file by how its name ends; null: none of them. */
export function importFormatOf(fileName: string): ImportFormat | null {
  const ending = fileName.toLowerCase().split('.').at(-1) ?? ''
  return IMPORT_FORMATS.find(({ endings }) => endings.includes(ending)) ?? null
}
