// The user's own place: dragged by the pointer, moved by the arrow keys; the rings follow.
import { effect } from '@preact/signals'
import { type Map as MapLibre, Marker } from 'maplibre-gl'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { drawing } from '#web/map/current.ts'
import { t } from '#web/messages/index.ts'
import { draggedPin, movePin, pinShown, settlePin } from '#web/state/answers/dragged-pin.ts'
import { lookForEdits } from '#web/state/answers/worked-out.ts'
import { view } from '#web/state/view/store.ts'

const STEP_PIXELS = 8
const STEP_PIXELS_SHIFT = 40
const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const SHAPE =
  '<svg width="30" height="38" viewBox="0 0 30 38" aria-hidden="true"><path d="M15 1C7.500 1 1.500 7 1.500 14.400 1.500 24 15 37 15 37s13.500-13 13.500-22.600C28.500 7 22.500 1 15 1z"/><circle cx="15" cy="14.500" r="5"/></svg>'

/** Keeps the pin of the view on the map; returns what takes it away. */
export function keepPin(map: MapLibre): () => void {
  const element = document.createElement('div')
  element.className = 'pin'
  element.innerHTML = SHAPE
  element.tabIndex = 0
  element.setAttribute('role', 'application')
  const marker = new Marker({ element, anchor: 'bottom', draggable: true })
  const move = (lngLat: { lng: number; lat: number }) => {
    movePin([lngLat.lng, lngLat.lat])
  }
  marker.on('drag', () => move(marker.getLngLat()))
  marker.on('dragend', settlePin)
  element.addEventListener('pointerdown', lookForEdits)
  element.addEventListener('keydown', (event) => {
    const way = ARROWS[event.key]
    if (!way) return
    event.preventDefault()
    event.stopPropagation()
    const step = event.shiftKey ? STEP_PIXELS_SHIFT : STEP_PIXELS
    if (!draggedPin.peek()) lookForEdits()
    const { x, y } = map.project(marker.getLngLat())
    move(map.unproject([x + way[0] * step, y + way[1] * step]))
  })
  let shown = false
  const stop = effect(() => {
    const pin = pinShown.value
    if (pin && view.value.workspace === 'site') {
      marker.setLngLat([...pin])
      if (!shown) marker.addTo(map)
      shown = true
    } else if (shown) {
      marker.remove()
      shown = false
    }
  })
  const stopYielding = effect(() => {
    marker.setDraggable(!drawing.value)
    element.inert = drawing.value
  })
  const stopNaming = effect(() => {
    // Only when it rests: a place that changes sixty times a second cannot be read out.
    const { pin } = view.value
    if (pin) element.setAttribute('aria-label', t('layout.pin', { lngLat: words(pin) }))
  })
  return () => {
    stop()
    stopNaming()
    stopYielding()
    marker.remove()
  }
}

function words(pin: LngLat): string {
  return pin.map((degrees) => degrees.toFixed(3)).join(', ')
}
