// Where does the hand hold the pin just now? The view, and with it the address and the ranking,
// takes the place over when the hand rests.
import { batch, computed, signal } from '@preact/signals'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** A hand that has not moved for this long rests, pressed or not; longer than a key repeats. */
const REST_MILLISECONDS = 250

export const draggedPin = signal<LngLat | null>(null)

/** The pin as it is seen: under the hand, else where the view has it. */
export const pinShown = computed(() => draggedPin.value ?? view.value.pin)

let resting: ReturnType<typeof setTimeout> | undefined

/** The hand is at a place: only what follows it at once is asked. */
export function movePin(lngLat: LngLat): void {
  draggedPin.value = lngLat
  clearTimeout(resting)
  resting = setTimeout(settlePin, REST_MILLISECONDS)
}

/** The hand has come to rest: the place becomes the view's pin, and what the asker looks at. */
export function settlePin(): void {
  clearTimeout(resting)
  const pin = draggedPin.peek()
  if (!pin) return
  batch(() => {
    changeView({ pin, selection: null })
    draggedPin.value = null
  })
}
