// A still of the map: its paint and what stands over it, to lie over the map while something else is drawn beneath.
import { currentMap } from '#web/map/current.ts'

/** Where a map looks. */
export type Look = { lng: number; lat: number; zoom: number; bearing: number; pitch: number }

/** null: there is no map on the page. */
export function lookNow(): Look | null {
  const map = currentMap()
  if (!map) return null
  const { lng, lat } = map.getCenter()
  return { lng, lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
}

/**
 * The map as it is painted now, with the scale, the names at its edge and the line below it. To be called in the
 * task in which the map says that it rests: the browser takes the paint away when it puts the page together.
 * null: nothing is painted.
 */
export function stillOfMap(): HTMLElement | null {
  const map = currentMap()
  const container = map?.getContainer()
  const frame = container?.parentElement
  const painted = map && copied(map.getCanvas())
  if (!container || !frame || !painted) return null
  const still = document.createElement('div')
  still.className = 'still'
  const ground = document.createElement('div')
  ground.className = 'still-ground maplibregl-map'
  const move = document.createElement('div')
  move.className = 'still-move'
  const copiesOf = (parts: string) => [...container.querySelectorAll(parts)].map(copyOf)
  move.append(painted, ...copiesOf('.docks'))
  ground.append(move, ...copiesOf(':scope > .maplibregl-control-container'))
  const below = frame.querySelector(':scope > .map-bottom')
  still.append(ground, ...(below ? [copyOf(below)] : []))
  return still
}

/** Lays a still over the map, on top of or beneath the stills that lie there. */
export function layStill(still: HTMLElement, isBeneath = false): void {
  const stills = document.querySelector('.stills') ?? frameOfStills()
  if (isBeneath) stills.prepend(still)
  else stills.append(still)
}

export const laidStills = () => [...document.querySelectorAll('.stills > .still')]

export function clearStills(): void {
  document.querySelector('.stills')?.remove()
}

/** Beside the page, so that nothing that watches the map's frame takes a copy for a part of it. */
function frameOfStills(): HTMLElement {
  const frame = document.createElement('div')
  frame.className = 'map-frame stills'
  frame.inert = true
  frame.setAttribute('aria-hidden', 'true')
  document.body.append(frame)
  return frame
}

function copyOf(part: Element): Element {
  const copy = part.cloneNode(true) as Element
  for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id')
  return copy
}

function copied(source: HTMLCanvasElement): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas')
  canvas.width = source.width
  canvas.height = source.height
  const context = canvas.getContext('2d')
  if (!context || canvas.width * canvas.height === 0) return null
  context.drawImage(source, 0, 0)
  // Ground covers all of a painted map.
  const [, , , alpha] = context.getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data
  return alpha === 255 ? canvas : null
}
