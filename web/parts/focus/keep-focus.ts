// Where does the focus go when the control that had it goes away? Never to the body.
//
// In this order: what was opened and is closed gives it back to where it came from; else it goes to
// what took the place; else to the same control where it now stands, as the views above a board; else
// to the heading of what is open now.

const CONTROL = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
/** What is opened over or beside the page for a while. */
const OPENED = '[data-opened], dialog'
/** The page's own frame: what lies directly in it takes no other's place. */
const FRAME = '.app'

type Place = {
  element: HTMLElement
  opened: Element | null
  /** From its parent outwards: how many children come before it. */
  path: readonly { parent: Element; index: number }[]
}

/** Whether it can have the focus now. */
function canTake(element: Element): element is HTMLElement {
  return (
    element.isConnected &&
    !element.matches(':disabled') &&
    element.closest('[inert]') === null &&
    element.checkVisibility({ visibilityProperty: true })
  )
}

function placeOf(element: HTMLElement): Place {
  const path = []
  for (let child: Element = element; child.parentElement; child = child.parentElement) {
    const parent = child.parentElement
    path.push({ parent, index: [...parent.children].indexOf(child) })
  }
  return { element, opened: element.closest(OPENED), path }
}

const isField = (element: Element) =>
  element.matches('input:not([type]), [type="text"], [type="search"], [type="number"], textarea')

/** Focuses what takes no focus by itself: a heading, a region. */
export function landOn(element: HTMLElement, options?: FocusOptions): void {
  if (!element.matches(CONTROL)) element.tabIndex = -1
  element.focus(options)
}

/** The heading of what is open now, else the thing itself. */
function heading(): HTMLElement | null {
  const wanted = ['[data-opened] h2', 'main h1', 'h1', 'main', '.panel', '.rail button']
  for (const one of wanted) {
    const found = [...document.querySelectorAll(one)].find(canTake)
    if (found) return found
  }
  return null
}

/** What stands where it stood: after it, else before it, in the nearest thing around it that is left. */
function inPlaceOf({ path, element }: Place, fields: boolean): HTMLElement | null {
  const fits = (one: Element): one is HTMLElement =>
    one !== element && canTake(one) && (fields || !isField(one))
  for (const { parent, index } of path) {
    if (parent.matches(FRAME) || parent === document.body) return null
    if (!parent.isConnected) continue
    const branches = [...parent.children]
    const controls = (among: Element[]) =>
      among
        .flatMap((branch) => [
          ...(branch.matches(CONTROL) ? [branch] : []),
          ...branch.querySelectorAll(CONTROL),
        ])
        .filter(fits)
    const found = controls(branches.slice(index))[0] ?? controls(branches.slice(0, index)).at(-1)
    if (found) return found
  }
  return null
}

const nameOf = (element: Element) =>
  element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''

/** The same control anew, in another place. */
function twinOf({ element }: Place): HTMLElement | null {
  const name = nameOf(element)
  const alike = name === '' ? [] : [...document.querySelectorAll(element.tagName)]
  return alike.filter(canTake).find((one) => nameOf(one) === name) ?? null
}

const isGone = (opened: Element) =>
  !opened.isConnected || (opened instanceof HTMLDialogElement && !opened.open)

/** Watches the page; returns what ends it. */
export function keepFocus(): () => void {
  /** Where the focus was, newest first. */
  let places: readonly Place[] = []
  let byPointer = false

  const takerOf = (place: Place): HTMLElement | null =>
    inPlaceOf(place, !byPointer || isField(place.element)) ?? twinOf(place)

  const next = (): HTMLElement | null => {
    const [last] = places
    if (!last) return null
    if (!last.opened || !isGone(last.opened)) return takerOf(last) ?? heading()
    // A heading had the focus only because nothing else could have it: nobody came from there.
    const origins = places.filter(
      ({ element, opened }) => opened !== last.opened && element.matches(CONTROL),
    )
    for (const before of origins) {
      // What it was opened from may have given it its place, and stands there again.
      const isAway = before.opened !== null && isGone(before.opened)
      const back = isAway || !canTake(before.element) ? twinOf(before) : before.element
      if (back) return back
      if (!isAway) return takerOf(before) ?? heading()
    }
    return heading()
  }

  const check = (records: readonly MutationRecord[]) => {
    const [last] = places
    const { activeElement } = document
    if (!last) return
    const isLost = activeElement === null || activeElement === document.body
    // Asking whether a thing is seen costs a layout: only where something may have hidden it.
    const mayHide = records.some(
      ({ type, target }) => type === 'attributes' || (target as Element).matches?.(FRAME),
    )
    if (!isLost && (activeElement !== last.element || !mayHide)) return
    if (canTake(last.element)) return
    const taker = next()
    if (taker) landOn(taker, { preventScroll: byPointer })
  }

  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === document.body) return
    places = [placeOf(target), ...places].slice(0, 8)
  }
  const onFocusOut = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) return
    // Left on purpose, as by a press beside it; what was taken away is no longer there by then.
    queueMicrotask(() => {
      if (document.activeElement === document.body && canTake(target as Element)) places = []
    })
  }
  const onPointer = () => {
    byPointer = true
  }
  const onKey = () => {
    byPointer = false
  }
  const observer = new MutationObserver(check)
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'hidden', 'inert', 'open', 'data-asking'],
  })
  document.addEventListener('focusin', onFocusIn)
  document.addEventListener('focusout', onFocusOut)
  addEventListener('pointerdown', onPointer, { capture: true })
  addEventListener('keydown', onKey, { capture: true })
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', onFocusIn)
    document.removeEventListener('focusout', onFocusOut)
    removeEventListener('pointerdown', onPointer, { capture: true })
    removeEventListener('keydown', onKey, { capture: true })
  }
}
