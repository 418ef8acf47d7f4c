// What a following screen says: nothing while all is well, else what is the matter and the way back.
import { createPortal } from 'preact/compat'
import { useEffect } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { view } from '#web/state/view/store.ts'
import {
  comeBackToStage,
  following,
  isAway,
  leaveFollowing,
} from '#web/workspaces/present/together/follow.ts'

export function FollowBar() {
  const now = following.value
  const away = now.kind === 'on' && isAway.value
  useEffect(() => {
    if (!away) return
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key.toLowerCase() !== 'r') return
      event.preventDefault()
      comeBackToStage()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [away])
  const words = wordsNow()
  return createPortal(
    <aside class="follow-bar" data-quiet={String(words === null)} aria-label={t('together.follow')}>
      <p role="status">{words ?? t('together.following')}</p>
      {away && (
        <button type="button" class="primary" aria-keyshortcuts="R" onClick={comeBackToStage}>
          {t('together.back')}
          <span class="kbd" aria-hidden="true">
            R
          </span>
        </button>
      )}
      {now.kind === 'over' && (
        <button type="button" onClick={leaveFollowing}>
          {t('together.leave')}
        </button>
      )}
    </aside>,
    document.body,
  )
}

/** Null: it follows, and there is nothing to say. */
function wordsNow(): string | null {
  const now = following.value
  if (now.kind === 'over') return now.problem ? problemText(now.problem) : t('together.over')
  if (now.line === 'lost') return t('together.lost')
  if (now.kind === 'coming') return t('together.coming')
  const scene = now.standing.state.scene + 1
  if (isAway.value) return t('together.away', { scene })
  if (now.standing.presenter === 'away') return t('together.stageAway', { scene })
  return view.value.onStage ? null : t('together.coming')
}
