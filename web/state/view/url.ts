// Keeps the address and the view the same, both ways.
import { effect, signal } from '@preact/signals'
import { closeBeyond, markEntry, restate, step } from '#web/state/view/opened.ts'
import { placeOf } from '#web/state/view/place.ts'
import { isFollowing, ownView, takeView } from '#web/state/view/store.ts'
import { type AddressPart, unknownParts } from '#web/state/view/unknown-parts.ts'
import { decodeView, encodeView, type View } from '#web/state/view/view.ts'

/** What the address asked for and this page does not know; it is left out of the address. */
export const refusedParts = signal<readonly AddressPart[]>([])

/** Says of one more part of the address that it is not known here. */
export function refusePart(part: AddressPart): void {
  refusedParts.value = [...refusedParts.peek(), part]
}

/**
 * Reads the view from the address, then writes every change back. A change of the place is an entry of
 * the history, to which Back and Forward lead; any other replaces the entry it belongs to.
 */
export function keepUrl(): void {
  let place = ''
  const read = (kept: Partial<View> = {}) => {
    const next = { ...decodeView(location.search), ...kept }
    place = placeOf(next)
    refusedParts.value = unknownParts(location.search)
    takeView(next)
  }
  read()
  markEntry()
  const address = () => {
    const query = encodeView(ownView.peek())
    return query ? `?${query}` : location.pathname
  }
  const gathered = () => {
    const { compared, scenarios } = ownView.peek()
    return { compared, scenarios }
  }
  addEventListener('popstate', ({ state }) => {
    const isSamePlace = placeOf(decodeView(location.search)) === place
    // What was gathered to be compared is gathered once: a step back takes none of it away.
    const isStepBack = state !== null
    if (!closeBeyond(state, isSamePlace, address)) read(isStepBack ? gathered() : {})
  })
  effect(() => {
    const next = placeOf(ownView.value)
    const isStep = next !== place && !isFollowing()
    place = next
    const query = encodeView(ownView.value)
    if (query === location.search.slice(1)) return
    if (isStep) step(address())
    else restate(address())
  })
}
