// By which columns is a row of a table without names known again? Two rows that agree in all of them are one.
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'

type RowKey = {
  columns: readonly string[]
  /** The id of a row is its key, joined by dots: whoever writes it finds the same row. */
  isId?: true
}

/** Tables that are not named here know their rows by name and place. */
export const ROW_KEYS: { readonly [Id in ImportTableId]?: RowKey } = {
  links: { columns: ['kind', 'fromNameZh', 'toNameZh', 'year'] },
  'park-areas': { columns: ['parkId'] },
  targets: { columns: ['rowType', 'metricZh', 'asOf'] },
  'stage-criteria': { columns: ['titleZh', 'stage'] },
  'stage-evidence': { columns: ['parkId', 'criterionId'] },
  transformations: { columns: ['companyId'] },
  'jit-practice': { columns: ['partTypeZh', 'oemPlant', 'supplier'] },
  'park-answers': { columns: ['parkId', 'item'], isId: true },
  'product-inputs': { columns: ['productId', 'inputZh'] },
  'firm-products': { columns: ['companyId', 'productId', 'productText'] },
  certificates: { columns: ['companyId', 'standard', 'certificateNumber'] },
  'supply-relations': { columns: ['fromCompanyId', 'toCompanyId', 'productId', 'productText'] },
  tasks: { columns: ['collection', 'rowId', 'kind'] },
}

/** Null: the table has none, or nothing is known of the row by which it could be known again. */
export function rowKey(
  table: ImportTableId,
  properties: Readonly<Record<string, unknown>>,
): string | null {
  const values = (ROW_KEYS[table]?.columns ?? []).map((name) => properties[name] ?? '')
  return values.every((value) => value === '') ? null : JSON.stringify(values)
}

/** Null: any new id will do. */
export function rowIdBy(
  table: ImportTableId,
  properties: Readonly<Record<string, unknown>>,
): string | null {
  const key = ROW_KEYS[table]
  return key?.isId ? key.columns.map((name) => String(properties[name] ?? '')).join('.') : null
}
