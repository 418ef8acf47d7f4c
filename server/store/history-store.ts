// What was changed, by whom and why, and how it is undone; what a newer base offers where an edit stands.
import type { ChangeCounts, RowFeature } from '#geodata/contract/history.ts'
import type { FieldError } from '#geodata/contract/problem.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Outcome, Seen, Signature } from '#server/store/row-store.ts'

/** One row of one change. */
export type ChangeLine = {
  changeId: string
  changedAt: string
  /** Null: a newer base, not a person. */
  who: string | null
  what: 'insert' | 'update' | 'delete' | 'refuse'
  /** The collection, or the table where it is none. */
  collection: string
  rowId: string
  why: string | null
  /** Null where there was or is no row, or where the base tells it. */
  before: RowFeature | null
  after: RowFeature | null
  /** The change that this one undoes. */
  undoes: string | null
}

export type HistoryQuery = {
  collection?: string
  rowId?: string
  /** Only changes older than this one. */
  before?: string
  /** Counts changes, not lines. */
  limit?: number
  /** At most so many lines of each change, its first; all where it is not said. */
  rows?: number
}

/** Which lines of one change: an import may have a million. */
export type LinesQuery = { collection?: string; offset: number; limit: number }

/** What the newer base has where an edit stands; "*" is a table without ids, as a whole. */
export type OfferedRows = {
  collection: string
  rowId: string
  kind: 'change' | 'removal'
  rows: RowFeature[]
  /** The row as it is here; null where it is gone or is a whole table. */
  current: RowFeature | null
  etag: string | null
  /** Values of what is offered that another row has, so that it cannot be accepted yet. */
  errors: FieldError[]
  baseHash: string
  proposedAt: string
}

type Answer = { collection: string; rowId: string; by: Signature }

export type HistoryStore = {
  /** The newest first; no change is cut in two. */
  changes: (region: RegionId, query?: HistoryQuery) => Promise<ChangeLine[]>
  /** How many lines of each kind the changes have that `changes` tells of, however few lines it gives. */
  counts: (region: RegionId, query?: HistoryQuery) => Promise<ChangeCounts[]>
  /** Some lines of one change, the first first, and how many there are. */
  lines: (
    region: RegionId,
    changeId: string,
    query: LinesQuery,
  ) => Promise<{ lines: ChangeLine[]; matched: number }>
  /** The lines of one change, the last first; none where there is no such change. */
  change: (region: RegionId, changeId: string) => Promise<ChangeLine[]>
  /** A change of its own; undoing that one does the first again. Its `row` is null: see its lines. */
  undo: (
    region: RegionId,
    changeId: string,
    by: Signature,
    /** Rows that were changed since stay; else nothing is put back because of them. */
    keepsChanged?: boolean,
  ) => Promise<Outcome>
  /** Another change has taken it back, and was not itself taken back since. */
  isUndone: (region: RegionId, changeId: string) => Promise<boolean>
  /** The oldest first. */
  proposals: (region: RegionId) => Promise<OfferedRows[]>
  /** The row becomes what the base says, and follows the base from now on. */
  accept: (region: RegionId, answer: Answer & { seen: Seen; detach: boolean }) => Promise<Outcome>
  /** The edit stands; the base is heard again when it changes once more. */
  refuse: (region: RegionId, answer: Answer) => Promise<Outcome>
}
