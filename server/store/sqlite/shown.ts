// How is what lies in the history, and what a newer base offers, shown to the outside?
import { READABLE_IDS } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { ChangeLine, HistoryQuery, OfferedRows } from '#server/store/history-store.ts'
import type { TaggedRow } from '#server/store/row-store.ts'
import { changeOf, historyOf, proposalsOf, type StoredLine } from '#server/store/sqlite/journal.ts'
import {
  documentOf,
  featureOf,
  type RowDocument,
  rowAt,
} from '#server/store/sqlite/row-document.ts'
import { collectionOf, tableOf } from '#server/store/sqlite/rows.ts'
import { taggedRow } from '#server/store/sqlite/select-features.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'

export function shownChanges(tables: Tables, { collection, ...query }: HistoryQuery): ChangeLine[] {
  const tableName = collection === undefined ? {} : { tableName: tableOf(collection) }
  return historyOf(tables.database, { ...query, ...tableName }).map((line) => shown(tables, line))
}

export function shownChange(tables: Tables, changeId: string): ChangeLine[] {
  return changeOf(tables.database, changeId)
    .toReversed()
    .map((line) => shown(tables, line))
}

export function shownProposals(tables: Tables): OfferedRows[] {
  return proposalsOf(tables.database).map(({ tableName, document, ...proposal }) => {
    const collection = collectionOf(tableName)
    const { tagged } = presentOf(tables, collection, proposal.rowId)
    const rows = (JSON.parse(document) as RowDocument[]).map((row) =>
      featureOf(row, tables.columns(tableName)),
    )
    const current = tagged?.feature ?? null
    return { ...proposal, collection, rows, current, etag: tagged?.etag ?? null }
  })
}

/** The row as it is now; without a tag where its table is no collection. */
export function presentOf(
  tables: Tables,
  collection: string,
  id: string,
): { tagged: TaggedRow | null; feature: RowFeature | null } {
  const table = tableOf(collection)
  const readable = READABLE_IDS.find((one) => tableOf(one) === table)
  if (readable) {
    const tagged = taggedRow(tables, readable, id)
    return { tagged, feature: tagged?.feature ?? null }
  }
  const columns = tables.columns(table)
  const row = columns.length > 0 ? rowAt(tables.database, table, columns, id) : null
  return { tagged: null, feature: row && featureOf(documentOf(row), columns) }
}

function shown(tables: Tables, { tableName, before, after, ...line }: StoredLine): ChangeLine {
  const columns = tables.columns(tableName)
  return {
    ...line,
    collection: collectionOf(tableName),
    before: before && featureOf(before, columns),
    after: after && featureOf(after, columns),
  }
}
