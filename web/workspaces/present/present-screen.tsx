// One scene fills the screen: words and figures on one side, the map on the other.
import { createPortal } from 'preact/compat'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { changeView, view } from '#web/state/view/store.ts'
import { Figures, SourceLine, sceneWords } from '#web/workspaces/present/present-figures.tsx'
import { endShow, show } from '#web/workspaces/present/present-prepare.ts'
import { type Prepared, sceneAt, stepFor } from '#web/workspaces/present/scenes.ts'

/** The words wait for the map at most this long: a presenter never faces an empty screen. */
const WORDS_AT_LATEST_MILLISECONDS = 6000

/** `drawn`: the map shows the scene. Until then it is veiled, so that it is never seen half loaded. */
export function PresentScreen({ prepared, drawn }: { prepared: Prepared; drawn: boolean }) {
  const { story } = prepared
  const root = useRef<HTMLElement>(null)
  const current = sceneAt(story, view.value.scene)
  const late = useLate(current?.scene.id, drawn)
  useStage(root)
  useLayoutEffect(() => {
    document.documentElement.dataset.presenting = drawn ? 'shown' : 'drawing'
  }, [drawn])
  if (!current) return null
  const { scene, index } = current
  const count = story.scenes.length
  const answers = prepared.figures.get(scene.id) ?? []
  const readable = drawn || late
  const go = (to: number) => changeView({ scene: Math.min(Math.max(0, to), count - 1) })
  return createPortal(
    <section
      ref={root}
      class="show"
      aria-label={t('present.region')}
      data-revealed={drawn ? 'true' : late ? 'words' : 'false'}
      data-scene={scene.id}
      aria-busy={!drawn}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the screen itself takes the keys
      tabIndex={0}
    >
      <div class={scene.barsTitle ? 'show-text with-bars' : 'show-text'} aria-hidden={!readable}>
        <p class="show-count">{t('present.of', { scene: index + 1, count })}</p>
        <div class="show-words" aria-live="polite" key={scene.id}>
          <h2>{sceneWords(scene, 'title', answers)}</h2>
          <Figures scene={scene} answers={answers} />
          <p class="show-body">{sceneWords(scene, 'text', answers)}</p>
        </div>
        <SourceLine scene={scene} answers={answers} />
      </div>
      {!drawn && (
        <p class="show-waiting" role="status">
          {t('present.waiting')}
        </p>
      )}
      <nav class="show-nav" aria-label={t('present.scene', { scene: index + 1, count })}>
        <button type="button" aria-label={t('present.previous')} onClick={() => go(index - 1)}>
          <Icon path="M14.500 5l-7 7 7 7" />
        </button>
        <button type="button" aria-label={t('present.next')} onClick={() => go(index + 1)}>
          <Icon path="M9.500 5l7 7-7 7" />
        </button>
        <button type="button" aria-label={t('present.leave')} onClick={endShow}>
          <Icon path="M6 6l12 12M18 6L6 18" />
        </button>
      </nav>
      <div class="show-segments" aria-hidden="true">
        {story.scenes.map((one, at) => (
          <i key={one.id} class={at < index ? 'past' : at === index ? 'now' : ''} />
        ))}
      </div>
    </section>,
    document.body,
  )
}

/** True when a scene has waited for its map for too long. */
function useLate(sceneId: string | undefined, drawn: boolean): boolean {
  const [late, setLate] = useState<string | null>(null)
  useEffect(() => {
    if (drawn || !sceneId) return
    const timer = setTimeout(() => setLate(sceneId), WORDS_AT_LATEST_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [sceneId, drawn])
  return late !== null && late === sceneId
}

/** Takes the keys and the whole window while on stage, and gives both back afterwards. */
function useStage(root: { current: HTMLElement | null }): void {
  useEffect(() => {
    const page = document.getElementById('app')
    const focused = document.activeElement
    root.current?.focus()
    page?.setAttribute('inert', '')
    let wasFull = document.fullscreenElement !== null
    const onFull = () => {
      if (document.fullscreenElement) wasFull = true
      else if (wasFull) endShow()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const onButton = event.target instanceof HTMLButtonElement && event.key === ' '
      const state = show.peek()
      if (state.kind !== 'answered' || onButton) return
      const { scenes } = state.result.story
      const step = stepFor(event.key, event.shiftKey, view.peek().scene, scenes.length)
      if (!step) return
      event.preventDefault()
      event.stopPropagation()
      if (step.kind === 'leave') endShow()
      else changeView({ scene: step.scene })
    }
    document.addEventListener('fullscreenchange', onFull)
    addEventListener('keydown', onKey, { capture: true })
    return () => {
      document.removeEventListener('fullscreenchange', onFull)
      removeEventListener('keydown', onKey, { capture: true })
      delete document.documentElement.dataset.presenting
      page?.removeAttribute('inert')
      if (document.fullscreenElement) void document.exitFullscreen()
      if (focused instanceof HTMLElement) focused.focus()
    }
  }, [])
}
