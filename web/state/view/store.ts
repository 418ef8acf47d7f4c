// The one view value, and the only door through which it changes.
import { signal } from '@preact/signals'
import { DEFAULT_VIEW, type View } from '#web/state/view/view.ts'

export const view = signal<View>(DEFAULT_VIEW)

/** Replaces the named parts of the view. */
export function changeView(change: Partial<View>): void {
  view.value = { ...view.value, ...change }
}
