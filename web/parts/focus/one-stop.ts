// How does the keyboard move in a row of buttons? Tab reaches one of them; arrows, Home and End move on.
//
// The row keeps this itself: a move renders nothing.
import { useLayoutEffect, useRef } from 'preact/hooks'

/** What lies in a list that one of them opens is reached by Tab. */
const BUTTON = 'button:not(:disabled, fieldset *)'
const MARKED = '[aria-current], [aria-selected="true"]'

const allOf = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>(BUTTON)]
/** Some may be folded away. */
const buttonsOf = (row: HTMLElement) => allOf(row).filter((button) => button.checkVisibility())

function stopAt(row: HTMLElement, stop: HTMLElement | undefined): void {
  for (const button of allOf(row)) button.tabIndex = button === stop ? 0 : -1
}

/** Tab reaches the one that has the focus or had it last, else the one that is marked, else the first. */
function keepStop(row: HTMLElement): void {
  const buttons = buttonsOf(row)
  stopAt(
    row,
    buttons.find((one) => one === document.activeElement) ??
      buttons.find((one) => one.matches(MARKED)) ??
      buttons.find((one) => one.getAttribute('tabindex') === '0') ??
      buttons[0],
  )
}

/** What the keys lead to from the button at `from` of `count`; null: no key of a row. */
export function stepInRow(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (from + 1) % count
    case 'ArrowLeft':
    case 'ArrowUp':
      return (from - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** What a row of buttons takes to be one stop of Tab. */
export function useOneStop<T extends HTMLElement>() {
  const ref = useRef<T>(null)
  useLayoutEffect(() => {
    if (ref.current) keepStop(ref.current)
  })
  return {
    ref,
    onFocusIn: ({ target }: FocusEvent) => {
      if (ref.current && buttonsOf(ref.current).includes(target as HTMLElement)) {
        stopAt(ref.current, target as HTMLElement)
      }
    },
    onKeyDown: (event: KeyboardEvent) => {
      const buttons = ref.current ? buttonsOf(ref.current) : []
      const from = buttons.indexOf(event.target as HTMLElement)
      const to = from < 0 ? null : stepInRow(event.key, from, buttons.length)
      if (to === null || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      buttons[to]?.focus()
    },
  }
}
