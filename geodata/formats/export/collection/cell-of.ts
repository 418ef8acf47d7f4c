// What of a property stands in a cell, in formats that have no lists?
import type { CollectionColumn } from '#geodata/formats/export/collection/collection-format.ts'
import { listText } from '#geodata/formats/list-text.ts'

/** Null: nothing is known. What is neither text nor number, as a flag, as the text it reads like. */
export function cellOf({ kind }: CollectionColumn, value: unknown): string | number | null {
  if (value === null || value === undefined) return null
  if (kind === 'list') return Array.isArray(value) && value.length > 0 ? listText(value) : null
  if (typeof value === 'number' || typeof value === 'string') return value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
