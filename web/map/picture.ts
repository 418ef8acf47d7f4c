// The map as a picture: all that is painted on it now, at least twice as fine as a plain screen, and what stands over it.
import type { Map as MapLibre } from 'maplibre-gl'
import { currentMap } from '#web/map/current.ts'

const LEAST_RATIO = 2
/** Tiles of others may never come: then the picture is of what is there. */
const WAITED_MILLISECONDS = 8000
const SCALE_PIXELS = 100

/** What the page writes or draws over the painted map, in its pixels. */
export type OverMap = { element: HTMLElement; left: number; top: number }

export type MapPicture = {
  painted: HTMLCanvasElement
  /** Of the map on the page, in its pixels; the painted one has `ratio` times as many. */
  width: number
  height: number
  ratio: number
  kilometersAcross: number
  over: readonly OverMap[]
}

/** null: there is no map on the page. */
export async function mapPicture(): Promise<MapPicture | null> {
  const map = currentMap()
  if (!map) return null
  const before = map.getPixelRatio()
  const ratio = Math.max(LEAST_RATIO, before)
  try {
    if (ratio !== before) map.setPixelRatio(ratio)
    await settled(map)
    const { clientWidth: width, clientHeight: height } = map.getContainer()
    const painted = await copied(map)
    return {
      painted,
      width,
      height,
      ratio: painted.width / width,
      kilometersAcross: (width / SCALE_PIXELS) * scaledKilometers(map, width / 2, height / 2),
      over: overMap(map),
    }
  } finally {
    if (ratio !== before) map.setPixelRatio(before)
  }
}

function settled(map: MapLibre): Promise<void> {
  return new Promise((resolve) => {
    const waited = setTimeout(resolve, WAITED_MILLISECONDS)
    map.once('idle', () => {
      clearTimeout(waited)
      resolve()
    })
    map.triggerRepaint()
  })
}

/** While a frame is painted its pixels can be read; after it they are gone. */
function copied(map: MapLibre): Promise<HTMLCanvasElement> {
  return new Promise((resolve) => {
    map.once('render', () => {
      const source = map.getCanvas()
      const copy = document.createElement('canvas')
      copy.width = source.width
      copy.height = source.height
      copy.getContext('2d')?.drawImage(source, 0, 0)
      resolve(copy)
    })
    map.triggerRepaint()
  })
}

/** How far apart two places are that lie so many pixels apart in the middle of the map. */
function scaledKilometers(map: MapLibre, x: number, y: number): number {
  const half = SCALE_PIXELS / 2
  return map.unproject([x - half, y]).distanceTo(map.unproject([x + half, y])) / 1000
}

function overMap(map: MapLibre): OverMap[] {
  const container = map.getContainer()
  const frame = container.getBoundingClientRect()
  const scale = frame.width / container.clientWidth || 1
  return [...container.querySelectorAll<HTMLElement>('.docks button:not([hidden]), .pin')].map(
    (element) => {
      const { left, top } = element.getBoundingClientRect()
      return { element, left: (left - frame.left) / scale, top: (top - frame.top) / scale }
    },
  )
}
