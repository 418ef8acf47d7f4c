// One scene fills the screen: title, figures and text on one side, the map on the other.
import { createPortal } from 'preact/compat'
import { useEffect, useRef, useState } from 'preact/hooks'
import { LAYERS } from '#geodata/contract/documents.ts'
import type { FigureAnswer, Scene } from '#geodata/contract/stories.ts'
import { say, t } from '#web/messages/index.ts'
import { frameScene } from '#web/panels/present-frame.ts'
import { rings } from '#web/state/analysis.ts'
import { type Prepared, sceneAt, sceneLayers, show, stepFor } from '#web/state/present.ts'
import { changeView, view } from '#web/state/store.ts'

/** Text waits for the map at most this long: a presenter never faces an empty screen. */
const REVEAL_AT_LATEST_MILLISECONDS = 5000

export function PresentScreen({ prepared }: { prepared: Prepared }) {
  const { story } = prepared
  const root = useRef<HTMLElement>(null)
  const current = sceneAt(story, view.value.scene)
  useStage(root)
  const shown = useScene(prepared, current?.scene)
  if (!current) return null
  const { scene, index } = current
  const count = story.scenes.length
  const go = (to: number) => changeView({ scene: Math.min(Math.max(0, to), count - 1) })
  return createPortal(
    <section
      ref={root}
      class="show"
      aria-label={t('present.region')}
      data-revealed={shown ? 'true' : 'false'}
      data-scene={scene.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the screen itself takes the keys
      tabIndex={0}
    >
      <div class="show-text" aria-hidden={!shown}>
        <p class="show-count">{t('present.of', { scene: index + 1, count })}</p>
        <div class="show-words" aria-live="polite">
          <h2>{say(scene.title)}</h2>
          <Figures scene={scene} answers={prepared.figures.get(scene.id) ?? []} />
          <p class="show-body">{say(scene.text)}</p>
        </div>
        <SourceLine answers={prepared.figures.get(scene.id) ?? []} />
      </div>
      {!shown && (
        <p class="show-waiting" role="status">
          {t('present.waiting')}
        </p>
      )}
      <nav class="show-nav" aria-label={t('present.scene', { scene: index + 1, count })}>
        <button type="button" aria-label={t('present.previous')} onClick={() => go(index - 1)}>
          ‹
        </button>
        <button type="button" aria-label={t('present.next')} onClick={() => go(index + 1)}>
          ›
        </button>
        <button type="button" aria-label={t('present.leave')} onClick={leave}>
          ×
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

function leave(): void {
  show.value = { kind: 'off' }
}

/** Takes the keys and the whole window while on stage, and gives the view back afterwards. */
function useStage(root: { current: HTMLElement | null }): void {
  useEffect(() => {
    const { hiddenLayers, systems, selection } = view.peek()
    const focused = document.activeElement
    document.documentElement.dataset.presenting = 'true'
    root.current?.focus()
    let wasFull = document.fullscreenElement !== null
    const onFull = () => {
      if (document.fullscreenElement) wasFull = true
      else if (wasFull) leave()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const onButton = event.target instanceof HTMLButtonElement && event.key === ' '
      const state = show.peek()
      if (state.kind !== 'on' || onButton) return
      const { scenes } = state.prepared.story
      const step = stepFor(event.key, event.shiftKey, view.peek().scene, scenes.length)
      if (!step) return
      event.preventDefault()
      event.stopPropagation()
      if (step.kind === 'leave') leave()
      else changeView({ scene: step.scene })
    }
    document.addEventListener('fullscreenchange', onFull)
    addEventListener('keydown', onKey, { capture: true })
    return () => {
      document.removeEventListener('fullscreenchange', onFull)
      removeEventListener('keydown', onKey, { capture: true })
      delete document.documentElement.dataset.presenting
      if (document.fullscreenElement) void document.exitFullscreen()
      rings.value = null
      changeView({ hiddenLayers, systems, selection })
      if (focused instanceof HTMLElement) focused.focus()
    }
  }, [])
}

/** Puts the scene on the map; true once the map has drawn all of it. */
function useScene(prepared: Prepared, scene: Scene | undefined): boolean {
  const [ready, setReady] = useState<string | null>(null)
  useEffect(() => {
    if (!scene) return
    changeView({
      hiddenLayers: sceneLayers(LAYERS, scene),
      systems: scene.systems ?? [],
      selection: scene.selection ?? null,
    })
    rings.value = prepared.rings.get(scene.id) ?? null
    let stopWaiting = () => {}
    let stopFraming = frameScene(scene, () => {
      stopWaiting = whenMapIdle(() => setReady(scene.id))
    })
    const reframe = () => {
      stopFraming()
      stopFraming = frameScene(scene, () => {
        stopWaiting()
        stopWaiting = whenMapIdle(() => setReady(scene.id))
      })
    }
    addEventListener('resize', reframe)
    return () => {
      stopFraming()
      stopWaiting()
      removeEventListener('resize', reframe)
    }
  }, [scene?.id])
  return scene !== undefined && ready === scene.id
}

/** Calls `act` once the map says that it has drawn everything; returns the stop. */
function whenMapIdle(act: () => void): () => void {
  const root = document.documentElement
  let watching: MutationObserver | undefined
  const once = () => {
    stop()
    act()
  }
  const check = () => {
    if (root.dataset.mapIdle === 'true') once()
  }
  // Two frames: the map learns of the change in the first and says "not idle" by the second.
  const second = { id: 0 }
  const first = requestAnimationFrame(() => {
    second.id = requestAnimationFrame(() => {
      watching = new MutationObserver(check)
      watching.observe(root, { attributeFilter: ['data-map-idle'] })
      check()
    })
  })
  const latest = setTimeout(once, REVEAL_AT_LATEST_MILLISECONDS)
  const stop = () => {
    cancelAnimationFrame(first)
    cancelAnimationFrame(second.id)
    clearTimeout(latest)
    watching?.disconnect()
  }
  return stop
}

function Figures({ scene, answers }: { scene: Scene; answers: FigureAnswer[] }) {
  if (scene.figures.length === 0) return null
  return (
    <dl class={scene.figures.length === 1 ? 'show-figures single' : 'show-figures'}>
      {scene.figures.map((figure, index) => {
        const answer = answers[index]
        return (
          <div key={say(figure.label)}>
            <dt>{say(figure.label)}</dt>
            <dd>
              {!answer?.said ? (
                <span class="unknown">{t('present.unknown')}</span>
              ) : (
                <>
                  <b>{say(answer.said)}</b>
                  {answer.unit && <abbr>{say(answer.unit)}</abbr>}
                </>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function SourceLine({ answers }: { answers: FigureAnswer[] }) {
  const sources = [...new Set(answers.map(({ source }) => say(source)))].filter(Boolean)
  if (sources.length === 0) return null
  return <p class="show-source">{t('present.source', { source: sources.join('；') })}</p>
}
