// Is the board's answer on its way, or did it fail? Said in words, with a way to ask again.
import type { Asked } from '#web/api/asked.ts'
import { t } from '#web/messages/index.ts'
import { problemText } from '#web/parts/words/problem-text.ts'

export function AnswerStatus<T>({ answer, again }: { answer: Asked<T>; again: () => void }) {
  return (
    <>
      <p role="status" class="board-status">
        {answer.kind === 'computing' && t('vehiclePark.computing')}
      </p>
      {answer.kind === 'failed' && (
        <div class="site-failed" role="alert">
          <h2>{t('vehiclePark.failed')}</h2>
          <p>{problemText(answer.problem)}</p>
          <button type="button" onClick={again}>
            {t('common.retry')}
          </button>
        </div>
      )}
    </>
  )
}
