// Where does a cable say where it goes? At its city; or, when the city is out of frame, in a box at
// the edge where the cable leaves it.
import { effect, untracked } from '@preact/signals'
import type { Map as MapLibre } from 'maplibre-gl'
import type { LayerId } from '#geodata/contract/collections.ts'
import { drawing } from '#web/map/current.ts'
import { type Cable, cableNote, isStrong } from '#web/map/shapes/cables.ts'
import { tellCovered } from '#web/map/shapes/covered.ts'
import { around, type Box, besideWhatCovers, freePlace } from '#web/map/shapes/free-place.ts'
import { standings } from '#web/map/shapes/park-places.ts'
import { parkRadiusPixels } from '#web/map/symbols.ts'
import { keptHubs } from '#web/state/region/kept.ts'
import { parksThen } from '#web/state/region/year.ts'
import { view } from '#web/state/view/store.ts'

/** A name keeps this far from the edges of the frame, in pixels. */
const INSET = { side: 10, top: 10, bottom: 34 }
/** A name of a city stands this far from its point. */
const CITY_PIXELS = 9

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
    const taken = floatingOver(map)
    const symbols = symbolsOn(map)
    for (const { cable, element } of shown) {
      const box = put(map, cable, element, selected(), taken, symbols)
      if (box) taken.push(box)
    }
    return taken
  }
  // Names of places make room where they stand once the map rests.
  const placeAtRest = () => tellCovered(place())
  // What floats over the map comes and goes.
  const floats = new MutationObserver(placeAtRest)
  const page = pageOf(map)
  if (page) floats.observe(page, { childList: true })
  const frame = map.getContainer().parentElement
  if (frame) floats.observe(frame, { childList: true, subtree: true })
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
    untracked(placeAtRest)
  })
  const stopYielding = effect(() => {
    // In a story names lead nowhere: whoever writes or tells it stays in it.
    layer.inert = drawing.value || view.value.workspace === 'present'
  })
  map.on('move', place)
  map.on('moveend', placeAtRest)
  map.on('resize', placeAtRest)
  return () => {
    stop()
    stopYielding()
    floats.disconnect()
    map.off('move', place)
    map.off('moveend', placeAtRest)
    map.off('resize', placeAtRest)
    tellCovered([])
    layer.remove()
  }
}

/** Returns the ground that the name takes; null: there is no room for it, or it is not to be said. */
function put(
  map: MapLibre,
  cable: Cable,
  element: HTMLElement,
  selected: string | null,
  taken: readonly Box[],
  symbols: readonly Box[],
): Box | null {
  const { clientWidth, clientHeight } = map.getContainer()
  const frame = {
    left: INSET.side,
    top: INSET.top,
    width: clientWidth - 2 * INSET.side,
    height: clientHeight - INSET.top - INSET.bottom,
  }
  const inside = ({ x, y }: Pixel) => holds(frame, x, y)
  const path = cable.path.map(([lng = 0, lat = 0]) => map.project([lng, lat]))
  const city = path.at(-1)
  const strong = isStrong(cable) || cable.pair === selected
  element.classList.toggle('faint', !strong)
  element.hidden = false
  const isShown = city && inside(city)
  element.classList.toggle('at-edge', !isShown)
  const { offsetWidth, offsetHeight } = element
  const wanted = (of: readonly Box[]) =>
    isShown
      ? around(city.x, city.y, offsetWidth, offsetHeight, CITY_PIXELS)
      : strong
        ? whereItLeaves(path, inside, offsetWidth, offsetHeight, frame, of)
        : []
  // Beside the symbols where there is room; on them rather than nowhere, where it is a strong one.
  const all = [...taken, ...symbols]
  const box =
    freePlace(wanted(all), frame, all) ?? (strong ? freePlace(wanted(taken), frame, taken) : null)
  element.hidden = box === null
  if (box) element.style.transform = `translate(${box.left}px, ${box.top}px)`
  return box
}

function whereItLeaves(
  path: readonly Pixel[],
  inside: (at: Pixel) => boolean,
  width: number,
  height: number,
  frame: Box,
  taken: readonly Box[],
): Box[] {
  const leaves = path.findLastIndex(inside)
  const [last, next] = [path[leaves], path[leaves + 1]]
  if (!last || !next) return []
  const at = edgeBetween(last, next, inside)
  const left = clamp(at.x - width / 2, frame.left, frame.left + frame.width - width)
  const top = clamp(at.y - height / 2, frame.top, frame.top + frame.height - height)
  return besideWhatCovers({ left, top, width, height }, taken)
}

/** Half the side of the square around the symbol of a hub, in pixels. */
const HUB_PIXELS = 9

/** Where the symbols of parks and hubs stand, in the pixels of the map. */
function symbolsOn(map: MapLibre): Box[] {
  const { parkSize } = view.peek()
  const isHidden = (layer: LayerId) => view.peek().hiddenLayers.includes(layer)
  const box = ([lng = 0, lat = 0]: readonly number[], radius: number): Box => {
    const { x, y } = map.project([lng, lat])
    return { left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius }
  }
  const parks = isHidden('parks') ? [] : parksThen.peek()
  const hubs = isHidden('hubs') ? [] : keptHubs.peek().kept
  return [
    ...parks.map((park) => {
      const standing = standings.peek().get(park.properties.id)
      return box(standing?.lngLat ?? park.geometry.coordinates, parkRadiusPixels(park, parkSize))
    }),
    ...hubs.map(({ geometry }) => box(geometry.coordinates, HUB_PIXELS)),
  ]
}

function pageOf(map: MapLibre): Element | null {
  return map.getContainer().closest('.app')
}

/** What the page lays over the map, in the pixels of the map. */
function floatingOver(map: MapLibre): Box[] {
  const container = map.getContainer()
  const { left, top, width } = container.getBoundingClientRect()
  const scale = width / container.clientWidth || 1
  const floating = pageOf(map)?.querySelectorAll('[data-over-map], .maplibregl-ctrl-scale') ?? []
  return [...floating]
    .map((element) => element.getBoundingClientRect())
    .filter((box) => box.width > 0 && box.height > 0)
    .map((box) => ({
      left: (box.left - left) / scale,
      top: (box.top - top) / scale,
      width: box.width / scale,
      height: box.height / scale,
    }))
}

function holds({ left, top, width, height }: Box, x: number, y: number): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height
}

/** Strong cables first: they keep their place. */
function byStrength(a: Cable, b: Cable): number {
  return b.members.length - a.members.length
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
