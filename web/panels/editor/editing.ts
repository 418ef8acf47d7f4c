// What is being added or corrected, by whom, and what became of it?

import { computed, effect, signal } from '@preact/signals'
import { type PlaceDoubt, placeDoubts } from '#geodata/analysis/place/place-doubts.ts'
import { placeQuestion } from '#geodata/analysis/place/place-question.ts'
import { EDITABLE, type EditableId } from '#geodata/contract/editable/editable.ts'
import type { Dependent } from '#geodata/contract/history.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { problemOf } from '#web/api/client.ts'
import {
  deleteRow,
  listDependents,
  RefusedRow,
  type RowDraft,
  readRow,
  type StoredRow,
  saveRow,
} from '#web/api/edits.ts'
import { type Difference, threeWay } from '#web/panels/editor/three-way.ts'
import { home } from '#web/state/region/home.ts'
import { basemap, districts, parks, reloadEdited } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

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
/** The last change made here, to be undone at once. */
export const lastChange = signal<{ changeId: string; collection: string } | null>(null)

const NAME = 'park-atlas.editor'
/** Asked once, kept in this browser, sent with every change. */
export const editorName = signal(localStorage.getItem(NAME) ?? '')
effect(() => localStorage.setItem(NAME, editorName.value))

const draftKey = ({ collection, seen }: Pick<Editing, 'collection' | 'seen'>) =>
  `park-atlas.draft.${collection}/${seen?.id ?? 'new'}`
effect(() => {
  const now = editing.value
  // Nothing typed is lost when the panel, the tab or the network goes.
  if (!now || now.draft === now.base) return
  localStorage.setItem(
    draftKey(now),
    JSON.stringify({ etag: now.seen?.etag, draft: now.draft, why: now.why }),
  )
})

function change(part: Partial<Editing>): void {
  if (editing.value) editing.value = { ...editing.value, ...part }
}

export async function openEditor({
  collection,
  id,
  preset = {},
  geometry = null,
}: EditorRequest): Promise<void> {
  editingProblem.value = null
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
  const text = localStorage.getItem(draftKey(of))
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
  if (now && throwAway) localStorage.removeItem(draftKey(now))
  editing.value = null
}

export function setProperty(name: string, value: unknown): void {
  const now = editing.peek()
  if (!now) return
  const properties = { ...now.draft.properties, [name]: value }
  change({ draft: { ...now.draft, properties } })
}

export function setGeometry(geometry: unknown): void {
  const now = editing.peek()
  if (now) change({ draft: { ...now.draft, geometry } })
}

export const setReason = (why: string) => change({ why })

/** What there is to ask of the place as it is drafted; null: it is the one that was read, or none. */
export const placeAsked = computed(() => {
  const now = editing.value
  if (!now) return null
  return placeQuestion(now.collection, now.draft, now.seen && now.base, parks.value)
})

function doubtsOfPlace(): PlaceDoubt[] {
  const question = placeAsked.peek()
  const region = home.peek()
  if (!question || !region) return []
  const ground = { areas: districts.peek(), basemap: basemap.peek(), home: region }
  return placeDoubts(question, ground)
}

/** Saves the draft; a doubtful place is asked about first, unless it was said to be meant. */
export async function save({ isMeant } = { isMeant: false }): Promise<void> {
  const now = editing.peek()
  if (!now || now.isBusy) return
  const doubts = isMeant ? [] : doubtsOfPlace()
  if (doubts.length > 0) return change({ doubts, problem: null })
  change({ isBusy: true, problem: null, doubts: null })
  try {
    const row = await saveRow(now.collection, now.draft, by(now), now.seen, isMeant)
    await done(now, row.changeId)
    // A table without a place, and an area, have nothing of their own to be opened.
    if (EDITABLE[now.collection].layer !== null && now.collection !== 'park-areas') {
      changeView({ selection: { collection: now.collection, id: row.feature.id } })
    }
  } catch (error) {
    refuse(now, error)
  }
}

/** Back to the form, to change the place. */
export const changePlace = () => change({ doubts: null })

/** Shows what hangs on the row, before anything is deleted. */
export async function askToDelete(): Promise<void> {
  const now = editing.peek()
  if (!now?.seen || now.isBusy) return
  change({ isBusy: true, problem: null })
  try {
    change({ isBusy: false, deleting: await listDependents(now.collection, now.seen.id) })
  } catch (error) {
    change({ isBusy: false, problem: problemOf(error) })
  }
}

export const keepRow = () => change({ deleting: null })

export async function removeRow(): Promise<void> {
  const now = editing.peek()
  if (!now?.seen || now.isBusy) return
  change({ isBusy: true, problem: null })
  try {
    const changeId = await deleteRow(
      now.collection,
      now.seen,
      by(now),
      (now.deleting ?? []).length > 0,
    )
    await done(now, changeId)
    if (view.peek().selection?.id === now.seen.id) changeView({ selection: null })
  } catch (error) {
    refuse(now, error)
  }
}

/** Mine or theirs, field by field; then the row is saved over theirs, knowingly. */
export function settle(decided: Readonly<Record<string, 'mine' | 'theirs'>>): void {
  const now = editing.peek()
  if (!now?.conflict || !now.seen) return
  const { theirs, conflicts } = now.conflict
  const { merged } = threeWay(withPlace(now.base), withPlace(now.draft), withPlace(theirs.feature))
  for (const { field, mine, theirs: other } of conflicts) {
    merged[field] = decided[field] === 'theirs' ? other : mine
  }
  const { [GEOMETRY]: geometry, ...properties } = merged
  change({
    seen: { id: now.seen.id, etag: theirs.etag },
    base: {
      type: 'Feature',
      geometry: theirs.feature.geometry,
      properties: theirs.feature.properties,
    },
    draft: { type: 'Feature', geometry, properties },
    conflict: null,
  })
  void save()
}

/** Among the fields of a comparison, the place. */
export const GEOMETRY = 'geometry'
const withPlace = (row: Pick<RowDraft, 'geometry' | 'properties'>) => ({
  ...row.properties,
  [GEOMETRY]: row.geometry,
})

async function done(now: Editing, changeId: string): Promise<void> {
  localStorage.removeItem(draftKey(now))
  editing.value = null
  lastChange.value = { changeId, collection: now.collection }
  await reloadEdited(now.collection)
}

const by = ({ why }: Editing) => ({ who: editorName.peek(), why })

function refuse(now: Editing, error: unknown): void {
  const problem = problemOf(error)
  const { current } = problem
  if (problem.status === 412 && current && error instanceof RefusedRow) {
    const theirs: StoredRow = { feature: current, etag: error.etag ?? '', changeId: '' }
    const { conflicts, takenOver } = threeWay(
      withPlace(now.base),
      withPlace(now.draft),
      withPlace(current),
    )
    change({ isBusy: false, conflict: { theirs, conflicts, takenOver } })
  } else change({ isBusy: false, problem })
}
