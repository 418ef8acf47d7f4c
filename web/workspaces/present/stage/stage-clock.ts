// Since when does the presentation run, and since when its scene? A reload of the page stops neither.
import { signal } from '@preact/signals'
import { tabMemory } from '#web/api/memory.ts'

const KEPT = 'park-atlas.presentation-began'

/** Milliseconds since 1970; null: nothing is presented. */
export const began = signal<number | null>(null)

/** The time runs from now on, unless it runs already. */
export function beginClock(): void {
  began.value ??= Number(tabMemory.getItem(KEPT)) || Date.now()
  tabMemory.setItem(KEPT, String(began.value))
}

export function restartClock(): void {
  began.value = Date.now()
  tabMemory.setItem(KEPT, String(began.value))
}

export function endClock(): void {
  began.value = null
  tabMemory.removeItem(KEPT)
}
