// Cancels an import, or puts it away: asked once more, for its file is gone then.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Import } from '#geodata/contract/imports.ts'
import { problemOf } from '#web/api/client.ts'
import { forgetImport } from '#web/api/imports.ts'
import { t } from '#web/messages/index.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { NO_IMPORT } from '#web/state/view/imported.ts'
import { changeView } from '#web/state/view/store.ts'
import type { ImportDesk } from '#web/workspaces/layout/import/import-desk.ts'

export function ConfirmedForget({ one, desk }: { one: Import; desk: ImportDesk }) {
  const [isAsking, ask] = useState(false)
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isAsking) return
    // Below the steps, the question may begin out of sight.
    question.current?.scrollIntoView({ block: 'nearest' })
    question.current?.querySelector<HTMLElement>('button:last-of-type')?.focus()
  }, [isAsking])
  const [said, setSaid] = useState<string | null>(null)
  if (one.state === 'writing') return null
  const forget = async () => {
    desk.stop()
    try {
      await forgetImport(one.id)
      changeView({ imported: NO_IMPORT })
    } catch (error) {
      setSaid(problemText(problemOf(error)))
    }
  }
  const act = one.state === 'written' ? 'imports.putAway' : 'imports.cancel'
  // What was refused holds nothing that could be lost.
  const isAsked = one.state !== 'reading' && one.state !== 'refused'
  return (
    <div ref={question} class="import-forget">
      {isAsking ? (
        <>
          <p>{t(one.state === 'written' ? 'imports.putAwayAsk' : 'imports.cancelAsk')}</p>
          <p class="acts">
            <button type="button" onClick={() => void forget()}>
              {t(act)}
            </button>
            <button type="button" onClick={() => ask(false)}>
              {t('imports.keep')}
            </button>
          </p>
        </>
      ) : (
        <button type="button" onClick={() => (isAsked ? ask(true) : void forget())}>
          {t(act)}
        </button>
      )}
      {said && (
        <p role="alert" class="bad">
          {said}
        </p>
      )}
    </div>
  )
}
