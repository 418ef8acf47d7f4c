// Did another program change this row since anybody wrote it down?
//
// QGIS writes to the file itself and keeps no history. What it did is written down before the next
// change that goes through here, so that the history tells of each row how it came to be what it is.
import { documentAt, type Line, record } from '#server/store/sqlite/journal.ts'
import { documentOf, sameDocument } from '#server/store/sqlite/row-document.ts'
import { fingerprint, idColumn, NOTHING, type Row } from '#server/store/sqlite/rows.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'
import { leftThere, memoryOf } from '#server/store/sqlite/units.ts'

/** Shown as it stands, whatever the language of the page. */
export const OUTSIDE = '其他程序 another program'

/** Writes down what lies there that no change of the history accounts for; `before` is null where it is not known. */
export function noteOutsideEdit(
  tables: Tables,
  table: string,
  rowId: string,
  present: Row | null,
): void {
  const { database } = tables
  // Without ids there is no telling which row of the base, or of yesterday, this was.
  if (!idColumn(tables.columns(table))) return
  const document = present && documentOf(present)
  const recorded = documentAt(database, table, rowId)
  if (recorded === 'base') {
    const memory = memoryOf(database, table, rowId)
    const stored = memory ? leftThere(memory) : NOTHING
    if (fingerprint(present ? [present] : []) === stored) return
    note(tables, table, rowId, stored === NOTHING ? 'insert' : 'update', null, document)
  } else if (!sameDocument(recorded, document)) {
    note(tables, table, rowId, recorded === null ? 'insert' : 'update', recorded, document)
  }
}

function note(
  { database }: Tables,
  tableName: string,
  rowId: string,
  change: 'insert' | 'update',
  before: Line['before'],
  after: Line['after'],
): void {
  const what = after === null ? 'delete' : change
  record(database, { who: OUTSIDE, why: 'QGIS, ogr2ogr …' }, [
    { what, tableName, rowId, before, after },
  ])
}
