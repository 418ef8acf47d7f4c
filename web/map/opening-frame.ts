// Where does the map look at first? Where the view says, else on the region's frame.
import { effect } from '@preact/signals'
import type { Map as MapLibre, MapLibreEvent, MapOptions } from 'maplibre-gl'
import type { HomeRegion } from '#geodata/model/region.ts'
import { currentMap, regionInSight, wallScale } from '#web/map/current.ts'
import { home } from '#web/state/region/home.ts'
import { changeView, view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'

const FIT = { padding: 12, duration: 0 }
/** Goes with the move that brings the map to the frame: the user did not choose that place. */
const OPENING = { isOpening: true }

export function openingOptions(): Partial<MapOptions> {
  const { camera } = view.peek()
  if (camera) return { center: [...camera.lngLat] as [number, number], zoom: camera.zoom }
  const known = home.peek()
  return known ? { bounds: boundsOf(known), fitBoundsOptions: FIT } : {}
}

/** Brings a map that was opened before the region was known to its frame, once. */
export function keepOpeningFrame(map: MapLibre): () => void {
  let isOpen = view.peek().camera !== null || home.peek() !== null
  return effect(() => {
    const known = home.value
    if (isOpen || !known) return
    isOpen = true
    if (view.peek().camera === null) lookAt(map, null)
  })
}

/**
 * Looks where the view says, else on the region's frame, without this being the user's choice. The frame
 * fits beside what covers the right of the map.
 */
export function lookAt(map: MapLibre, camera: View['camera'], coveredPixels = 0): void {
  const known = home.peek()
  if (camera) map.jumpTo({ center: [...camera.lngLat], zoom: camera.zoom }, OPENING)
  else if (known) map.fitBounds(boundsOf(known), fitBeside(coveredPixels), OPENING)
}

function fitBeside(coveredPixels: number) {
  const { padding: side, duration } = FIT
  return { duration, padding: { top: side, bottom: side, left: side, right: side + coveredPixels } }
}

/** By the enlarged core, on a wall. */
export function coveredAtRight(map: MapLibre): number {
  const inset = map.getContainer().closest('.app')?.querySelector('.wall-inset')
  return (inset?.getBoundingClientRect().width ?? 0) / wallScale()
}

/** Keeps whether any of the region is in sight; returns what stops it. */
export function keepRegionInSight(map: MapLibre): () => void {
  const look = () => {
    const known = home.peek()
    if (!known) return
    const seen = map.getBounds()
    const [west, south, east, north] = known.frame
    regionInSight.value =
      seen.getWest() < east &&
      seen.getEast() > west &&
      seen.getSouth() < north &&
      seen.getNorth() > south
  }
  map.on('moveend', look)
  const stop = effect(() => {
    if (home.value) look()
  })
  return () => {
    map.off('moveend', look)
    stop()
    regionInSight.value = null
  }
}

/** Back to the region, from wherever the map has gone. */
export function lookHome(): void {
  const map = currentMap()
  changeView({ camera: null })
  if (map) lookAt(map, null, coveredAtRight(map))
}

/** Nor for where it is before the region is known: MapLibre moves by itself when its style is there. */
export function isOpening(event: MapLibreEvent): boolean {
  return 'isOpening' in event || (view.peek().camera === null && home.peek() === null)
}

function boundsOf({ frame }: HomeRegion): [number, number, number, number] {
  return [...frame]
}
