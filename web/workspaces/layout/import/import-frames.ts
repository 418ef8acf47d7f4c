// Which ground do the maps of an import show? Where nearly all rows lie; and, close by, where most of them do.
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { type Frame, frameAround, project } from '#web/charts/frame.ts'

/** Of the rows at either end, so many may lie anywhere: slips do not make the map of a city one of the world. */
const OUTLYING_SHARE = 0.02
const MARGIN_KILOMETERS = 3

/** Holds all places but the outlying few on each side. */
export function wholeFrame(places: readonly LngLat[], width: number, height: number): Frame {
  const [west, east] = middleOf(places.map(([lng]) => lng))
  const [south, north] = middleOf(places.map(([, lat]) => lat))
  if (west === undefined || east === undefined || south === undefined || north === undefined) {
    return frameAround([], MARGIN_KILOMETERS, width, height)
  }
  const corners: LngLat[] = [
    [west, south],
    [east, north],
  ]
  return frameAround(corners, MARGIN_KILOMETERS, width, height)
}

/** A map of a page has at least so many pixels; a camera that holds its places there holds them on larger ones. */
const LEAST_MAP_PIXELS = 480
const PIXELS_OF_WORLD = 512
/** One place alone is seen with its streets. */
const CLOSEST_ZOOM = 14

/** Where the map of the page looks to have nearly all of these places in sight; null: there are none. */
export function cameraOver(places: readonly LngLat[]): { lngLat: LngLat; zoom: number } | null {
  const [west, east] = middleOf(places.map(([lng]) => lng))
  const [south, north] = middleOf(places.map(([, lat]) => lat))
  if (west === undefined || east === undefined || south === undefined || north === undefined) {
    return null
  }
  const lngLat: LngLat = [(west + east) / 2, (south + north) / 2]
  // On a Mercator map a degree of latitude is drawn longer than one of longitude, by this.
  const stretch = 1 / Math.cos((lngLat[1] * Math.PI) / 180)
  const degrees = Math.max(east - west, (north - south) * stretch)
  const worldPixels = (LEAST_MAP_PIXELS * 360) / Math.max(degrees, 1e-6)
  return { lngLat, zoom: Math.min(CLOSEST_ZOOM, Math.log2(worldPixels / PIXELS_OF_WORLD)) }
}

function middleOf(values: readonly number[]): [low: number | undefined, high: number | undefined] {
  const sorted = [...values].sort((a, b) => a - b)
  const left = Math.floor(sorted.length * OUTLYING_SHARE)
  return [sorted[left], sorted[sorted.length - 1 - left]]
}

/** Readings a few hundred meters apart are told from one another at this width. */
const CLOSE_KILOMETERS = 7
/** And those further apart by a frame that holds both, as far as one still sees a road. */
const WIDEST_KILOMETERS = 60
/** So many places tell where most of them are. */
const MOST_CENTERS = 200

/** Around the place with the most others near it, wide enough that a shift of the readings is seen. */
export function closeFrame(
  places: readonly LngLat[],
  apartMeters: number,
  width: number,
  height: number,
): Frame {
  const across = Math.min(WIDEST_KILOMETERS, Math.max(CLOSE_KILOMETERS, (apartMeters / 1000) * 4))
  const center = densest(places, (across / 2) * 1000)
  return frameAround(center ? [center] : [], across / 2, width, height)
}

function densest(places: readonly LngLat[], withinMeters: number): LngLat | null {
  const step = Math.max(1, Math.floor(places.length / MOST_CENTERS))
  let best: LngLat | null = null
  let most = 0
  for (let at = 0; at < places.length; at += step) {
    const center = places[at]
    if (!center) continue
    const near = places.filter((one) => greatCircleMeters(center, one) <= withinMeters).length
    if (near > most) {
      most = near
      best = center
    }
  }
  return best
}

export function isInFrame(frame: Frame, lngLat: LngLat): boolean {
  const [x, y] = project(frame, lngLat)
  return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height
}
