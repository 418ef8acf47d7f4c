// Is the panel beside the map folded away by hand? On a wall it is until it is asked for.
import { signal } from '@preact/signals'
import { changeView, view } from '#web/state/view/store.ts'

export const panelFolding = signal<'as-fits' | 'open' | 'folded'>('as-fits')

/** Where panel and inspector take turns, the inspector gives way. */
export function openPanel(): void {
  panelFolding.value = 'open'
  if (view.peek().selection) changeView({ selection: null })
}
