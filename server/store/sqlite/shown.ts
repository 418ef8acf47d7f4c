// How is what lies in the history, and what a newer base offers, shown to the outside?
import { READABLE_IDS } from '#geodata/contract/editable/editable.ts'
import type { ChangeCounts, RowFeature } from '#geodata/contract/history.ts'
import type {
  ChangeLine,
  HistoryQuery,
  LinesQuery,
  OfferedRows,
} from '#server/store/history-store.ts'
import type { TaggedRow } from '#server/store/row-store.ts'
import {
  changeOf,
  countsOf,
  historyOf,
  proposalsOf,
  type StoredLine,
  someOf,
} from '#server/store/sqlite/journal.ts'
import { againstProposal } from '#server/store/sqlite/proposals.ts'
import {
  documentOf,
  featureOf,
  type RowDocument,
  rowAt,
} from '#server/store/sqlite/row-document.ts'
import { collectionOf, tableOf } from '#server/store/sqlite/rows.ts'
import { taggedRow } from '#server/store/sqlite/select-features.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'

export function shownChanges(tables: Tables, query: HistoryQuery): ChangeLine[] {
  return historyOf(tables.database, inTable(query)).map((line) => shown(tables, line))
}

export function shownCounts(tables: Tables, query: HistoryQuery): ChangeCounts[] {
  const counted = countsOf(tables.database, inTable(query))
  return [...Map.groupBy(counted, ({ changeId }) => changeId)].map(([changeId, kinds]) => ({
    changeId,
    ...NONE,
    ...Object.fromEntries(kinds.map(({ what, count }) => [what, count])),
  }))
}

const NONE = { insert: 0, update: 0, delete: 0, refuse: 0 }

export function shownLines(
  tables: Tables,
  changeId: string,
  query: LinesQuery,
): { lines: ChangeLine[]; matched: number } {
  const { lines, matched } = someOf(tables.database, changeId, inTable(query))
  return { lines: lines.map((line) => shown(tables, line)), matched }
}

/** The same, of the table that the collection is. */
function inTable<Q extends { collection?: string }>({ collection, ...query }: Q) {
  return { ...query, ...(collection === undefined ? {} : { tableName: tableOf(collection) }) }
}

export function shownChange(tables: Tables, changeId: string): ChangeLine[] {
  return changeOf(tables.database, changeId)
    .toReversed()
    .map((line) => shown(tables, line))
}

export function shownProposals(tables: Tables): OfferedRows[] {
  return proposalsOf(tables.database).map(({ tableName, document, ...proposal }) => {
    const collection = collectionOf(tableName)
    const columns = tables.columns(tableName)
    const { tagged } = presentOf(tables, collection, proposal.rowId)
    const offered = JSON.parse(document) as RowDocument[]
    const rows = offered.map((row) => featureOf(row, columns))
    const held = tagged && rowAt(tables.database, tableName, columns, proposal.rowId)
    const errors = againstProposal(tables, tableName, held, offered[0] ?? null)
    const current = tagged?.feature ?? null
    return { ...proposal, collection, rows, current, etag: tagged?.etag ?? null, errors }
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
