// Keeps the address and the view the same, both ways.
import { effect } from '@preact/signals'
import { view } from '#web/state/view/store.ts'
import { decodeView, encodeView } from '#web/state/view/view.ts'

/** Reads the view from the address, then writes every change back without adding history. */
export function keepUrl(): void {
  const read = () => {
    view.value = decodeView(location.search)
  }
  read()
  addEventListener('popstate', read)
  effect(() => {
    const query = encodeView(view.value)
    if (query !== location.search.slice(1)) {
      history.replaceState(null, '', query ? `?${query}` : location.pathname)
    }
  })
}
