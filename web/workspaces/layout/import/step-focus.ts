// Where is the keyboard once a step was gone to, and what is it told?
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

type StepFocus = {
  /** Holds the heading of the step, which can have the focus. */
  within: { readonly current: HTMLElement | null }
  step: string
  /** Of the import; what had the focus may go with it. */
  state: string
  /** Somebody asked for the step: it takes the focus, whatever has it. */
  isChosen: boolean
  /** The first step that the board shows: whoever opens the page is not moved. */
  isFirst: RefObject<boolean>
}

/** The heading has the focus after each step that somebody goes to, and whenever what had it is gone. */
export function useStepFocus({ within, step, state, isChosen, isFirst }: StepFocus): void {
  const before = useRef('')
  // Before the page gives the focus that was lost to whatever stands nearest.
  useLayoutEffect(() => {
    const isOther = before.current !== step
    const isAsked = isChosen || before.current === ''
    before.current = step
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (!isLost && !(isOther && isAsked)) return
    within.current?.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: !isOther })
  }, [step, state])
}
