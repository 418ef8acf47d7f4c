// The way back to the scene that was left for a question, over whatever workspace is open.
import { useEffect } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { isTyping } from '#web/parts/controls/is-typing.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { comeBack, isAsking } from '#web/workspaces/present/stage/asking.ts'

/** An address that holds a stage and another workspace leads back too. */
function back(): void {
  if (isAsking()) comeBack()
  else changeView({ workspace: 'present' })
}

export function ReturnBar() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      if (event.key.toLowerCase() !== 'r') return
      event.preventDefault()
      back()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <aside class="return-bar" aria-label={t('present.region')}>
      <button type="button" class="primary" aria-keyshortcuts="R" onClick={back}>
        <Icon path="M9 7L4 12l5 5M4.500 12H15a5 5 0 010 10" />
        {t('present.back', { scene: view.value.scene + 1 })}
        <span class="kbd" aria-hidden="true">
          R
        </span>
      </button>
    </aside>
  )
}
