// The features of the collections: read by query or by id, and written so that nobody's work is lost.
import type { AnyDraft, EditableId, ReadableId } from '#geodata/contract/editable/editable.ts'
import type { ChangedRow, Dependent, RowFeature } from '#geodata/contract/history.ts'
import type { FieldError } from '#geodata/contract/problem.ts'
import type { Queryables } from '#geodata/formats/cql2/check.ts'
import type { Cql2 } from '#geodata/formats/cql2/expression.ts'
import type { RegionId } from '#server/store/region-id.ts'

export type Query = {
  /** Crosses 180° where its west is greater than its east. */
  bbox?: [west: number, south: number, east: number, north: number]
  /** Words looked for in names, notes and sources. */
  q?: string
  /**
   * By property, the values that fit: one of them is enough, and of a property with several values one
   * of its own. An empty text fits what is not known.
   */
  filters?: Record<string, readonly string[]>
  /** A condition that was looked at against `queryables` before. */
  where?: Cql2
  /** Properties to sort by, the first first; what is not known comes last. Absent: in the order added. */
  sortedBy?: readonly { property: string; descending: boolean }[]
  limit?: number
  offset?: number
  /** What `next` of the page before said: from there on, whatever was written meanwhile. */
  after?: Cursor
}

/** Where a page ended: what its last row is sorted by, and where it lies in the order added. */
export type Cursor = { sorted: readonly (string | number | null)[]; added: number }

/** A row, and the tag that a writer of it names. */
export type TaggedRow = { feature: RowFeature; etag: string }

/** Who answers for a change, and why it is made. */
export type Signature = { who: string; why: string }

/** Tags of the row that the writer may have seen; 'anything' where any will do. */
export type Seen = readonly string[] | 'anything'

export type Write = {
  collection: EditableId
  id: string
  /** 'nothing': the row is to be new; 'either': it may be there or not. */
  seen: Seen | 'nothing' | 'either'
  by: Signature
  /** The draft, made from the row as it is; may throw, and then nothing was changed. */
  draft: (present: RowFeature | null) => AnyDraft
}

/** A draft that is not written yet, of which a part may be missing. */
export type Trial = Pick<Write, 'collection' | 'id'> & { draft: AnyDraft }

export type Removal = {
  collection: EditableId
  id: string
  seen: Seen
  by: Signature
  /** Rows that name this one then no longer name it, instead of standing in the way. */
  detach: boolean
}

export type Outcome =
  /** `changeId` is null where the row was already so; `row` is the row as it now is, null where it is gone. */
  | { kind: 'written'; changeId: string | null; row: TaggedRow | null }
  | { kind: 'missing' }
  /** Somebody else changed or deleted the row: as it is now, with its tag where it has one. */
  | Stale
  | { kind: 'depended'; dependents: Dependent[] }
  /** Of an undo: these rows were changed since, and so many others can be put back. */
  | { kind: 'rows-changed'; rows: ChangedRow[]; left: number }
  | { kind: 'refused'; errors: FieldError[] }
  /** A newer base did it, or nothing was changed: there is nothing to put back. */
  | { kind: 'fixed' }
  | Unwritten

/** Nothing was written, and not for anything that the writer asked. */
export type Unwritten =
  /** Another program is writing; later it goes. */
  | { kind: 'busy' }
  /** There is no room, or the disk takes nothing. */
  | { kind: 'disk-full' }
  /** The data were deleted, moved or replaced since the store was opened. */
  | { kind: 'displaced' }

type Stale = {
  kind: 'stale'
  collection: string
  id: string
  current: RowFeature | null
  etag: string | null
}

/** `list`: texts joined by semicolons in the store, apart in a feature. */
export type ShownColumn = { name: string; kind: 'text' | 'whole' | 'number' | 'list' }

/** Rows as they were at one moment, whatever is written while they are read. Whoever asked for it closes it. */
export type RowSnapshot = {
  matched: number
  /** In the order of the table. */
  columns: readonly ShownColumn[]
  /** What kind of shape its layer is declared to hold, as GeoPackage calls it; null: it has none. */
  layer: string | null
  /** From the first row on each time it is called. */
  batches: () => AsyncGenerator<RowFeature[], void, undefined>
  close: () => void
}

export type RowStore = {
  /** In the order in which they were added, how many match in all, and where the next page begins; null: there is none. */
  features: (
    region: RegionId,
    collection: ReadableId,
    query?: Query,
  ) => Promise<{ features: RowFeature[]; matched: number; next: Cursor | null }>
  /** The same for very many: nobody else waits while they are read. */
  snapshot: (region: RegionId, collection: ReadableId, query: Query) => Promise<RowSnapshot>
  /** The box around all places of the collection; null where none has a place. */
  extent: (region: RegionId, collection: ReadableId) => Promise<Query['bbox'] | null>
  find: (region: RegionId, collection: ReadableId, id: string) => Promise<TaggedRow | null>
  /** Names that a query may filter by. */
  properties: (region: RegionId, collection: ReadableId) => Promise<string[]>
  /** What a condition may ask by, with what each is. */
  queryables: (region: RegionId, collection: ReadableId) => Promise<Queryables>
  /** Rows that name this one. */
  dependents: (region: RegionId, collection: string, id: string) => Promise<Dependent[]>
  /** What the rows there are would hold against the draft: of what it holds, nothing is missed. */
  faults: (region: RegionId, trial: Trial) => Promise<FieldError[]>
  /** All or nothing, one change of the history each; of two writers who saw the same row one is stale. */
  write: (region: RegionId, order: Write) => Promise<Outcome>
  /** Several rows as one change; its `row` is null: see its lines. */
  writeAll: (
    region: RegionId,
    by: Signature,
    orders: readonly Omit<Write, 'by'>[],
  ) => Promise<Outcome>
  remove: (region: RegionId, order: Removal) => Promise<Outcome>
}
