// Puts a scene's bounds on the map, once the map has taken the size the page gives it.
import type { MapScene } from '#geodata/contract/stories.ts'
import { currentMap, screenRatio, wallScale } from '#web/map/current.ts'
import { glideMilliseconds } from '#web/state/preferences.ts'
import { tableUnits } from '#web/workspaces/present/table-room.ts'

/** Frames waited for the map to follow its container; after that it is framed as it is. */
const PATIENCE_FRAMES = 60
/** The padding asked for may take at most this share of the shorter side: the ground needs room. */
const PADDING_SHARE = 1 / 20

const FLIGHT_MILLISECONDS = 900

/** The stage's unit (--u in stage/stage.css) at which symbols and labels have the size of the desk. */
const DESK_UNIT_PIXELS = 14.8

/** A hundredth of a 16 by 9 screen, as stage.css reckons it. */
function stageUnitPixels(width: number, height: number): number {
  return width > height
    ? Math.min(width, (height * 16) / 9) / 100
    : Math.min(width * 2.2, height) / 100
}

/** How wide a picture with its margins lies over the map of a scene (scene-files.css); upright it stands below. */
export function pictureUnits(width: number, height: number): number {
  if (width <= height) return 0
  return width / height >= 5 / 2 ? 48 : 30
}

/** How much larger symbols and labels are drawn on the stage, so that a hall can read them. */
export function stageScale(width: number, height: number): number {
  return Math.max(1, stageUnitPixels(width, height) / DESK_UNIT_PIXELS)
}

/** Frames the scene, at once or in a flight, then calls `done`; returns the stop. */
export function frameScene(
  scene: MapScene,
  { onStage, atOnce }: { onStage: boolean; atOnce: boolean },
  done: () => void = () => {},
): () => void {
  let waited = 0
  const scale = onStage ? stageScale(innerWidth, innerHeight) : 1
  document.documentElement.style.setProperty('--stage-scale', String(scale))
  let request = requestAnimationFrame(function settle() {
    const map = currentMap()
    const { canvas, container } = elements()
    const settled =
      canvas &&
      container &&
      Math.abs(canvas.clientWidth - container.clientWidth) < 2 &&
      Math.abs(canvas.clientHeight - container.clientHeight) < 2
    if (map) waited += 1
    if (!map || !container || (!settled && waited < PATIENCE_FRAMES)) {
      request = requestAnimationFrame(settle)
      return
    }
    // The page enlarges the stage's map by `scale`; as many more pixels keep it sharp.
    map.setPixelRatio(screenRatio() * (onStage ? scale : wallScale()))
    const room = Math.min(container.clientWidth, container.clientHeight)
    const around = Math.min(scene.paddingPixels, room * PADDING_SHARE)
    const beside = onStage && scene.picture ? picturePixels() / scale : 0
    const under = onStage ? tablePixels(scene) / scale : 0
    const padding = {
      top: around,
      bottom: around,
      left: around + under,
      right: around + beside,
    }
    const { bearingDegrees: bearing, pitchDegrees: pitch } = scene
    const [southWest, northEast] = scene.bounds
    const duration = atOnce ? 0 : glideMilliseconds(FLIGHT_MILLISECONDS)
    map.fitBounds([[...southWest], [...northEast]], { padding, bearing, pitch, duration })
    done()
  })
  return () => cancelAnimationFrame(request)
}

const picturePixels = () =>
  pictureUnits(innerWidth, innerHeight) * stageUnitPixels(innerWidth, innerHeight)

/** Upright the words stand below the map. */
const tablePixels = (scene: MapScene) =>
  innerWidth > innerHeight ? tableUnits(scene) * stageUnitPixels(innerWidth, innerHeight) : 0

function elements() {
  const canvas = document.querySelector<HTMLElement>('.maplibregl-canvas')
  return { canvas, container: canvas?.closest<HTMLElement>('.maplibregl-map') }
}
