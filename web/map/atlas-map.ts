// Draws the view on a map, and reports to the view where it looks and what was clicked.
import { effect } from '@preact/signals'
import { Map as MapLibre, prewarm, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import { byPage } from '#web/map/bases/foreign-requests.ts'
import { keepBase } from '#web/map/bases/keep-base.ts'
import { keepTerrain } from '#web/map/bases/terrain.ts'
import {
  currentMap,
  type MapTrouble,
  mapDrawn,
  mapTrouble,
  setCurrentMap,
  wallScale,
} from '#web/map/current.ts'
import { canvasOn, drawThings } from '#web/map/draw-things.ts'
import { firstStyle, lettersDrawn, SOURCES } from '#web/map/drawn/drawn.ts'
import { holdPaint } from '#web/map/first-frame.ts'
import { loadMapFonts } from '#web/map/fonts.ts'
import { keepClick } from '#web/map/hand/click.ts'
import { keepHint } from '#web/map/hand/hint.ts'
import { keepPin } from '#web/map/hand/pin.ts'
import { mapWorkerAddress } from '#web/map/map-worker.ts'
import {
  coveredAtRight,
  isOpening,
  keepOpeningFrame,
  keepRegionInSight,
  lookAt,
  openingOptions,
} from '#web/map/opening-frame.ts'
import { showLayers } from '#web/map/show-layers.ts'
import type { Paint } from '#web/map/symbols.ts'
import { keepTheme, paintOfTheme } from '#web/map/theme.ts'
import { tilesAwaited } from '#web/map/tiles-awaited.ts'
import { t } from '#web/messages/index.ts'
import { keepDistrictFill } from '#web/state/region/district-fill.ts'
import { loading } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

setWorkerUrl(mapWorkerAddress)
// Its worker starts now, not when the drawing context is there.
startWorker()

/** After this a context that was taken away is held for lost. */
const RESTORED_WITHIN_SECONDS = 8

/**
 * Puts a map into a container; returns what takes it away again. Where the browser takes the drawing
 * context away and gives it back, a new map takes the place of the one that lost it.
 */
export function createAtlasMap(container: HTMLElement): () => void {
  let remove = () => {}
  let losing: ReturnType<typeof setTimeout> | undefined
  const draw = () => {
    clearTimeout(losing)
    remove()
    forget('lost')
    const drawn = drawAtlas(container)
    if (!drawn) {
      remove = () => {}
      mapTrouble.value = 'no-webgl'
      return
    }
    remove = drawn.remove
    drawn.map.on('webglcontextlost', () => {
      drawn.stop()
      losing = setTimeout(() => {
        mapTrouble.value = 'lost'
      }, RESTORED_WITHIN_SECONDS * 1000)
    })
    drawn.map.on('webglcontextrestored', draw)
  }
  draw()
  return () => {
    clearTimeout(losing)
    remove()
    forget('lost')
    forget('no-webgl')
  }
}

function forget(trouble: MapTrouble): void {
  if (mapTrouble.peek() === trouble) mapTrouble.value = null
}

type Drawn = {
  map: MapLibre
  /** Nothing more is put on it: it cannot be drawn on. */
  stop: () => void
  remove: () => void
}

/** Null where the browser has no WebGL. */
function drawAtlas(container: HTMLElement): Drawn | null {
  const paint = paintOfTheme()
  const map = mapIn(container, paint)
  if (!map) return null
  setCurrentMap(map)
  const painted = holdPaint(map)
  map.touchZoomRotate.disableRotation()
  map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left')
  const stops = [
    keepOpeningFrame(map),
    keepRegionInSight(map),
    keepPin(map),
    keepHint(map),
    keepDistrictFill(),
  ]
  let complete = false
  let gone = false
  const begin = async () => {
    await Promise.all([map.once('style.load'), dataReady()])
    await loadMapFonts(lettersDrawn())
    if (gone) return
    stops.push(
      ...drawThings(canvasOn(map, paint)),
      effect(() => showLayers(map)),
    )
    const base = keepBase(map, paint)
    stops.push(base.stop, keepTerrain(map, paint), keepTheme(map, paint))
    await Promise.all([base.settled, painted(SOURCES)])
    if (gone) return
    showLayers(map)
    complete = true
    mapDrawn.value = true
    map.triggerRepaint()
  }
  void begin()
  map.on('idle', () => {
    document.documentElement.dataset.mapIdle = String(complete && tilesAwaited(map) === 0)
  })
  stops.push(keepCamera(map))
  keepClick(map)
  const stop = () => {
    gone = true
    for (const one of stops.splice(0)) one()
    if (currentMap() === map) setCurrentMap(null)
  }
  return {
    map,
    stop,
    remove: () => {
      stop()
      map.remove()
    },
  }
}

function mapIn(container: HTMLElement, paint: Paint): MapLibre | null {
  try {
    return new MapLibre({
      container,
      style: firstStyle(paint),
      ...openingOptions(),
      attributionControl: false,
      transformRequest: byPage,
      // The page enlarges the map on a wall; as many more pixels keep it sharp.
      pixelRatio: devicePixelRatio * wallScale(),
      fadeDuration: 0,
      minZoom: 4.5,
      maxZoom: 14,
      dragRotate: false,
      pitchWithRotate: false,
      locale: { 'Map.Title': t('common.map') },
    })
  } catch (error) {
    console.warn(error)
    return null
  }
}

/**
 * Starts the worker, and says when its code does not come: MapLibre waits for it without end. The only
 * door to the worker is how it is made.
 */
function startWorker(): void {
  const Plain = globalThis.Worker
  globalThis.Worker = class extends Plain {
    constructor(...how: ConstructorParameters<typeof Worker>) {
      super(...how)
      this.addEventListener('error', (event) => {
        // An error inside the code has a message; one that has none is code that did not come.
        if (!(event instanceof ErrorEvent)) mapTrouble.value = 'no-worker'
      })
    }
  }
  prewarm()
  globalThis.Worker = Plain
}

function dataReady(): Promise<void> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined
    stop = effect(() => {
      if (loading.value.kind !== 'ready') return
      resolve()
      queueMicrotask(() => stop?.())
    })
  })
}

/** The view looks where the map looks; returns what stops following the way back. */
function keepCamera(map: MapLibre): () => void {
  let looked = view.peek().camera
  map.on('movestart', () => {
    document.documentElement.dataset.mapIdle = 'false'
  })
  // A window of another size is no choice of a place: the region's frame fits into it anew.
  let resizing = false
  map.on('resize', () => {
    resizing = true
    queueMicrotask(() => {
      resizing = false
      const { camera, workspace } = view.peek()
      // A scene frames its own ground.
      if (camera === null && workspace !== 'present') lookAt(map, null, coveredAtRight(map))
    })
  })
  map.on('moveend', (event) => {
    if (resizing || isOpening(event)) return
    const { lng, lat } = map.getCenter()
    looked = { lngLat: [lng, lat], zoom: map.getZoom() }
    changeView({ camera: looked })
  })
  // Back and Forward lead to where the map looked; a scene frames its own ground.
  const goBack = () => {
    const { camera, workspace } = view.peek()
    if (workspace === 'present' || JSON.stringify(camera) === JSON.stringify(looked)) return
    looked = camera
    lookAt(map, camera, coveredAtRight(map))
  }
  addEventListener('popstate', goBack)
  return () => removeEventListener('popstate', goBack)
}
