// What does a finger on the stage mean? Sideways it turns the scene, over the map too, which two fingers still move.
import type { Act } from '#web/workspaces/present/stage/keys.ts'

/** A place a finger touches, in pixels, and when. */
export type Touched = { x: number; y: number; milliseconds: number }

const SWIPE_PIXELS = 60
const SWIPE_MILLISECONDS = 800

/** What a finger that went from one place to another means; null: not ours. */
export function swipeAct(from: Touched, to: Touched): Act | null {
  const [aside, down] = [to.x - from.x, to.y - from.y]
  const isSwipe =
    Math.abs(aside) >= SWIPE_PIXELS &&
    Math.abs(aside) > 2 * Math.abs(down) &&
    to.milliseconds - from.milliseconds <= SWIPE_MILLISECONDS
  if (!isSwipe) return null
  return aside < 0 ? 'next' : 'previous'
}

/** Does a finger there move a table that is wider than its place? */
function passesColumns(target: EventTarget | null): boolean {
  const frame = target instanceof Element ? target.closest('.show-table-frame') : null
  return frame !== null && frame.scrollWidth > frame.clientWidth
}

/** Follows one finger wherever it is, unless `isElsewhere`; returns the stop. */
export function followSwipes(perform: (act: Act) => void, isElsewhere: () => boolean): () => void {
  let from: Touched | null = null
  const touchIn = ({ changedTouches: [touch], timeStamp }: TouchEvent): Touched | null =>
    touch ? { x: touch.clientX, y: touch.clientY, milliseconds: timeStamp } : null
  const onStart = (event: TouchEvent) => {
    const isOurs = event.touches.length === 1 && !isElsewhere() && !passesColumns(event.target)
    from = isOurs ? touchIn(event) : null
  }
  const onMove = (event: TouchEvent) => {
    if (from) event.stopPropagation()
  }
  const onEnd = (event: TouchEvent) => {
    const to = touchIn(event)
    if (!from || !to) return
    const act = swipeAct(from, to)
    from = null
    if (act) perform(act)
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
