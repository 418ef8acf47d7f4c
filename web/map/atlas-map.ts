// Draws the view on a map and tells the view what the hand did to it.
import { computed, effect, signal } from '@preact/signals'
import type { FeatureCollection } from 'geojson'
import {
  type GeoJSONSource,
  Map as MapLibre,
  type MapMouseEvent,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { LayerId } from '#geodata/contract/documents.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { SYSTEMS } from '#geodata/model/system.ts'
import { byPage } from '#web/map/bases/foreign-requests.ts'
import { givenWay, keepBase } from '#web/map/bases/keep-base.ts'
import { keepTerrain } from '#web/map/bases/terrain.ts'
import { currentMap, drawing, setCurrentMap, wallScale } from '#web/map/current.ts'
import { keepAskArea } from '#web/map/drawn/ask-area.ts'
import { cableFeatures, cablesOf, openedBy } from '#web/map/drawn/cables.ts'
import { keepCompanies, openGroup } from '#web/map/drawn/company-layer.ts'
import { keepDocks } from '#web/map/drawn/docks.ts'
import * as make from '#web/map/drawn/features.ts'
import { keepSurface } from '#web/map/drawn/keep-surface.ts'
import {
  BUILT_IN,
  CLICKED,
  RANKING_HIDES,
  RANKING_SHOWS,
  RINGS_HIDE,
  type SourceId,
  SWITCHED,
  styleOf,
} from '#web/map/drawn/layers.ts'
import { drawnNetworkId, keepNetworkRoads } from '#web/map/drawn/network-roads.ts'
import { keepParkAreas } from '#web/map/drawn/park-areas.ts'
import { standingsOf } from '#web/map/drawn/park-places.ts'
import { keepSiteRoutes } from '#web/map/drawn/site-routes.ts'
import { keepSupplyLines } from '#web/map/drawn/supply-lines.ts'
import { loadMapFonts } from '#web/map/fonts.ts'
import { keepHint } from '#web/map/hand/hint.ts'
import { keepHovered } from '#web/map/hand/hover.ts'
import { keepPin } from '#web/map/hand/pin.ts'
import * as picture from '#web/map/symbols.ts'
import { t } from '#web/messages/index.ts'
import { hovered } from '#web/state/answers/hover.ts'
import { rings } from '#web/state/answers/rings.ts'
import { ranked } from '#web/state/answers/siting.ts'
import { supplyChain } from '#web/state/answers/supply-chain.ts'
import { keepDistrictFill } from '#web/state/region/district-fill.ts'
import {
  basemap,
  companies,
  districts,
  hubs,
  loading,
  parks,
  roads,
} from '#web/state/region/lists.ts'
import { parksThen } from '#web/state/region/year.ts'
import { changeView, view } from '#web/state/view/store.ts'

setWorkerUrl(workerUrl)

/** The core of the region as bounds: the one frame that opens on any screen shape. */
const HOME: [LngLat, LngLat] = [
  [105.25, 28.62],
  [107.75, 30.62],
]
/** Symbols stand anew when the zoom has changed by this much, and when it rests. */
const RESTAND_ZOOM = 0.2
const HOVERED = [...CLICKED.map(([layer]) => layer), 'company-cluster', 'district']

/** Puts a map into a container; returns what takes it away again. */
export function createAtlasMap(container: HTMLElement): () => void {
  const paint = picture.paintOf(document.documentElement)
  const { camera } = view.peek()
  const map = new MapLibre({
    container,
    style: styleOf(paint),
    ...(camera
      ? { center: [...camera.lngLat] as [number, number], zoom: camera.zoom }
      : {
          bounds: [[...HOME[0]], [...HOME[1]]] as [[number, number], [number, number]],
          fitBoundsOptions: { padding: 12 },
        }),
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
  setCurrentMap(map)
  map.touchZoomRotate.disableRotation()
  map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left')
  const stops = [keepPin(map), keepHint(map, HOVERED), keepDistrictFill()]
  let complete = false
  let gone = false
  map.once('load', async () => {
    map.addImage('unknown', picture.unknownPicture(paint), { pixelRatio: 2 })
    const base = keepBase(map, paint)
    stops.push(...drawGround(map), base.stop, keepTerrain(map, paint))
    await dataReady()
    await loadMapFonts(labelTexts())
    if (gone) return
    addPictures(map, paint)
    stops.push(...drawThings(map, paint))
    await base.settled
    if (gone) return
    showLayers(map)
    complete = true
    map.triggerRepaint()
  })
  map.on('idle', () => {
    document.documentElement.dataset.mapIdle = String(complete)
  })
  listen(map)
  return () => {
    gone = true
    for (const stop of stops) stop()
    map.remove()
    if (currentMap() === map) setCurrentMap(null)
  }
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

/** Every text a label may show, in both languages. */
function* labelTexts(): Iterable<string> {
  for (const { properties } of parks.value) yield properties.labelZh + properties.labelEn
  for (const list of [companies.value, hubs.value, districts.value]) {
    for (const { properties } of list) yield properties.nameZh + (properties.nameEn ?? '')
  }
  for (const { properties } of basemap.value) yield properties.nameZh ?? ''
  for (const { properties } of roads.value) yield properties.ref
  yield '′…–'
}

function put(map: MapLibre, id: SourceId, data: FeatureCollection): void {
  document.documentElement.dataset.mapIdle = 'false'
  map.getSource<GeoJSONSource>(id)?.setData(data)
}

function drawGround(map: MapLibre): (() => void)[] {
  return [
    effect(() => put(map, 'land', make.landFeatures())),
    effect(() => {
      put(map, 'outline', make.outlineFeatures())
    }),
    effect(() => put(map, 'districts', make.districtFeatures())),
    effect(() => put(map, 'roads', make.roadFeatures())),
  ]
}

function drawThings(map: MapLibre, paint: picture.Paint): (() => void)[] {
  const zoom = signal(map.getZoom())
  const onZoom = () => {
    if (Math.abs(map.getZoom() - zoom.peek()) > RESTAND_ZOOM) zoom.value = map.getZoom()
  }
  const onRest = () => {
    zoom.value = map.getZoom()
  }
  map.on('zoom', onZoom)
  map.on('zoomend', onRest)
  const selectedCable = () =>
    view.value.selection?.collection === 'cables' ? view.value.selection.id : null
  // Moved apart anew only when what stands there changes, not with everything the view holds.
  const size = computed(() => view.value.parkSize)
  const standing = computed(() => standingsOf(parksThen.value, size.value, zoom.value))
  const cables = () => (isHidden('links') || isAsking.value ? [] : cablesOf())
  return [
    effect(() => put(map, 'rivers', make.riverFeatures())),
    effect(() => {
      const named = new Set(cables().map(({ pair }) => pair.split('-')[1] ?? ''))
      put(map, 'labels', make.districtLabels(named))
    }),
    effect(() => put(map, 'discs', make.discFeatures(paint))),
    effect(() => {
      const { parkSize } = view.value
      const standings = standing.value
      for (const park of parksThen.value) {
        const icon = make.parkIcon(park, parkSize)
        if (!map.hasImage(icon)) {
          map.addImage(icon, picture.parkPicture(park, parkSize, paint), { pixelRatio: 2 })
        }
      }
      const drawn = make.parkFeatures(view.value, standings)
      put(map, 'parks', drawn.parks)
      put(map, 'leaders', drawn.leaders)
      put(
        map,
        'ranks',
        isComparing()
          ? make.comparedFeatures(view.value)
          : make.rankFeatures(shownRanking(), view.value, standings),
      )
    }),
    keepCompanies(map, paint, (data) => put(map, 'companies', data)),
    effect(() => put(map, 'hubs', make.hubFeatures())),
    effect(() => {
      const all = cablesOf()
      const { selection } = view.value
      const drawn = cableFeatures(all, {
        opened: openedBy(all, selection),
        linkId: linkInQuestion(),
        aside: supplyChain.value.kind === 'answered',
      })
      put(map, 'cables', drawn.cables)
      put(map, 'nodes', drawn.nodes)
    }),
    keepDocks(map, cables, selectedCable, (pair) =>
      changeView({ selection: { collection: 'cables', id: pair }, workspace: 'layout' }),
    ),
    effect(() => {
      put(map, 'rings', make.collect((rings.value?.features ?? []) as never))
      put(map, 'veil', make.veilFeatures(rings.value))
      put(map, 'ringLabels', make.ringLabelFeatures(rings.value))
    }),
    effect(() => put(map, 'partners', make.partnerFeatures(shownRanking(), view.value, paint))),
    keepNetworkRoads(map, paint),
    keepParkAreas(map, paint),
    keepAskArea(map, paint),
    keepSurface(map, paint),
    keepSiteRoutes(map, paint),
    keepSupplyLines(map, paint),
    keepHovered(map, paint),
    effect(() => showLayers(map)),
  ]
}

/** The link pointed at, else the selected one. */
function linkInQuestion(): string | null {
  const one = hovered.value?.collection === 'links' ? hovered.value : view.value.selection
  return one?.collection === 'links' ? one.id : null
}

const isHidden = (layer: LayerId) => view.value.hiddenLayers.includes(layer)
const isComparing = () => view.value.workspace === 'compare'
/** While rings or a ranking are looked at, what the layout tells gives way. */
const isAsking = computed(
  () =>
    isComparing() || (view.value.workspace === 'site' && (rings.value ?? ranked.value) !== null),
)
const shownRanking = () => (view.value.workspace === 'site' ? ranked.value : null)

function showLayers(map: MapLibre): void {
  const off = new Set<string>()
  for (const [id, ids] of Object.entries(SWITCHED) as [LayerId, string[]][]) {
    if (isHidden(id)) for (const layer of ids) off.add(layer)
  }
  const ranking = isComparing() || shownRanking() !== null
  for (const layer of ranking ? RANKING_HIDES : isAsking.value ? RINGS_HIDE : []) off.add(layer)
  if (!ranking) for (const layer of RANKING_SHOWS) off.add(layer)
  for (const layer of givenWay.value) off.add(layer)
  // The same numbers stand on the roads of the network.
  if (drawnNetworkId.value) off.add('tile-shield')
  if (drawnNetworkId.value) for (const layer of BUILT_IN.roads) off.add(layer)
  for (const id of map.getLayersOrder()) {
    const wanted = off.has(id) ? 'none' : 'visible'
    if ((map.getLayoutProperty(id, 'visibility') ?? 'visible') !== wanted) {
      map.setLayoutProperty(id, 'visibility', wanted)
    }
  }
}

function addPictures(map: MapLibre, paint: picture.Paint): void {
  const add = (id: string, image: ImageData) => map.addImage(id, image, { pixelRatio: 2 })
  for (const kind of ['port', 'rail', 'airport', 'road']) {
    add(`hub-${kind}`, picture.hubPicture(kind, paint))
  }
  for (const system of SYSTEMS) add(`supplier-${system}`, picture.supplierPicture(system, paint))
  add('plant', picture.plantPicture(paint))
  map.addImage('shield', picture.shieldPicture(paint), {
    pixelRatio: 2,
    stretchX: [[12, 44]],
    stretchY: [[10, 24]],
    content: [6, 8, 50, 28],
  })
}

function listen(map: MapLibre): void {
  map.on('movestart', () => {
    document.documentElement.dataset.mapIdle = 'false'
  })
  map.on('moveend', () => {
    const { lng, lat } = map.getCenter()
    changeView({ camera: { lngLat: [lng, lat], zoom: map.getZoom() } })
  })
  map.on('click', (event) => {
    if (drawing.peek()) return
    if (openClicked(map, event)) return
    for (const [layer, collection, property] of CLICKED) {
      if (!map.getLayer(layer)) continue
      const [hit] = map.queryRenderedFeatures(event.point, { layers: [layer] })
      const id = hit?.properties[property]
      if (id) return changeView({ selection: { collection, id: String(id) } })
    }
    const { workspace } = view.peek()
    if (workspace === 'layout' || workspace === 'site') {
      changeView({ pin: [event.lngLat.lng, event.lngLat.lat], workspace: 'site' })
    }
  })
}

/** Opens a clicked group of firms; false when none was clicked. */
function openClicked(map: MapLibre, { point }: MapMouseEvent): boolean {
  const [hit] = map.queryRenderedFeatures(point, { layers: ['company-cluster', 'park', 'rank'] })
  if (hit?.layer.id !== 'company-cluster') return false
  openGroup(map, hit)
  return true
}
