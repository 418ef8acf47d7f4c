// The one view value, and the only door through which it changes.
import { signal } from '@preact/signals'
import { DEFAULT_VIEW, type View } from '#web/state/view/view.ts'

export const view = signal<View>(DEFAULT_VIEW)

let following = false
/** True while a change follows from another one: it is no step that the Back button takes. */
export const isFollowing = () => following

/** Replaces the named parts of the view: what the user did. */
export function changeView(change: Partial<View>): void {
  view.value = { ...view.value, ...change }
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
