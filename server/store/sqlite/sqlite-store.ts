// The store over a folder: tables in SQLite, road networks, extracts and tiles as files beside them.
//
// SQLite answers at once and in this process, so every call does its work whole before another begins,
// and a write is one transaction.
import { setTimeout } from 'node:timers/promises'
import type { EditableId, ReadableId } from '#geodata/contract/editable/editable.ts'
import { extractsIn } from '#server/store/files/extracts.ts'
import { importsIn } from '#server/store/files/imports.ts'
import { networksIn } from '#server/store/files/network-files.ts'
import { presentationsIn } from '#server/store/files/presentations.ts'
import type { HistoryQuery, LinesQuery } from '#server/store/history-store.ts'
import { jobsOfThisRun } from '#server/store/jobs-of-this-run.ts'
import { perRegion } from '#server/store/per-region.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type {
  Outcome,
  Query,
  Removal,
  Seen,
  Signature,
  Trial,
  Unwritten,
  Write,
} from '#server/store/row-store.ts'
import { backupOf } from '#server/store/sqlite/backup.ts'
import { datasetOf } from '#server/store/sqlite/base-merge.ts'
import { checkpointsOf } from '#server/store/sqlite/checkpoints.ts'
import { type Ending, faultsOf, remove, write, writeAll } from '#server/store/sqlite/edits.ts'
import { identityOf } from '#server/store/sqlite/identity.ts'
import { isUndone } from '#server/store/sqlite/journal.ts'
import { openBeside, openWorkingCopy } from '#server/store/sqlite/open-working-copy.ts'
import { type Place, placeOf } from '#server/store/sqlite/place.ts'
import { acceptProposal, refuseProposal } from '#server/store/sqlite/proposals.ts'
import { dependentsOf } from '#server/store/sqlite/references.ts'
import { revisionOf, touchedSince } from '#server/store/sqlite/revision.ts'
import { snapshotOf } from '#server/store/sqlite/row-snapshot.ts'
import { tableOf } from '#server/store/sqlite/rows.ts'
import {
  extentOf,
  featuresOf,
  propertiesOf,
  queryablesOf,
  rowsOf,
  taggedRow,
} from '#server/store/sqlite/select-features.ts'
import {
  presentOf,
  shownChange,
  shownChanges,
  shownCounts,
  shownLines,
  shownProposals,
} from '#server/store/sqlite/shown.ts'
import { findFile, keepFile, knownFiles } from '#server/store/sqlite/story-files.ts'
import { type Tables, tablesOf } from '#server/store/sqlite/tables.ts'
import { tilesIn } from '#server/store/sqlite/tiles-file.ts'
import { troubleOf } from '#server/store/sqlite/trouble.ts'
import { undo } from '#server/store/sqlite/undo.ts'
import type { Opening, Store } from '#server/store/store.ts'
import type { KeepOutcome, StoredFile } from '#server/store/story-file-store.ts'

/** How long a write waits for another program, and how often it looks. */
const PATIENCE_MILLISECONDS = 1000
const PAUSE_MILLISECONDS = 20

/** What a change needs: the tables, whether they are still in their place, and who hears that it was made. */
type Changes = { tables: Tables; place: Place; wasMade: () => void }

export async function openSqliteStore(dataDir: string, opening: Opening): Promise<Store> {
  const { onlyReads = false, say = () => {} } = opening
  const opened = onlyReads ? openBeside(dataDir) : openWorkingCopy(dataDir, say)
  const { database, home, file } = opened
  const tables = tablesOf(database, home)
  const place = placeOf(file)
  const checkpoints = checkpointsOf(database, file, place)
  const changes: Changes = { tables, place, wasMade: checkpoints.soon }
  // A folder holds one region, called after its city.
  const own = home.cityAdcode as RegionId
  return {
    address: dataDir,
    regions: async () => [own],
    rows: perRegion(own, rowsIn(changes, dataDir)),
    history: perRegion(own, historyIn(changes)),
    documents: perRegion(own, {
      rows: (table: string) => rowsOf(tables, table),
      dataset: () => datasetOf(database),
    }),
    networks: perRegion(own, networksIn(dataDir)),
    extracts: perRegion(own, extractsIn(dataDir)),
    tiles: perRegion(own, tilesIn(dataDir)),
    jobs: perRegion(own, jobsOfThisRun()),
    presentations: perRegion(own, presentationsIn(dataDir)),
    storyFiles: perRegion(own, storyFilesIn(changes)),
    imports: perRegion(own, importsIn(dataDir)),
    facts: perRegion(own, {
      home: () => home,
      revision: () => revisionOf(database),
      touchedSince: (revision: Parameters<typeof touchedSince>[1]) =>
        touchedSince(database, revision),
      identity: identityOf(tables),
    }),
    backup: () => backupOf(database, file),
    close: async () => {
      checkpoints.end()
      // SQLite would write what it still has into whatever lies in the place of its file.
      if (onlyReads || place.isOurs()) database.close()
    },
  }
}

function rowsIn(changes: Changes, dataDir: string) {
  const { tables } = changes
  return {
    features: (collection: ReadableId, query?: Query) => featuresOf(tables, collection, query),
    snapshot: (collection: ReadableId, query: Query) => snapshotOf(dataDir, collection, query),
    extent: (collection: ReadableId) => extentOf(tables, collection),
    find: (collection: ReadableId, id: string) => taggedRow(tables, collection, id),
    properties: (collection: ReadableId) => propertiesOf(tables, collection),
    queryables: (collection: ReadableId) => queryablesOf(tables, collection),
    dependents: (collection: string, id: string) => dependentsOf(tables, collection, id),
    faults: (trial: Trial) => faultsOf(tables, trial),
    write: (order: Write) => outcomeOf(changes, order, () => write(tables, order)),
    writeAll: (by: Signature, orders: readonly Omit<Write, 'by'>[]) =>
      outcomeOf(changes, null, () => writeAll(tables, by, orders)),
    remove: (order: Removal) => outcomeOf(changes, order, () => remove(tables, order)),
  }
}

type Answer = { collection: string; rowId: string; by: Signature }

function historyIn(changes: Changes) {
  const { tables } = changes
  const inTable = ({ collection, rowId, by }: Answer) => ({
    tableName: tableOf(collection),
    rowId,
    by,
  })
  const about = ({ collection, rowId }: Answer) => ({ collection, id: rowId })
  return {
    changes: (query: HistoryQuery = {}) => shownChanges(tables, query),
    counts: (query: HistoryQuery = {}) => shownCounts(tables, query),
    lines: (changeId: string, query: LinesQuery) => shownLines(tables, changeId, query),
    change: (changeId: string) => shownChange(tables, changeId),
    undo: (changeId: string, by: Signature, keepsChanged = false) =>
      outcomeOf(changes, null, () => undo(tables, changeId, by, keepsChanged)),
    isUndone: (changeId: string) => isUndone(tables.database, changeId),
    proposals: () => shownProposals(tables),
    accept: ({ seen, detach, ...answer }: Answer & { seen: Seen; detach: boolean }) =>
      outcomeOf(changes, about(answer), () =>
        acceptProposal(tables, { ...inTable(answer), seen, detach }),
      ),
    refuse: (answer: Answer) =>
      outcomeOf(changes, about(answer), () => refuseProposal(tables, inTable(answer))),
  }
}

function storyFilesIn(changes: Changes) {
  const { database } = changes.tables
  return {
    known: (ids: readonly string[]) => knownFiles(database, ids),
    find: (id: string) => findFile(database, id),
    keep: async (file: StoredFile, mostBytes: number): Promise<KeepOutcome> => {
      const outcome = await patiently(changes, () =>
        database.transaction(() => keepFile(database, file, mostBytes)).immediate(),
      )
      if (outcome.kind === 'kept' && outcome.isNew) changes.wasMade()
      return outcome
    },
  }
}

type About = { collection: EditableId | string; id: string } | null

/** The ending with the row that it left. */
async function outcomeOf(changes: Changes, about: About, work: () => Ending): Promise<Outcome> {
  const outcome = await patiently(changes, () => workedOut(changes.tables, about, work))
  if (outcome.kind === 'written' && outcome.changeId !== null) changes.wasMade()
  return outcome
}

/**
 * What the work gives. Where another program writes at the moment this waits for it without keeping anybody else
 * waiting, and gives up after a while.
 */
async function patiently<Done extends { kind: string }>(
  changes: Changes,
  work: () => Done,
): Promise<Done | Unwritten> {
  const givesUpAt = performance.now() + PATIENCE_MILLISECONDS
  for (;;) {
    if (!changes.place.isOurs()) return { kind: 'displaced' }
    try {
      return work()
    } catch (error) {
      const kind = troubleOf(error)
      if (kind === null) throw error
      if (kind !== 'busy' || performance.now() > givesUpAt) return { kind }
    }
    await setTimeout(PAUSE_MILLISECONDS)
  }
}

/** One transaction, so that the row is read before anybody else can write. */
function workedOut(tables: Tables, about: About, work: () => Ending): Outcome {
  return tables.database
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
