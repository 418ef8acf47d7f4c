// Is the stage there? Says what went wrong with it, and what to do.
import { useEffect } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { ownView, view } from '#web/state/view/store.ts'
import { DEFAULT_VIEW, encodeView } from '#web/state/view/view.ts'
import { isFullAsked } from '#web/workspaces/present/presenter/ask-full-screen.ts'
import { nameAfter } from '#web/workspaces/present/presenter/link.ts'
import type { LinkState } from '#web/workspaces/present/presenter/link-state.ts'

export function StageNews({ state }: { state: LinkState }) {
  const others = Object.keys(state.others).length
  const isAway = state.kind !== 'linked' && state.kind !== 'seeking'
  const isFull = state.standing?.isFull ?? false
  useEffect(() => {
    if (isFull) isFullAsked.value = false
  }, [isFull])
  return (
    <div class="presenter-news">
      <div role="status">
        {state.kind !== 'linked' && (
          <p class={isAway ? 'presenter-away' : undefined}>
            {t(`present.window.${state.kind}`)}
            {(state.kind === 'closed' || state.kind === 'silent') && state.standing && (
              <StageAgain scene={state.standing.scene} storyId={state.standing.storyId} />
            )}
          </p>
        )}
        {state.standing?.isAsking && state.kind === 'linked' && (
          <p>{t('present.window.asking', { scene: state.standing.scene + 1 })}</p>
        )}
        {isFullAsked.value && !isFull && <p>{t('present.window.fullHow')}</p>}
        {others > 0 && <p>{t('present.window.others', { count: others })}</p>}
      </div>
    </div>
  )
}

/** The stage anew, where it stood. A window that this one opens has the memory of this one, and so the stage's name. */
function StageAgain({ scene, storyId }: { scene: number; storyId: string }) {
  const open = () => {
    const { language, theme } = ownView.peek()
    const at = { ...DEFAULT_VIEW, language, theme, workspace: 'present', storyId, scene } as const
    nameAfter(view.peek().presenterOf)
    window.open(`?${encodeView({ ...at, onStage: true })}`)
  }
  return (
    <button type="button" onClick={open}>
      {t('present.window.stageAgain')}
    </button>
  )
}
