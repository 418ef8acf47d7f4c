// How does a row of the database become a feature, and a property's name a column's?
import { decodeGeometry } from '#geodata/formats/geopackage-geometry.ts'

export type Row = Record<string, unknown>

export type StoredFeature = {
  type: 'Feature'
  id: string
  geometry: unknown
  properties: Record<string, unknown>
}

/** Columns that hold several values, joined by ";". */
export const LIST_COLUMNS = new Set([
  'segment_ids',
  'systems',
  'product_ids',
  'anchor_companies',
  'from_ids',
  'to_ids',
  'city_pairs',
])
/** Columns for the store alone. */
export const NEVER_SHOWN = new Set(['fid', 'geom', 'version', 'adcode_note'])

export function toFeature(row: Row): StoredFeature {
  const { geom } = row
  return {
    type: 'Feature',
    id: String(row.id),
    geometry: geom instanceof Uint8Array ? decodeGeometry(geom) : null,
    properties: toProperties(row),
  }
}

export function toProperties(row: Row): Record<string, unknown> {
  const properties: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) {
    if (NEVER_SHOWN.has(name)) continue
    properties[camel(name)] = LIST_COLUMNS.has(name)
      ? String(value ?? '')
          .split(';')
          .filter(Boolean)
      : value
  }
  return properties
}

export function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

export function snake(name: string): string {
  return name.replace(/[A-Z]|2025/g, (letter) => `_${letter.toLowerCase()}`)
}
