// Where the form opens, and what is said after a change: the form itself comes when first needed.

import { type FunctionComponent, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { problemOf } from '#web/api/client.ts'
import { undoChange } from '#web/api/edits.ts'
import { t } from '#web/messages/index.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { reloadEdited } from '#web/state/region/lists.ts'
import { editing, editingProblem, editorName, lastChange } from './editing.ts'

export function EditorSlot() {
  const [form, setForm] = useState<{ Form: FunctionComponent } | null>(null)
  const isOpen = editing.value !== null
  useEffect(() => {
    if (!isOpen || form) return
    import('./editor.tsx').then(
      ({ Editor }) => setForm({ Form: Editor }),
      (error) => {
        editingProblem.value = problemOf(error)
      },
    )
  }, [isOpen])
  if (!isOpen) return null
  return <aside class="inspector editing">{form && h(form.Form, {})}</aside>
}

/** What was just changed, with the way back; or what could not be opened. */
export function EditorToast() {
  const [problem, setProblem] = useState<string | null>(null)
  const change = lastChange.value
  const unopened = editingProblem.value
  const words = problem ?? (unopened && t('edit.notOpened', { why: problemText(unopened) }))
  useEffect(() => setProblem(null), [change])
  if (!change && !words) return null
  const close = () => {
    lastChange.value = null
    editingProblem.value = null
  }
  const undo = () => {
    if (!change) return
    undoChange(change.changeId, { who: editorName.peek(), why: t('edit.undoReason') }).then(
      () => {
        close()
        return reloadEdited(change.collection)
      },
      (error) => setProblem(problemText(problemOf(error))),
    )
  }
  return (
    <div class="toast" role={words ? 'alert' : 'status'}>
      <span>{words ?? t('edit.done')}</span>
      {!words && (
        <button type="button" onClick={undo}>
          {t('edit.undo')}
        </button>
      )}
      <button type="button" class="quiet" onClick={close}>
        {t('edit.dismiss')}
      </button>
    </div>
  )
}
