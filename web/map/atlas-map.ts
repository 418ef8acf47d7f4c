// Draws the view on a map and tells the view what the hand did to it.
import { effect } from '@preact/signals'
import type { FeatureCollection } from 'geojson'
import {
  type GeoJSONSource,
  Map as MapLibre,
  Marker,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { LayerId } from '#geodata/contract/documents.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { loading, parks } from '#web/api/data.ts'
import * as make from '#web/map/features.ts'
import { type SourceId, SWITCHED, styleOf } from '#web/map/layers.ts'
import { hubPicture, paintOf, parkPicture, shieldPicture } from '#web/map/symbols.ts'
import { rings } from '#web/state/analysis.ts'
import { ranked } from '#web/state/siting.ts'
import { changeView, view } from '#web/state/store.ts'

setWorkerUrl(workerUrl)

/** The region as bounds: the one frame that opens on any screen shape. */
const HOME: [LngLat, LngLat] = [
  [104.6, 28.35],
  [108.3, 30.75],
]
const CLICKED: [layer: string, collection: string, property: string][] = [
  ['park', 'parks', 'id'],
  ['rank', 'parks', 'id'],
  ['hub', 'hubs', 'id'],
  ['company', 'companies', 'id'],
  ['dock', 'cables', 'pair'],
  ['cable-industry', 'cables', 'pair'],
]

let current: MapLibre | null = null

/** Shows bounds with padding in pixels; the same ground is in frame on any screen shape. */
export function frame(bounds: readonly [LngLat, LngLat], paddingPixels = 40): void {
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 900
  const [southWest, northEast] = bounds
  current?.fitBounds([[...southWest], [...northEast]], { padding: paddingPixels, duration })
}

/** Puts a map into a container; returns what takes it away again. */
export function createAtlasMap(container: HTMLElement, dark: boolean): () => void {
  const root = document.documentElement
  const paint = paintOf(root)
  const { camera } = view.peek()
  const map = new MapLibre({
    container,
    style: styleOf(paint),
    ...(camera
      ? { center: [...camera.lngLat] as [number, number], zoom: camera.zoom }
      : {
          bounds: [[...HOME[0]], [...HOME[1]]] as [[number, number], [number, number]],
          fitBoundsOptions: { padding: 24 },
        }),
    attributionControl: false,
    fadeDuration: 0,
    minZoom: 4.5,
    maxZoom: 14,
    dragRotate: false,
    pitchWithRotate: false,
  })
  current = map
  map.touchZoomRotate.disableRotation()
  map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left')
  const stops: (() => void)[] = []
  const put = (id: SourceId, data: FeatureCollection) => {
    root.dataset.mapIdle = 'false'
    map.getSource<GeoJSONSource>(id)?.setData(data)
  }
  map.once('load', () => {
    stops.push(
      effect(() => put('land', make.landFeatures())),
      effect(() => put('rivers', make.riverFeatures())),
      effect(() => {
        put('districts', make.districtFeatures())
        put('labels', make.districtLabels())
      }),
      effect(() => put('roads', make.roadFeatures())),
      effect(() => put('discs', make.discFeatures(paint))),
      effect(() => {
        for (const { properties } of parks.value) {
          const id = `park-${properties.id}`
          if (!map.hasImage(id)) map.addImage(id, parkPicture(properties, paint), { pixelRatio: 2 })
        }
        const { parks: points, leaders } = make.parkFeatures(view.value)
        put('parks', points)
        put('leaders', leaders)
      }),
      effect(() => put('companies', make.companyFeatures(view.value, paint))),
      effect(() => put('hubs', make.hubFeatures())),
      effect(() => {
        const { cables, docks } = make.cableFeatures(view.value)
        put('cables', cables)
        put('docks', docks)
      }),
      effect(() => {
        put('rings', make.collect((rings.value?.features ?? []) as never))
        put('ringLabels', make.ringLabelFeatures(rings.value))
      }),
      effect(() =>
        put('ranks', make.rankFeatures(view.value.workspace === 'site' ? ranked.value : null)),
      ),
      effect(() => showLayers(map)),
    )
    for (const kind of ['port', 'rail', 'airport', 'road']) {
      map.addImage(`hub-${kind}`, hubPicture(kind, paint), { pixelRatio: 2 })
    }
    map.addImage('shield', shieldPicture(paint), {
      pixelRatio: 2,
      stretchX: [[12, 44]],
      stretchY: [[10, 24]],
      content: [6, 8, 50, 28],
    })
  })
  listen(map, root)
  const removePin = keepPin(map, dark)
  return () => {
    for (const stop of stops) stop()
    removePin()
    map.remove()
    if (current === map) current = null
  }
}

function showLayers(map: MapLibre): void {
  const hidden = new Set(view.value.hiddenLayers)
  for (const [id, layers] of Object.entries(SWITCHED) as [LayerId, string[]][]) {
    for (const layer of layers) {
      map.setLayoutProperty(layer, 'visibility', hidden.has(id) ? 'none' : 'visible')
    }
  }
}

function listen(map: MapLibre, root: HTMLElement): void {
  map.on('movestart', () => {
    root.dataset.mapIdle = 'false'
  })
  map.on('idle', () => {
    root.dataset.mapIdle = String(loading.peek().kind === 'ready')
  })
  map.on('moveend', () => {
    const { lng, lat } = map.getCenter()
    changeView({ camera: { lngLat: [lng, lat], zoom: map.getZoom() } })
  })
  map.on('click', (event) => {
    for (const [layer, collection, property] of CLICKED) {
      const [hit] = map.queryRenderedFeatures(event.point, { layers: [layer] })
      const id = hit?.properties[property]
      if (id) return changeView({ selection: { collection, id: String(id) } })
    }
    const { workspace } = view.peek()
    if (workspace === 'layout' || workspace === 'site') {
      changeView({ pin: [event.lngLat.lng, event.lngLat.lat], workspace: 'site' })
    }
  })
  map.on('mousemove', (event) => {
    const layers = CLICKED.map(([layer]) => layer)
    const over = map.loaded() && map.queryRenderedFeatures(event.point, { layers }).length > 0
    map.getCanvas().style.cursor = over ? 'pointer' : ''
  })
}

/** The pin can be dragged; while it moves the view follows, and with it the rings. */
function keepPin(map: MapLibre, dark: boolean): () => void {
  const element = document.createElement('div')
  element.className = 'pin'
  const ink = dark ? '#f1f4f6' : '#16212b'
  element.innerHTML = `<svg width="30" height="38" viewBox="0 0 30 38" aria-hidden="true"><path d="M15 1C7.5 1 1.5 7 1.5 14.4 1.5 24 15 37 15 37s13.500-13 13.500-22.600C28.500 7 22.500 1 15 1z" fill="${ink}" stroke="${dark ? '#12181d' : '#fff'}" stroke-width="1.500"/><circle cx="15" cy="14.500" r="5" fill="${dark ? '#12181d' : '#fff'}"/></svg>`
  const marker = new Marker({ element, anchor: 'bottom', draggable: true })
  const move = () => {
    const { lng, lat } = marker.getLngLat()
    changeView({ pin: [lng, lat] })
  }
  marker.on('drag', move)
  marker.on('dragend', move)
  let shown = false
  const stop = effect(() => {
    const { pin, workspace } = view.value
    if (pin && workspace === 'site') {
      marker.setLngLat([...pin])
      if (!shown) marker.addTo(map)
      shown = true
    } else if (shown) {
      marker.remove()
      shown = false
    }
  })
  return () => {
    stop()
    marker.remove()
  }
}

export function zoomBy(steps: number): void {
  current?.zoomTo((current?.getZoom() ?? 7) + steps)
}
