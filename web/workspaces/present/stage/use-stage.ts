// Takes the keys, the fingers and the whole window while on stage, and gives all of it back afterwards.
import { useLayoutEffect } from 'preact/hooks'
import { isAsking } from '#web/workspaces/present/stage/asking.ts'
import { type Act, actOf } from '#web/workspaces/present/stage/keys.ts'
import {
  isFull,
  isLeavingFullScreen,
  leaveFullScreen,
  perform,
  stage,
  strokes,
} from '#web/workspaces/present/stage/stage.ts'
import { BARE_STAGE, typedAfter } from '#web/workspaces/present/stage/stage-state.ts'
import { followSwipes } from '#web/workspaces/present/stage/swipe.ts'

/** In a dialog the other keys are its own. */
const THROUGH_DIALOGS: readonly Act[] = ['leave', 'overview', 'keys', 'black', 'white']
const OF_CLICKERS = ['PageUp', 'PageDown']
/** A pointer that rests so long is in nobody's hand. */
const REST_MILLISECONDS = 2500

export function useStage(root: { current: HTMLElement | null }): void {
  // With the first picture, not after it: a key that is pressed at once is ours.
  useLayoutEffect(() => {
    const page = document.getElementById('app')
    const focused = document.activeElement
    if (!isPreview()) root.current?.focus()
    page?.setAttribute('inert', '')
    const stops = [
      followFullScreen(),
      followKeys(),
      followRest(root),
      followSwipes(perform, () => stage.peek().tool !== null || stage.peek().overlay !== null),
    ]
    return () => {
      for (const stop of stops) stop()
      strokes.value = []
      const { hasNotes } = stage.peek()
      // Who tries out an answer comes back to the same screen.
      stage.value = isAsking() ? { ...BARE_STAGE, hasNotes } : BARE_STAGE
      if (!isAsking()) leaveFullScreen()
      delete document.documentElement.dataset.presenting
      page?.removeAttribute('inert')
      if (focused instanceof HTMLElement) focused.focus()
    }
  }, [])
}

/** Within a frame that takes no part, as a preview beside the author's desk. */
const isPreview = () => (frameElement as HTMLElement | null)?.inert === true

function followKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    // What is opened over the stage takes its own keys.
    if (document.querySelector('[data-over-stage]')) return
    const { overlay, typed } = stage.peek()
    const onButton = event.target instanceof HTMLElement && event.target.closest('button, summary')
    if (onButton && (event.key === ' ' || (event.key === 'Enter' && typed === ''))) return
    const act = actOf(event.key, event.shiftKey)
    const number = overlay === null ? typedAfter(typed, event.key) : null
    const isOurs =
      overlay === null || OF_CLICKERS.includes(event.key) || (act && THROUGH_DIALOGS.includes(act))
    if (!isOurs || (act === null && number === null)) return
    event.preventDefault()
    event.stopPropagation()
    if (number !== null) stage.value = { ...stage.peek(), typed: number }
    else if (act === 'next' && event.key === ' ' && stage.peek().playing) perform('play')
    else if (act) perform(act)
  }
  addEventListener('keydown', onKey, { capture: true })
  return () => removeEventListener('keydown', onKey, { capture: true })
}

/** Where the browser keeps Escape to itself, full screen is what it leaves: one level, as any Escape. */
function followFullScreen(): () => void {
  isFull.value = document.fullscreenElement !== null
  const onFull = () => {
    const wasFull = isFull.peek()
    isFull.value = document.fullscreenElement !== null
    if (wasFull && !isFull.peek() && !isLeavingFullScreen()) perform('leave')
  }
  document.addEventListener('fullscreenchange', onFull)
  return () => document.removeEventListener('fullscreenchange', onFull)
}

/** Marks a pointer that rests: then controls and pointer are out of sight. */
function followRest(root: { current: HTMLElement | null }): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const rest = () => {
    if (root.current) root.current.dataset.pointer = 'rests'
  }
  const onMove = () => {
    if (root.current) root.current.dataset.pointer = 'moves'
    clearTimeout(timer)
    timer = setTimeout(rest, REST_MILLISECONDS)
  }
  onMove()
  addEventListener('pointermove', onMove)
  addEventListener('keydown', onMove)
  return () => {
    clearTimeout(timer)
    removeEventListener('pointermove', onMove)
    removeEventListener('keydown', onMove)
  }
}
