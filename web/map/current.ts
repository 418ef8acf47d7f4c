// Which map is on the page, and where does it look? What panels may ask of it, without MapLibre.
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Map as MapLibre } from 'maplibre-gl'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { glideMilliseconds } from '#web/state/preferences.ts'

const current = signal<MapLibre | null>(null)
/** The map on the page; code that draws on it follows it when it is made anew. */
export const mapOnPage: ReadonlySignal<MapLibre | null> = current

/** Is everything that the page knows on the map? Until then it is not to be seen. */
export const mapDrawn = signal(false)

/** Why there is no map; null: there is one, or it is on its way. */
export type MapTrouble =
  /** The browser gives no WebGL. */
  | 'no-webgl'
  /** It had one and took it away for good. */
  | 'lost'
  /** The worker that prepares what is drawn, or the code of the map, cannot be loaded. */
  | 'no-worker'
  | 'no-code'
export const mapTrouble = signal<MapTrouble | null>(null)

/** Is any of the region in sight? Null: the map looks at nothing yet. */
export const regionInSight = signal<boolean | null>(null)

/** While something is drawn, the map belongs to the drawing: nothing else is clicked, hovered or let go. */
export const drawing = signal(false)

/** The map that panels steer from now on; null when it has left the page. */
export function setCurrentMap(map: MapLibre | null): void {
  current.value = map
  mapDrawn.value = false
}

export function currentMap(): MapLibre | null {
  return current.peek()
}

/** Shows bounds with padding in pixels; the same ground is in frame on any screen shape. */
export function frame(bounds: readonly [LngLat, LngLat], paddingPixels = 40): void {
  const duration = glideMilliseconds(900)
  const [southWest, northEast] = bounds
  current.peek()?.fitBounds([[...southWest], [...northEast]], { padding: paddingPixels, duration })
}

/** Brings a place into view where it is outside of it; nothing moves else. */
export function reveal([lng = 0, lat = 0]: readonly number[]): void {
  const map = current.peek()
  if (!map || map.getBounds().contains([lng, lat])) return
  map.easeTo({ center: [lng, lat], duration: glideMilliseconds(900) })
}

export function zoomBy(steps: number): void {
  const map = current.peek()
  map?.zoomTo(map.getZoom() + steps, { duration: glideMilliseconds(220) })
}

/** Pixels of the picture per pixel of the page: of the screen, unless the frame around the page asks for so many. */
export function screenRatio(): number {
  const asked = (globalThis.frameElement as HTMLElement | null)?.dataset.pixelRatio
  return Number(asked) || devicePixelRatio
}

/** How much larger a wall draws everything than a desk; 1 on a desk. */
export function wallScale(): number {
  return Number(getComputedStyle(document.documentElement).getPropertyValue('--wall')) || 1
}
