// One scene fills the screen: words and figures on one side, the map on the other.
import { createPortal } from 'preact/compat'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { language, t } from '#web/messages/index.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { changeView, view } from '#web/state/view/store.ts'
import { Figures, SourceLine, sceneWords } from '#web/workspaces/present/present-figures.tsx'
import { endShow, show } from '#web/workspaces/present/present-prepare.ts'
import {
  oneLine,
  type Prepared,
  partsOf,
  sceneAt,
  stepFor,
  stepForSwipe,
  type Touch,
} from '#web/workspaces/present/scenes.ts'

/** Words and figures stand at once. `drawn`: the map shows the scene; until then it alone is veiled. */
export function PresentScreen({ prepared, drawn }: { prepared: Prepared; drawn: boolean }) {
  const { story } = prepared
  const root = useRef<HTMLElement>(null)
  const current = sceneAt(story, view.value.scene)
  useStage(root)
  useLayoutEffect(() => {
    document.documentElement.dataset.presenting = drawn ? 'shown' : 'drawing'
  }, [drawn])
  if (!current) return null
  const { scene, index } = current
  const count = story.scenes.length
  const answers = prepared.figures.get(scene.id) ?? []
  const title = sceneWords(scene, 'title', answers)
  const go = (to: number) => changeView({ scene: Math.min(Math.max(0, to), count - 1) })
  return createPortal(
    <section
      ref={root}
      class="show"
      aria-label={t('present.region')}
      data-revealed={drawn ? 'true' : 'words'}
      data-scene={scene.id}
      data-kind={scene.kind}
      aria-busy={!drawn}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the screen itself takes the keys
      tabIndex={0}
    >
      <p class="visually-hidden" role="status">
        {t('present.scene', { scene: index + 1, count })}
        {t('present.comma')}
        {oneLine(title, language.value)}
      </p>
      <div class={scene.barsTitle ? 'show-text with-bars' : 'show-text'}>
        <p class="show-count">{t('present.of', { scene: index + 1, count })}</p>
        <div class="show-words" key={scene.id}>
          <h2>{title}</h2>
          <Figures scene={scene} answers={answers} />
          {scene.kind === 'agenda' && <Agenda prepared={prepared} />}
          <p class="show-body">{sceneWords(scene, 'text', answers)}</p>
        </div>
        <SourceLine scene={scene} answers={answers} />
      </div>
      {!drawn && scene.kind === 'map' && (
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

function Agenda({ prepared: { story, figures } }: { prepared: Prepared }) {
  return (
    <ol class="show-agenda">
      {partsOf(story).map((part) => (
        <li key={part.id}>
          {oneLine(sceneWords(part, 'title', figures.get(part.id) ?? []), language.value)}
        </li>
      ))}
    </ol>
  )
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
    const stopSwipes = followSwipes()
    return () => {
      document.removeEventListener('fullscreenchange', onFull)
      stopSwipes()
      removeEventListener('keydown', onKey, { capture: true })
      delete document.documentElement.dataset.presenting
      page?.removeAttribute('inert')
      if (document.fullscreenElement) void document.exitFullscreen()
      if (focused instanceof HTMLElement) focused.focus()
    }
  }, [])
}

/** One finger turns scenes, over the map too, which two fingers still move; returns the stop. */
function followSwipes(): () => void {
  let from: Touch | null = null
  const touchIn = ({ changedTouches: [touch], timeStamp }: TouchEvent): Touch | null =>
    touch ? { x: touch.clientX, y: touch.clientY, milliseconds: timeStamp } : null
  const onStart = (event: TouchEvent) => {
    from = event.touches.length === 1 ? touchIn(event) : null
  }
  const onMove = (event: TouchEvent) => {
    if (from) event.stopPropagation()
  }
  const onEnd = (event: TouchEvent) => {
    const to = touchIn(event)
    const state = show.peek()
    if (!from || !to || state.kind !== 'answered') return
    const { scenes } = state.result.story
    const step = stepForSwipe(from, to, view.peek().scene, scenes.length)
    from = null
    if (step?.kind === 'to') changeView({ scene: step.scene })
  }
  const listeners = { touchstart: onStart, touchmove: onMove, touchend: onEnd }
  const capture = { capture: true }
  for (const [name, act] of Object.entries(listeners)) {
    addEventListener(name, act as EventListener, capture)
  }
  return () => {
    for (const [name, act] of Object.entries(listeners)) {
      removeEventListener(name, act as EventListener, capture)
    }
  }
}
