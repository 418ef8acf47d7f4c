// The store over a folder: tables in SQLite, road networks, extracts and tiles as files beside them.
//
// SQLite answers at once and in this process, so every call does its work whole before another begins,
// and a write is one transaction.
import type { EditableId, ReadableId } from '#geodata/contract/editable/editable.ts'
import { extractsIn } from '#server/store/files/extracts.ts'
import { networksIn } from '#server/store/files/network-files.ts'
import { jobsOfThisRun } from '#server/store/jobs-of-this-run.ts'
import { perRegion } from '#server/store/per-region.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Outcome, Query, Removal, Seen, Signature, Write } from '#server/store/row-store.ts'
import { datasetOf } from '#server/store/sqlite/base-merge.ts'
import { type Ending, remove, write } from '#server/store/sqlite/edits.ts'
import { identityOf } from '#server/store/sqlite/identity.ts'
import { openWorkingCopy } from '#server/store/sqlite/open-working-copy.ts'
import { acceptProposal, refuseProposal } from '#server/store/sqlite/proposals.ts'
import { dependentsOf } from '#server/store/sqlite/references.ts'
import { revisionOf, touchedSince } from '#server/store/sqlite/revision.ts'
import { tableOf } from '#server/store/sqlite/rows.ts'
import {
  extentOf,
  featuresOf,
  propertiesOf,
  rowsOf,
  taggedRow,
} from '#server/store/sqlite/select-features.ts'
import { presentOf, shownChange, shownChanges, shownProposals } from '#server/store/sqlite/shown.ts'
import { type Tables, tablesOf } from '#server/store/sqlite/tables.ts'
import { tilesIn } from '#server/store/sqlite/tiles-file.ts'
import { undo } from '#server/store/sqlite/undo.ts'
import type { Store } from '#server/store/store.ts'

export async function openSqliteStore(dataDir: string): Promise<Store> {
  const { database, home } = openWorkingCopy(dataDir)
  const tables = tablesOf(database, home)
  // A folder holds one region, called after its city.
  const own = home.cityAdcode as RegionId
  return {
    address: dataDir,
    regions: async () => [own],
    rows: perRegion(own, rowsIn(tables)),
    history: perRegion(own, historyIn(tables)),
    documents: perRegion(own, {
      rows: (table: string) => rowsOf(tables, table),
      dataset: () => datasetOf(database),
    }),
    networks: perRegion(own, networksIn(dataDir)),
    extracts: perRegion(own, extractsIn(dataDir)),
    tiles: perRegion(own, tilesIn(dataDir)),
    jobs: perRegion(own, jobsOfThisRun()),
    facts: perRegion(own, {
      home: () => home,
      revision: () => revisionOf(database),
      touchedSince: (revision: Parameters<typeof touchedSince>[1]) =>
        touchedSince(database, revision),
      identity: identityOf(tables),
    }),
    close: async () => {
      database.close()
    },
  }
}

function rowsIn(tables: Tables) {
  return {
    features: (collection: ReadableId, query?: Query) => featuresOf(tables, collection, query),
    extent: (collection: ReadableId) => extentOf(tables, collection),
    find: (collection: ReadableId, id: string) => taggedRow(tables, collection, id),
    properties: (collection: ReadableId) => propertiesOf(tables, collection),
    dependents: (collection: string, id: string) => dependentsOf(tables, collection, id),
    write: (order: Write) => outcomeOf(tables, order, () => write(tables, order)),
    remove: (order: Removal) => outcomeOf(tables, order, () => remove(tables, order)),
  }
}

type Answer = { collection: string; rowId: string; by: Signature }

function historyIn(tables: Tables) {
  const inTable = ({ collection, rowId, by }: Answer) => ({
    tableName: tableOf(collection),
    rowId,
    by,
  })
  const about = ({ collection, rowId }: Answer) => ({ collection, id: rowId })
  return {
    changes: (query: Parameters<typeof shownChanges>[1] = {}) => shownChanges(tables, query),
    change: (changeId: string) => shownChange(tables, changeId),
    undo: (changeId: string, by: Signature) =>
      outcomeOf(tables, null, () => undo(tables, changeId, by)),
    proposals: () => shownProposals(tables),
    accept: ({ seen, detach, ...answer }: Answer & { seen: Seen; detach: boolean }) =>
      outcomeOf(tables, about(answer), () =>
        acceptProposal(tables, { ...inTable(answer), seen, detach }),
      ),
    refuse: (answer: Answer) =>
      outcomeOf(tables, about(answer), () => refuseProposal(tables, inTable(answer))),
  }
}

/** The ending with the row that it left, read before anybody else can write. */
function outcomeOf(
  tables: Tables,
  about: { collection: EditableId | string; id: string } | null,
  work: () => Ending,
): Outcome {
  const { database } = tables
  return database
    .transaction((): Outcome => {
      const ending = work()
      if (ending.kind === 'written') {
        return { ...ending, row: about && presentOf(tables, about.collection, about.id).tagged }
      }
      if (ending.kind !== 'stale') return ending
      const { tagged, feature } = presentOf(tables, ending.collection, ending.id)
      return { ...ending, current: feature, etag: tagged?.etag ?? null }
    })
    .immediate()
}
