// That the answers are written, and the way back: one step for all of them.
import { useState } from 'preact/hooks'
import type { Accepted } from '#geodata/contract/questionnaire/answer.ts'
import { problemOf } from '#web/api/client.ts'
import { undoChange } from '#web/api/edits.ts'
import { t } from '#web/messages/index.ts'
import { editorName } from '#web/panels/editor/editing.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { reloadEdited } from '#web/state/region/lists.ts'

type AcceptedProps = {
  accepted: Accepted
  isUndone: boolean
  onUndone: () => void
  onDone: () => void
}

export function AcceptedAnswers({ accepted, isUndone, onUndone, onDone }: AcceptedProps) {
  const { changeId, rows } = accepted
  const [said, setSaid] = useState<string | null>(null)
  const [isUndoing, setUndoing] = useState(false)
  const undo = async () => {
    // A second press finds nothing to take back.
    setUndoing(true)
    setSaid(null)
    try {
      await undoChange(changeId ?? '', { who: editorName.peek(), why: t('editor.undoReason') })
      onUndone()
      await reloadEdited('parks')
    } catch (error) {
      setSaid(problemText(problemOf(error)))
      setUndoing(false)
    }
  }
  const state = isUndone ? 'undone' : isUndoing ? 'undoing' : 'accepted'
  return (
    <section>
      <p role="status">{t(`questionnaire.${state}`, { count: rows })}</p>
      {said && (
        <p class="bad" role="alert">
          {said}
        </p>
      )}
      <p class="acts">
        {changeId !== null && state === 'accepted' && (
          <button type="button" onClick={() => void undo()}>
            {t('editor.undo')}
          </button>
        )}
        <button type="button" class="primary" onClick={onDone}>
          {t('questionnaire.done')}
        </button>
      </p>
    </section>
  )
}
