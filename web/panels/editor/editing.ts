// What is being added or corrected, by whom, and what became of it?
import { effect, signal } from '@preact/signals'
import type { PlaceDoubt } from '#geodata/analysis/place/place-doubts.ts'
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import type { Dependent } from '#geodata/contract/history.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { problemOf } from '#web/api/client.ts'
import { type RowDraft, readRow, type StoredRow } from '#web/api/edits.ts'
import { browserMemory } from '#web/api/memory.ts'
import { withoutFaultAt } from '#web/panels/editor/mended-fault.ts'
import type { Difference } from '#web/panels/editor/three-way.ts'

export type Editing = {
  collection: EditableId
  /** The row that was read; null: one to be added. */
  seen: { id: string; etag: string } | null
  base: RowDraft
  draft: RowDraft
  why: string
  isBusy: boolean
  problem: Problem | null
  /** The row was changed since it was read: their row, and where to decide. */
  conflict: { theirs: StoredRow; conflicts: Difference[]; takenOver: string[] } | null
  /** What is doubtful of the place, once saving was asked for. */
  doubts: readonly PlaceDoubt[] | null
  /** What names the row, once its deletion was asked for. */
  deleting: Dependent[] | null
  /** The draft was begun earlier and never saved. */
  isRestored: boolean
}
export type EditorRequest = {
  collection: EditableId
  id?: string
  /** Properties a new row starts with. */
  preset?: Record<string, unknown>
  geometry?: unknown
}

export const editing = signal<Editing | null>(null)
/** What could not be opened. */
export const editingProblem = signal<Problem | null>(null)
/** What was typed into the form that was closed is kept for the next time: to be said once. */
export const draftKept = signal(false)
/** The last change made here, to be undone at once. */
export const lastChange = signal<{ changeId: string; collection: string } | null>(null)

const NAME = 'park-atlas.editor'
/** Asked once, kept in this browser, sent with every change. */
export const editorName = signal(browserMemory.getItem(NAME) ?? '')
effect(() => browserMemory.setItem(NAME, editorName.value))

export const draftKey = ({ collection, seen }: Pick<Editing, 'collection' | 'seen'>) =>
  `park-atlas.draft.${collection}/${seen?.id ?? 'new'}`
effect(() => {
  const now = editing.value
  // Nothing typed is lost when the panel, the tab or the network goes.
  if (!now || now.draft === now.base) return
  browserMemory.setItem(
    draftKey(now),
    JSON.stringify({ etag: now.seen?.etag, draft: now.draft, why: now.why }),
  )
})

/** Changes a part of what is being edited, where anything is. */
export function change(part: Partial<Editing>): void {
  if (editing.value) editing.value = { ...editing.value, ...part }
}

export async function openEditor({
  collection,
  id,
  preset = {},
  geometry = null,
}: EditorRequest): Promise<void> {
  editingProblem.value = null
  draftKept.value = false
  try {
    const read = id === undefined ? null : await readRow(collection, id)
    const base: RowDraft = read
      ? { type: 'Feature', geometry: read.feature.geometry, properties: read.feature.properties }
      : { type: 'Feature', geometry, properties: preset }
    const seen = read && id !== undefined ? { id, etag: read.etag } : null
    const kept = keptDraft({ collection, seen })
    editing.value = {
      collection,
      seen,
      base,
      draft: kept?.draft ?? base,
      why: kept?.why ?? '',
      isBusy: false,
      problem: null,
      conflict: null,
      doubts: null,
      deleting: null,
      isRestored: kept !== null,
    }
  } catch (error) {
    editingProblem.value = problemOf(error)
  }
}

/** A draft of the same row as it still is; one of an older row would take back what came between. */
function keptDraft(
  of: Pick<Editing, 'collection' | 'seen'>,
): { draft: RowDraft; why: string } | null {
  const text = browserMemory.getItem(draftKey(of))
  if (!text) return null
  try {
    const kept = JSON.parse(text) as { etag?: string; draft: RowDraft; why: string }
    return kept.etag === of.seen?.etag && kept.draft?.properties ? kept : null
  } catch {
    return null
  }
}

/** Closes the form; what was typed is kept for the next time unless it is thrown away. */
export function closeEditor(throwAway = false): void {
  const now = editing.peek()
  if (now && throwAway) browserMemory.removeItem(draftKey(now))
  draftKept.value = now !== null && !throwAway && now.draft !== now.base
  editing.value = null
}

/** Back from what the form asks before it saves or deletes to the form; false: it asks nothing. */
export function leaveQuestion(): boolean {
  const now = editing.peek()
  if (!now?.doubts && !now?.deleting) return false
  change({ doubts: null, deleting: null })
  return true
}

export function setProperty(name: string, value: unknown): void {
  const now = editing.peek()
  if (!now) return
  const properties = { ...now.draft.properties, [name]: value }
  change({
    draft: { ...now.draft, properties },
    problem: withoutFaultAt(now.problem, `/properties/${name}`),
  })
}

export function setGeometry(geometry: unknown): void {
  const now = editing.peek()
  if (!now) return
  change({
    draft: { ...now.draft, geometry },
    problem: withoutFaultAt(now.problem, '/geometry'),
  })
}

export function setReason(why: string): void {
  change({ why, problem: withoutFaultAt(editing.peek()?.problem ?? null, 'Atlas-Reason:') })
}

export function setName(name: string): void {
  editorName.value = name
  change({ problem: withoutFaultAt(editing.peek()?.problem ?? null, 'Atlas-Editor:') })
}
