// Keeps the address and the view the same, both ways.
import { effect } from '@preact/signals'
import { placeOf } from '#web/state/view/place.ts'
import { isFollowing, view } from '#web/state/view/store.ts'
import { decodeView, encodeView } from '#web/state/view/view.ts'

/**
 * Reads the view from the address, then writes every change back. A change of the place is an entry of
 * the history, to which Back and Forward lead; any other replaces the entry it belongs to.
 */
export function keepUrl(): void {
  let place = ''
  const read = () => {
    const next = decodeView(location.search)
    place = placeOf(next)
    view.value = next
  }
  read()
  addEventListener('popstate', read)
  effect(() => {
    const next = placeOf(view.value)
    const isStep = next !== place && !isFollowing()
    place = next
    const query = encodeView(view.value)
    if (query === location.search.slice(1)) return
    const address = query ? `?${query}` : location.pathname
    if (isStep) history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  })
}
