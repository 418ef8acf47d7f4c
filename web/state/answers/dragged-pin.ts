// Where is the pin while it is dragged? The view, and with it the address and the ranking,
// takes the place over when the pointer rests.
import { batch, computed, signal } from '@preact/signals'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** A pointer that has not moved for this long rests, pressed or not; longer than a key repeats. */
const REST_MILLISECONDS = 250

export const draggedPin = signal<LngLat | null>(null)

/** The pin as it is seen: where it is dragged, else where the view has it. */
export const pinShown = computed(() => draggedPin.value ?? view.value.pin)

let resting: ReturnType<typeof setTimeout> | undefined

/** The pin moves: only what follows it at once is requested. */
export function movePin(lngLat: LngLat): void {
  draggedPin.value = lngLat
  clearTimeout(resting)
  resting = setTimeout(settlePin, REST_MILLISECONDS)
}

/** The pointer rests: the place becomes the view's pin and replaces the selection. */
export function settlePin(): void {
  clearTimeout(resting)
  const pin = draggedPin.peek()
  if (!pin) return
  batch(() => {
    changeView({ pin, selection: null })
    draggedPin.value = null
  })
}
