// Reads and writes single rows, with what was read remembered, so that no one's change is lost.

import type { Proposal } from '#geodata/contract/documents.ts'
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import type {
  ChangeRows,
  Dependent,
  HistoryEntry,
  HistoryPage,
  RowFeature,
} from '#geodata/contract/history.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { ask, ProblemError, problemIn } from '#web/api/client.ts'
import { reach } from '#web/api/reach.ts'

/** Who changes something, and why; both are kept in the history. */
export type By = { who: string; why: string }
/** `changeId` names the change that left the row so; empty where it was only read. */
export type StoredRow = { feature: RowFeature; etag: string; changeId: string }
export type RowDraft = Pick<RowFeature, 'type' | 'geometry' | 'properties'>

const items = (collection: string) => `/api/collections/${collection}/items`
const item = (collection: string, id: string) => `${items(collection)}/${encodeURIComponent(id)}`
/** The headers that say who changes something, and why. */
export const signed = ({ who, why }: By) => ({
  'Atlas-Editor': encodeURIComponent(who),
  'Atlas-Reason': encodeURIComponent(why),
})

export function readRow(collection: EditableId, id: string): Promise<StoredRow> {
  return stored(reach(item(collection, id)))
}

/**
 * Adds the row where `seen` is null, else puts it in place of the one that was read. `isMeant`: also where
 * its place lies outside the region.
 */
export function saveRow(
  collection: EditableId,
  draft: RowDraft,
  by: By,
  seen: { id: string; etag: string } | null,
  isMeant = false,
): Promise<StoredRow> {
  const query = isMeant ? '?outside=true' : ''
  const headers = { ...signed(by), 'Content-Type': 'application/geo+json' }
  const body = JSON.stringify(draft)
  return stored(
    seen
      ? reach(item(collection, seen.id) + query, {
          method: 'PUT',
          headers: { ...headers, 'If-Match': seen.etag },
          body,
        })
      : reach(items(collection) + query, { method: 'POST', headers, body }),
  )
}

/** The id of the change. `detach` leaves unknown what names the row; without it the server refuses where anything does. */
export async function deleteRow(
  collection: EditableId,
  { id, etag }: { id: string; etag: string },
  by: By,
  detach: boolean,
): Promise<string> {
  const response = await reach(item(collection, id) + (detach ? '?detach=true' : ''), {
    method: 'DELETE',
    headers: { ...signed(by), 'If-Match': etag },
  })
  if (!response.ok) throw await refusalOf(response)
  return response.headers.get('Atlas-Change') ?? ''
}

export const listDependents = async (collection: EditableId, id: string) =>
  (await ask<{ items: Dependent[] }>(`${item(collection, id)}/dependents`)).items
/** Newest first; `before` is the id of the oldest change already there. */
export const listHistory = (query: Record<string, string>, signal: AbortSignal) =>
  ask<HistoryPage>(`/api/history?${new URLSearchParams(query)}`, { signal })

/** As many rows of a change at once as the server gives. */
const MOST_CHANGE_ROWS = 500

/** The first `count` rows of a change, or of those of a collection that it has; '' stands for all. */
export async function listChangeRows(
  changeId: string,
  collection: string,
  count: number,
  signal: AbortSignal,
): Promise<ChangeRows> {
  const items: HistoryEntry[] = []
  for (;;) {
    const query = new URLSearchParams({
      limit: String(Math.min(MOST_CHANGE_ROWS, count - items.length)),
      offset: String(items.length),
      ...(collection ? { collection } : {}),
    })
    const page = await ask<ChangeRows>(`/api/history/${changeId}?${query}`, { signal })
    for (const row of page.items) items.push(row)
    if (page.items.length === 0 || items.length >= Math.min(count, page.matched)) {
      return { items, matched: page.matched }
    }
  }
}

/** `keepsChanged`: rows that somebody changed since stay as they are. */
export const undoChange = (changeId: string, by: By, keepsChanged = false) =>
  ask<{ items: HistoryEntry[] }>(
    `/api/history/${changeId}/undo${keepsChanged ? '?keepChanged=true' : ''}`,
    {
      method: 'POST',
      headers: signed(by),
    },
  )
export const listProposals = async (signal: AbortSignal) =>
  (await ask<{ items: Proposal[] }>('/api/proposals', { signal })).items
/** Accepting a removal leaves unknown what names the row, as the page says beside it. */
export const answerProposal = (
  { tableName, rowId, kind, etag }: Pick<Proposal, 'tableName' | 'rowId' | 'kind' | 'etag'>,
  answer: 'accept' | 'refuse',
  by: By,
) =>
  ask<unknown>(
    `/api/proposals/${encodeURIComponent(tableName)}/${encodeURIComponent(rowId)}/${answer}${answer === 'accept' && kind === 'removal' ? '?detach=true' : ''}`,
    { method: 'POST', headers: { ...signed(by), ...(etag ? { 'If-Match': `"${etag}"` } : {}) } },
  )

async function stored(request: Promise<Response>): Promise<StoredRow> {
  const response = await request
  if (!response.ok) throw await refusalOf(response)
  const header = (name: string) => response.headers.get(name) ?? ''
  return { feature: await response.json(), etag: header('ETag'), changeId: header('Atlas-Change') }
}

async function refusalOf(response: Response): Promise<RefusedRow> {
  return new RefusedRow(await problemIn(response), response.headers.get('ETag'))
}

/** A refusal; for a conflict `etag` is that of the row as it is now. */
export class RefusedRow extends ProblemError {
  readonly etag: string | null
  constructor(problem: Problem, etag: string | null) {
    super(problem)
    this.etag = etag
  }
}
