// What is under the pointer? Its name and one line more, beside it.
import { effect } from '@preact/signals'
import type { Map as MapLibre } from 'maplibre-gl'
import { drawing } from '#web/map/current.ts'
import { POINTED } from '#web/map/drawn/drawn.ts'
import { hoverOn } from '#web/map/hand/hover.ts'
import { draggedPin } from '#web/state/answers/dragged-pin.ts'

const AWAY_PIXELS = 14

/** Follows the pointer over the map; returns what takes the hint away. */
export function keepHint(map: MapLibre): () => void {
  const box = document.createElement('div')
  box.className = 'hint'
  box.setAttribute('aria-hidden', 'true')
  box.hidden = true
  map.getContainer().append(box)
  const hide = () => {
    box.hidden = true
  }
  const stop = effect(() => {
    if (!drawing.value) return
    hide()
    hoverOn(undefined)
  })
  map.on('mousemove', (event) => {
    if (drawing.peek() || draggedPin.peek()) return hide()
    const [hit] = map.loaded()
      ? map.queryRenderedFeatures(event.point, {
          layers: POINTED.map(({ layer }) => layer).filter((layer) => map.getLayer(layer)),
        })
      : []
    hoverOn(hit)
    const pointed = hit && POINTED.find(({ layer }) => layer === hit.layer.id)
    const words = (hit && pointed?.hint?.(hit.properties)) ?? null
    map.getCanvas().style.cursor = pointed?.click ? 'pointer' : ''
    box.hidden = words === null
    if (!words) return
    const [name, more] = words
    const strong = document.createElement('b')
    strong.textContent = name
    box.replaceChildren(strong, more)
    const { clientWidth } = map.getContainer()
    const left = event.point.x + AWAY_PIXELS + box.offsetWidth > clientWidth
    const x = left ? event.point.x - AWAY_PIXELS - box.offsetWidth : event.point.x + AWAY_PIXELS
    box.style.transform = `translate(${x}px, ${event.point.y + AWAY_PIXELS}px)`
  })
  map.on('mouseout', () => {
    hide()
    hoverOn(undefined)
  })
  map.on('movestart', hide)
  return () => {
    stop()
    box.remove()
  }
}
