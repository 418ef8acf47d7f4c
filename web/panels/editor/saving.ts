// What becomes of a draft: asked about, saved, refused, settled with another’s, or the row deleted.
import { computed } from '@preact/signals'
import { type PlaceDoubt, placeDoubts } from '#geodata/analysis/place/place-doubts.ts'
import { placeQuestion } from '#geodata/analysis/place/place-question.ts'
import { EDITABLE } from '#geodata/contract/editable/editable.ts'
import { problemOf } from '#web/api/client.ts'
import {
  deleteRow,
  listDependents,
  RefusedRow,
  type RowDraft,
  type StoredRow,
  saveRow,
} from '#web/api/edits.ts'
import { browserMemory } from '#web/api/memory.ts'
import {
  change,
  draftKey,
  type Editing,
  editing,
  editorName,
  lastChange,
} from '#web/panels/editor/editing.ts'
import { faultsOf, refusedFor } from '#web/panels/editor/faults.ts'
import { threeWay } from '#web/panels/editor/three-way.ts'
import { home } from '#web/state/region/home.ts'
import { basemap, districts, parks, reloadEdited } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** What there is to ask of the place as it is drafted; null: it is the one that was read, or none. */
export const placeAsked = computed(() => {
  const now = editing.value
  if (!now) return null
  return placeQuestion(now.collection, now.draft, now.seen && now.base, parks.value)
})

/** What is doubtful of it. */
export const doubtsOfPlace = computed((): PlaceDoubt[] => {
  const question = placeAsked.value
  const region = home.value
  if (!question || !region) return []
  const ground = { areas: districts.value, basemap: basemap.value, home: region }
  return placeDoubts(question, ground)
})

/**
 * Saves the draft. What is missing comes first, all of it; then a doubtful place is asked about, unless it was said
 * to be meant.
 */
export async function save({ isMeant } = { isMeant: false }): Promise<void> {
  const now = editing.peek()
  if (!now || now.isBusy) return
  const faults = faultsOf(now.collection, now.draft, by(now))
  if (faults.length > 0) return change({ problem: refusedFor(faults), doubts: null })
  const doubts = isMeant ? [] : doubtsOfPlace.peek()
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
    // First: what shows it would ask for more of a row that is gone.
    if (view.peek().selection?.id === now.seen.id) changeView({ selection: null })
    await done(now, changeId)
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
const GEOMETRY = 'geometry'
const withPlace = (row: Pick<RowDraft, 'geometry' | 'properties'>) => ({
  ...row.properties,
  [GEOMETRY]: row.geometry,
})

async function done(now: Editing, changeId: string): Promise<void> {
  browserMemory.removeItem(draftKey(now))
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
