// That the answers are written, and the way back: one step for all of them.
import { useState } from 'preact/hooks'
import type { Accepted } from '#geodata/contract/questionnaire/answer.ts'
import { problemOf } from '#web/api/client.ts'
import { undoChange } from '#web/api/edits.ts'
import { t } from '#web/messages/index.ts'
import { editorName } from '#web/panels/editor/editing.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { reloadEdited } from '#web/state/region/lists.ts'

type AcceptedProps = { accepted: Accepted; onDone: () => void }

export function AcceptedAnswers({ accepted: { changeId, rows }, onDone }: AcceptedProps) {
  const [said, setSaid] = useState<string | null>(null)
  const [isUndone, setUndone] = useState(false)
  const undo = async () => {
    try {
      await undoChange(changeId ?? '', { who: editorName.peek(), why: t('editor.undoReason') })
      setUndone(true)
      await reloadEdited('parks')
    } catch (error) {
      setSaid(problemText(problemOf(error)))
    }
  }
  return (
    <section>
      <p role="status">
        {isUndone ? t('questionnaire.undone') : t('questionnaire.accepted', { count: rows })}
      </p>
      {said && (
        <p class="bad" role="alert">
          {said}
        </p>
      )}
      <p class="acts">
        {changeId !== null && !isUndone && (
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
