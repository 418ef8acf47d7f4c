// What the user sees now, as a scene: the ground, the layers, and what else the address holds.
import { LAYERS } from '#geodata/contract/collections.ts'
import type { MapScene } from '#geodata/contract/stories.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { currentMap } from '#web/map/current.ts'
import { home } from '#web/state/region/home.ts'
import { emptyMap } from '#web/state/story/story-edits.ts'
import { ownView } from '#web/state/view/store.ts'
import { DEFAULT_VIEW, encodeView, type View } from '#web/state/view/view.ts'

/** MapLibre's world at zoom 0, in pixels. */
const WORLD_PIXELS = 512

type Bounds = MapScene['bounds']

/** Null: the region is not known yet. */
export function capturedScene(): MapScene | null {
  const own = ownView.peek()
  const container = currentMap()?.getContainer()
  const bounds =
    own.camera && container
      ? boundsAround(own.camera, container.clientWidth, container.clientHeight)
      : homeBounds()
  return bounds && sceneOf(own, bounds)
}

/** The ground that the map shows at this moment; null: there is no map. */
export function boundsOnMap(): Bounds | null {
  const seen = currentMap()?.getBounds()
  return seen ? rounded([seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()]) : null
}

function homeBounds(): Bounds | null {
  const frame = home.peek()?.frame
  return frame ? rounded([...frame]) : null
}

export function sceneOf(own: View, bounds: Bounds): MapScene {
  const { hiddenLayers, selection } = own
  const address = encodeView({
    ...own,
    // What the scene says itself, and what belongs to whoever looks at it.
    workspace: DEFAULT_VIEW.workspace,
    camera: null,
    selection: null,
    hiddenLayers: [],
    language: null,
    theme: null,
    storyId: null,
    scene: 0,
    onStage: false,
    tableOpen: false,
  })
  return emptyMap({
    bounds,
    layers: LAYERS.filter((layer) => !hiddenLayers.includes(layer)),
    ...(selection ? { selection } : {}),
    ...(address ? { address } : {}),
  })
}

/** What a picture of that size shows around a place, without turning or tilting. */
export function boundsAround(
  { lngLat: [lng, lat], zoom }: { lngLat: LngLat; zoom: number },
  widthPixels: number,
  heightPixels: number,
): Bounds {
  const worldPixels = WORLD_PIXELS * 2 ** zoom
  const halfDegrees = (180 * widthPixels) / worldPixels
  const middle = Math.asinh(Math.tan((lat * Math.PI) / 180))
  const half = (Math.PI * heightPixels) / worldPixels
  const latAt = (y: number) => (Math.atan(Math.sinh(y)) * 180) / Math.PI
  return rounded([
    Math.max(-180, lng - halfDegrees),
    latAt(middle - half),
    Math.min(180, lng + halfDegrees),
    latAt(middle + half),
  ])
}

/** To some ten meters: nobody frames more exactly. */
function rounded([west = 0, south = 0, east = 0, north = 0]: number[]): Bounds {
  const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4
  return [
    [round(west), round(south)],
    [round(east), round(north)],
  ]
}
