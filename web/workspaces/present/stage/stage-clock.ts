// Since when does the presentation run? A reload of the page stops it no more than a question does.
import { signal } from '@preact/signals'
import { tabMemory } from '#web/api/memory.ts'
import { ownView } from '#web/state/view/store.ts'

const KEPT = 'park-atlas.presentation-began'

/** Milliseconds since 1970; null: nothing is presented. */
export const began = signal<number | null>(restored())

/** An address that holds the stage goes on with what ran in this tab. */
function restored(): number | null {
  return ownView.peek().onStage ? Number(tabMemory.getItem(KEPT)) || null : null
}

/** The time runs from now on, unless it runs already. */
export function beginClock(): void {
  if (began.peek() === null) restartClock()
}

export function restartClock(): void {
  began.value = Date.now()
  tabMemory.setItem(KEPT, String(began.peek()))
}

export function endClock(): void {
  began.value = null
  tabMemory.removeItem(KEPT)
}
