// Is the board's answer on its way, or did it fail? Said in words, with a way to ask again.
import type { Asked } from '#web/api/asked.ts'
import { t } from '#web/messages/index.ts'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'

type AnswerStatusProps<T> = {
  answer: Asked<T>
  again: () => void
  /** The conclusion in words, said once when it is there. */
  said?: string | null
}

export function AnswerStatus<T>({ answer, again, said = null }: AnswerStatusProps<T>) {
  useAnnounced(answer.kind === 'answered' ? said : null)
  return (
    <>
      <p role="status" class="board-status">
        {answer.kind === 'computing' && t('designation.computing')}
      </p>
      {answer.kind === 'failed' && (
        <div class="site-failed" role="alert">
          <h2>{t('designation.failed')}</h2>
          <p>{problemText(answer.problem)}</p>
          <button type="button" onClick={again}>
            {t('common.retry')}
          </button>
        </div>
      )}
    </>
  )
}
