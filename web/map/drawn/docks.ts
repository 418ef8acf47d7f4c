// Where does a cable say where it goes? At its city; or, when the city is out of frame, in a box at
// the edge where the cable leaves it.
import { effect } from '@preact/signals'
import type { Map as MapLibre } from 'maplibre-gl'
import { type Cable, cableNote, isStrong } from '#web/map/shapes/cables.ts'

/** Room kept free at the edges of the frame for what floats there, in pixels. */
const INSET = { top: 62, right: 10, bottom: 72, left: 10 }

type Shown = { cable: Cable; element: HTMLButtonElement }

/** Keeps one button per cable over the map; returns what takes them away. */
export function keepDocks(
  map: MapLibre,
  cables: () => readonly Cable[],
  selected: () => string | null,
  choose: (pair: string) => void,
): () => void {
  const layer = document.createElement('div')
  layer.className = 'docks'
  map.getContainer().append(layer)
  let shown: Shown[] = []
  const place = () => {
    for (const { cable, element } of shown) put(map, cable, element, selected())
    hideCovered(shown.map(({ element }) => element))
  }
  const stop = effect(() => {
    const chosen = selected()
    layer.replaceChildren()
    shown = [...cables()].sort(byStrength).map((cable) => {
      const element = document.createElement('button')
      element.type = 'button'
      element.setAttribute('aria-pressed', String(cable.pair === chosen))
      const city = document.createElement('b')
      city.textContent = cable.city
      const note = document.createElement('span')
      note.textContent = cableNote(cable)
      element.append(city, note)
      element.addEventListener('click', () => choose(cable.pair))
      layer.append(element)
      return { cable, element }
    })
    place()
  })
  map.on('move', place)
  map.on('resize', place)
  return () => {
    stop()
    map.off('move', place)
    map.off('resize', place)
    layer.remove()
  }
}

function put(map: MapLibre, cable: Cable, element: HTMLElement, selected: string | null): void {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const inside = ({ x, y }: { x: number; y: number }) =>
    x >= INSET.left && x <= width - INSET.right && y >= INSET.top && y <= height - INSET.bottom
  const path = cable.path.map(([lng = 0, lat = 0]) => map.project([lng, lat]))
  const city = path.at(-1)
  const strong = isStrong(cable) || cable.pair === selected
  element.classList.toggle('faint', !strong)
  if (city && inside(city)) {
    element.hidden = false
    element.classList.remove('at-edge')
    element.style.transform = `translate(${city.x}px, ${city.y - 9}px) translate(-50%, -100%)`
    return
  }
  const leaves = strong ? path.findLastIndex(inside) : -1
  const [last, next] = [path[leaves], path[leaves + 1]]
  element.hidden = !last || !next
  if (!last || !next) return
  element.classList.add('at-edge')
  const at = edgeBetween(last, next, inside)
  const { offsetWidth, offsetHeight } = element
  const x = clamp(at.x - offsetWidth / 2, INSET.left, width - INSET.right - offsetWidth)
  const y = clamp(at.y - offsetHeight / 2, INSET.top, height - INSET.bottom - offsetHeight)
  element.style.transform = `translate(${x}px, ${y}px)`
}

/** Strong cables first: they keep their place. */
function byStrength(a: Cable, b: Cable): number {
  return b.members.length - a.members.length
}

/** Of two names that cover each other, the earlier stays. */
function hideCovered(elements: readonly HTMLElement[]): void {
  const taken: DOMRect[] = []
  for (const element of elements) {
    if (element.hidden) continue
    const box = element.getBoundingClientRect()
    const covered = taken.some(
      (other) =>
        box.left < other.right &&
        other.left < box.right &&
        box.top < other.bottom &&
        other.top < box.bottom,
    )
    if (covered) element.hidden = true
    else taken.push(box)
  }
}

type Pixel = { x: number; y: number }

/** The last inside point between one inside and one outside. */
function edgeBetween(from: Pixel, to: Pixel, inside: (at: Pixel) => boolean): Pixel {
  let [near, far] = [0, 1]
  const at = (s: number) => ({ x: from.x + (to.x - from.x) * s, y: from.y + (to.y - from.y) * s })
  for (let step = 0; step < 12; step++) {
    const middle = (near + far) / 2
    if (inside(at(middle))) near = middle
    else far = middle
  }
  return at(near)
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
