// What was changed, by whom and why; and what refers to a row that a user wants to delete.
import { z } from 'zod'
import { Bilingual } from '#geodata/contract/shared.ts'

/** A row as a feature; geometry is null where the table has none. */
export const RowFeature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.unknown(),
  /** What is wrong with a geometry that cannot be read; then `geometry` is null, and the file keeps it. */
  geometryFault: Bilingual.optional(),
  properties: z.record(z.string(), z.unknown()),
})
export type RowFeature = z.infer<typeof RowFeature>

/** One row of one change. Rows that were changed together share their `changeId`. */
export const HistoryEntry = z.object({
  changeId: z.string(),
  changedAt: z.string(),
  /** Null: a newer base, not a person. */
  who: z.string().nullable(),
  what: z.enum(['insert', 'update', 'delete', 'refuse']),
  /** The collection, or the table where it is none. */
  tableName: z.string(),
  rowId: z.string(),
  why: z.string().nullable(),
  /** Null where there was or is no row, or where the base states it. */
  before: RowFeature.nullable(),
  after: RowFeature.nullable(),
  /** The change that this one undoes. */
  undoes: z.string().nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const HistoryList = z.object({ items: z.array(HistoryEntry) })
export type HistoryList = z.infer<typeof HistoryList>

/** So many rows of a change were added, changed, deleted, so many proposals refused. */
export const ChangeCounts = z.object({
  changeId: z.string(),
  insert: z.number().int(),
  update: z.number().int(),
  delete: z.number().int(),
  refuse: z.number().int(),
})
export type ChangeCounts = z.infer<typeof ChangeCounts>

/** GET /api/history: newest first; `limit` counts changes, and none is cut in two unless `rows` is asked for. */
export const HistoryPage = HistoryList.extend({ changes: z.array(ChangeCounts) })
export type HistoryPage = z.infer<typeof HistoryPage>

/** GET /api/history/{changeId}: rows of one change, in the order in which they were changed. */
export const ChangeRows = HistoryList.extend({ matched: z.number().int() })
export type ChangeRows = z.infer<typeof ChangeRows>

/** A row that names another one. */
/** A row of a change that somebody has changed since. */
export const ChangedRow = z.object({
  collection: z.string(),
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
})
export type ChangedRow = z.infer<typeof ChangedRow>

export const Dependent = z.object({
  collection: z.string(),
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  relation: Bilingual,
})
export type Dependent = z.infer<typeof Dependent>

export const DependentList = z.object({ items: z.array(Dependent) })
