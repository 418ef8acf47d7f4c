// What is opened over the view for a moment: a list, a dialog, a form. Back and Escape close it, the last
// first, and the view stays as it is.
//
// Each is an entry of the history on top of the place it was opened at; what is closed in another way
// takes its entry away again. Going back in the history answers later: until then a new step waits.
import { computed, effect } from '@preact/signals'

type Opened = { id: string; close: () => void }

/** What an entry of the history holds: what is open there, and what made the entry; null: none of ours. */
type Entry = { opened: readonly string[]; own?: string | undefined } | null

let stack: readonly Opened[] = []
/** Entries of another visit to the page are not taken for this one's. */
const visit = Math.random().toString(36).slice(2)
let count = 0
/** The top entry belongs to what has just been closed: the next step may take it over. */
let isSpare = false
/** The way back to the entry below is under way. */
let isReturning = false
let waits = false

const ids = () => stack.map(({ id }) => id)
const ownOf = (entry: unknown) => (entry as Entry)?.own
const openedIn = (entry: unknown) => (entry as Entry)?.opened ?? []

function push(address: string, entry: Entry): void {
  if (isSpare) history.replaceState(entry, '', address)
  else history.pushState(entry, '', address)
  isSpare = false
}

/** Tells that something was opened over the view; returns what tells that it is closed. */
export function openedOver(close: () => void): () => void {
  count += 1
  const one: Opened = { id: `${visit}.${count}`, close }
  stack = [...stack, one]
  if (isReturning) waits = true
  else push(location.href, { opened: ids(), own: one.id })
  return () => {
    if (!stack.includes(one)) return
    stack = stack.filter((other) => other !== one)
    if (isReturning || ownOf(history.state) !== one.id) return
    isSpare = true
    // What closed it may lead on, as a choice in the palette does: then its entry is that step.
    queueMicrotask(() => {
      if (!isSpare) return
      isSpare = false
      isReturning = true
      history.back()
    })
  }
}

/** Keeps an entry for it while it is open; returns what ends that. */
export function keepOpened(isOpen: () => boolean, close: () => void): () => void {
  const open = computed(isOpen)
  return effect(() => (open.value ? openedOver(close) : undefined))
}

/** Closes what was opened last; false: nothing is open. */
export function closeOpened(): boolean {
  const last = stack.at(-1)
  last?.close()
  return last !== undefined
}

/** Takes the entry the page was opened at for one of its own. */
export function markEntry(): void {
  if (history.state === null) history.replaceState({ opened: [] }, '')
}

/** A step of the person: an entry with its address. */
export function step(address: string): void {
  if (isReturning) waits = true
  else push(address, { opened: ids() })
}

/** The same entry with another address. */
export function restate(address: string): void {
  if (!isReturning) history.replaceState(history.state, '', address)
}

/**
 * After a move through the history to `entry`: closes what is not open there. True: the view stays as it
 * is, and so does its address, for the entry is that of the place it was opened at; false: the view of the
 * entry is to be read.
 */
export function closeBeyond(entry: unknown, isSamePlace: boolean, address: () => string): boolean {
  if (isReturning) {
    isReturning = false
    if (waits) {
      const top = stack.at(-1)
      push(address(), { opened: ids(), own: top?.id })
    } else restate(address())
    waits = false
    return true
  }
  const left = openedIn(entry)
  const closing = stack.filter(({ id }) => !left.includes(id))
  stack = stack.filter(({ id }) => left.includes(id))
  for (const { close } of [...closing].reverse()) close()
  if (closing.length === 0 || !isSamePlace) return false
  restate(address())
  return true
}
