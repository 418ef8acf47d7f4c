// Draws without a pointer: the arrow keys move a crosshair over the map, the space bar presses there.
//
// What is pressed goes the way of the pointer, so that snapping, closing and undoing are the same.
import type { Map as MapLibre } from 'maplibre-gl'
import type { LngLat } from '#geodata/model/lng-lat.ts'

const STEP_PIXELS = 8
const STEP_PIXELS_SHIFT = 40
/** Nearer to the edge than this the map moves, not the crosshair. */
const EDGE_PIXELS = 24
const ARROWS: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Begins in the middle of the map and takes the focus there; returns what ends it. */
export function drawByKeys(map: MapLibre, onMove: (lngLat: LngLat) => void): () => void {
  const container = map.getContainer()
  const canvas = map.getCanvas()
  const crosshair = document.createElement('div')
  crosshair.className = 'crosshair'
  container.append(crosshair)
  const at = { x: container.clientWidth / 2, y: container.clientHeight / 2 }

  const point = (type: string, buttons: number) => {
    const { left, top, width } = canvas.getBoundingClientRect()
    const scale = width / container.clientWidth
    canvas.dispatchEvent(
      new PointerEvent(type, {
        clientX: left + at.x * scale,
        clientY: top + at.y * scale,
        button: type === 'pointermove' ? -1 : 0,
        buttons,
        isPrimary: true,
        bubbles: true,
        cancelable: true,
      }),
    )
  }
  const show = () => {
    crosshair.style.transform = `translate(${at.x}px, ${at.y}px)`
    point('pointermove', 0)
    const { lng, lat } = map.unproject([at.x, at.y])
    onMove([lng, lat])
  }
  const move = ([x, y]: readonly [number, number], step: number) => {
    const to = { x: at.x + x * step, y: at.y + y * step }
    const inside = {
      x: Math.min(container.clientWidth - EDGE_PIXELS, Math.max(EDGE_PIXELS, to.x)),
      y: Math.min(container.clientHeight - EDGE_PIXELS, Math.max(EDGE_PIXELS, to.y)),
    }
    if (inside.x !== to.x || inside.y !== to.y) {
      map.panBy([to.x - inside.x, to.y - inside.y], { duration: 0 })
    }
    Object.assign(at, inside)
    show()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== canvas) return
    const way = ARROWS[event.key]
    if (way) move(way, event.shiftKey ? STEP_PIXELS_SHIFT : STEP_PIXELS)
    else if (event.key === ' ') {
      point('pointerdown', 1)
      point('pointerup', 0)
    } else if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
  }
  container.addEventListener('keydown', onKey, { capture: true })
  canvas.focus()
  show()
  return () => {
    container.removeEventListener('keydown', onKey, { capture: true })
    crosshair.remove()
  }
}
