// How does a collection lie in a table that knows no places: which columns, which cells, and what stands below?
//
// Points are two columns, lng and lat; lines and areas are one of well-known text. In another system than WGS84 the names
// of the columns say so, and so does a column.
import { cellOf } from '#geodata/formats/export/collection/cell-of.ts'
import {
  type CollectionContent,
  type CollectionRow,
  DATUM_COLUMN,
  DATUM_NAMES,
} from '#geodata/formats/export/collection/collection-format.ts'
import { wellKnownText } from '#geodata/formats/export/collection/well-known-text.ts'
import type { ExportCell } from '#geodata/formats/export/format.ts'

export function headsOf({ columns, layer, datum }: CollectionContent): string[] {
  const suffix = datum === 'wgs84' ? '' : `_${datum}`
  const place =
    layer === null ? [] : layer === 'points' ? [`lng${suffix}`, `lat${suffix}`] : [`wkt${suffix}`]
  const system = layer !== null && datum !== 'wgs84' ? [DATUM_COLUMN] : []
  return [...columns.map(({ name }) => name), ...place, ...system]
}

export function cellsOf(
  { columns, layer, datum }: CollectionContent,
  { properties, geometry }: CollectionRow,
): ExportCell[] {
  const cells: ExportCell[] = columns.map((column) => cellOf(column, properties[column.name]))
  if (layer === null) return cells
  if (layer === 'points') {
    const [lng = null, lat = null] = geometry?.type === 'Point' ? geometry.coordinates : []
    cells.push(lng, lat)
  } else cells.push(geometry && wellKnownText(geometry))
  if (datum !== 'wgs84') cells.push(geometry && DATUM_NAMES[datum])
  return cells
}

/** Below the rows and as wide as they are, so that it stays one table; the mark keeps them apart from ids. */
export function creditRows({ credits }: CollectionContent, width: number): ExportCell[][] {
  return credits.map((line) => [`# ${line}`, ...Array<null>(width - 1).fill(null)])
}
