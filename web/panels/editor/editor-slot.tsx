// Where the form opens, and what is said after a change: the form itself comes when first needed.
import { useEffect, useState } from 'preact/hooks'
import { problemOf } from '#web/api/client.ts'
import { undoChange } from '#web/api/edits.ts'
import { t } from '#web/messages/index.ts'
import {
  draftKept,
  editing,
  editingProblem,
  editorName,
  lastChange,
} from '#web/panels/editor/editing.ts'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { reloadEdited } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'

const form: Load = async () => (await import('#web/panels/editor/editor.tsx')).Editor

export function EditorSlot() {
  if (editing.value === null) return null
  return (
    <aside class="inspector editing" data-opened aria-label={t('editor.form')}>
      <Lazy load={form} />
    </aside>
  )
}

/** What was just changed, with the way back; what could not be opened; that what was typed is kept. */
export function EditorToast() {
  const [problem, setProblem] = useState<string | null>(null)
  const change = lastChange.value
  const unopened = editingProblem.value
  const words = problem ?? (unopened && t('editor.notOpened', { why: problemText(unopened) }))
  useEffect(() => setProblem(null), [change])
  // What was saved is said on the page where it was saved.
  const { workspace, layoutView } = view.value
  const page = `${workspace} ${layoutView}`
  const [savedOn, setSavedOn] = useState(page)
  useEffect(() => setSavedOn(page), [change])
  useEffect(() => {
    if (savedOn !== page) lastChange.value = null
  }, [page])
  const isKept = draftKept.value
  if (!change && !words && !isKept) return null
  const close = () => {
    lastChange.value = null
    editingProblem.value = null
    draftKept.value = false
  }
  const undo = () => {
    if (!change) return
    undoChange(change.changeId, { who: editorName.peek(), why: t('editor.undoReason') }).then(
      () => {
        close()
        return reloadEdited(change.collection)
      },
      (error) => setProblem(problemText(problemOf(error))),
    )
  }
  return (
    <div class="toast" data-opened role={words ? 'alert' : 'status'}>
      <span>{words ?? t(change ? 'editor.done' : 'editor.kept')}</span>
      {!words && change && (
        <button type="button" onClick={undo}>
          {t('editor.undo')}
        </button>
      )}
      <button type="button" class="quiet" onClick={close}>
        {t('editor.dismiss')}
      </button>
    </div>
  )
}
