// Does another row already hold what no two rows of a table share?
import { EDITABLE, EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import type { FieldError } from '#geodata/contract/problem.ts'
import { documentOf, type RowDocument } from '#server/store/sqlite/row-document.ts'
import { idColumn, type Row, snake, tableOf } from '#server/store/sqlite/rows.ts'
import { build, firstOf } from '#server/store/sqlite/statements.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'

/** Values that another row has, each with the row that has it; what the row held before is not asked again. */
export function takenIn(
  { database, columns }: Tables,
  table: string,
  document: RowDocument,
  before: RowDocument | null,
): FieldError[] {
  const collection = EDITABLE_IDS.find((id) => tableOf(id) === table)
  if (!collection) return []
  const { unique = [], named }: Editable = EDITABLE[collection]
  const names = columns(table)
  const id = idColumn(names)
  return unique.flatMap((property) => {
    const value = document.properties[property] ?? null
    if (!id || value === null || value === before?.properties[property]) return []
    const other = firstOf<Row>(
      database,
      build
        .selectFrom(table)
        .selectAll()
        .where(snake(property), '=', value)
        .where(id, '!=', document.id)
        .limit(1),
    )
    return other ? [takenError(property, value, documentOf(other), named)] : []
  })
}

function takenError(
  property: string,
  value: unknown,
  { id, properties }: RowDocument,
  [zh, en]: Editable['named'],
): FieldError {
  const nameZh = String(properties[zh] ?? id)
  const nameEn = String(properties[en] ?? nameZh)
  return {
    pointer: `/properties/${property}`,
    detail: `“${value}” was given; “${nameEn}” (${id}) has it already: correct one of the two, or that row instead of this`,
    detailZh: `现为“${value}”，“${nameZh}”（${id}）已用此值：请改正其中一处，或直接更正那一条`,
  }
}
