// What sources say of rows, as it is stored.
import { Statement } from '#geodata/contract/documents.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'

type Row = Record<string, unknown>

/** Of all rows that are still there: one that was deleted here leaves what was said of it without a subject. */
export async function statementsOf(
  { documents }: Pick<Store, 'documents'>,
  region: RegionId,
): Promise<Statement[]> {
  const rows = await documents.rows(region, 'statements')
  return rows.filter(({ rowId }) => rowId).map(statementOf)
}

function statementOf(row: Row): Statement {
  const { noteZh, noteEn } = row
  return Statement.parse({
    ...dated(row),
    value: { zh: row.valueZh, en: row.valueEn },
    note: noteZh ? { zh: noteZh, en: noteEn } : null,
  })
}

/** A year alone may have been read as a number. */
export function dated(row: Row): Row {
  return { ...row, asOf: row.asOf === null ? null : String(row.asOf) }
}
