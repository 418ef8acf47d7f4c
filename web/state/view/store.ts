// The one view value, and the only doors through which it changes.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { DEFAULT_VIEW, type View } from '#web/state/view/view.ts'

const own = signal<View>(DEFAULT_VIEW)
const laidOver = signal<Partial<View> | null>(null)

/** The user's own view: what the address holds, whatever a scene lays over it. */
export const ownView: ReadonlySignal<View> = own

/** What is seen: the user's own view, parts of it covered while a scene is on. */
export const view: ReadonlySignal<View> = computed(() =>
  laidOver.value ? { ...own.value, ...laidOver.value } : own.value,
)

let following = false
/** True while a change follows from another one: it is no step that the Back button takes. */
export const isFollowing = () => following

/** Takes a whole view, as an address holds it. What lies over the view goes with its workspace. */
export function takeView(next: View): void {
  batch(() => {
    if (next.workspace !== own.peek().workspace) laidOver.value = null
    own.value = next
  })
}

/**
 * Replaces the named parts of the view: what the user did. Parts that a scene covers change on the
 * scene, and are gone with it.
 */
export function changeView(change: Partial<View>): void {
  const over = laidOver.peek()
  if (!over || (change.workspace ?? own.peek().workspace) !== own.peek().workspace) {
    takeView({ ...own.peek(), ...change })
    return
  }
  const parts = Object.entries(change)
  const partsThat = (fit: (name: string) => boolean): Partial<View> =>
    Object.fromEntries(parts.filter(([name]) => fit(name)))
  batch(() => {
    own.value = { ...own.peek(), ...partsThat((name) => !(name in over)) }
    laidOver.value = { ...over, ...partsThat((name) => name in over) }
  })
}

/** Replaces the named parts of the view because something else changed. */
export function followView(change: Partial<View>): void {
  following = true
  try {
    changeView(change)
  } finally {
    following = false
  }
}

/** Lays parts over the user's own view, as a scene does; null gives the own view back. */
export function layOver(parts: Partial<View> | null): void {
  laidOver.value = parts
}
