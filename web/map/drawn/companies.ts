// The firms and groups of firms in the frame, made anew when the filters or the frame change.
import { computed, signal } from '@preact/signals'
import type { Feature, FeatureCollection } from 'geojson'
import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import type { Company } from '#geodata/contract/collections.ts'
import {
  aroundPlace,
  fromWorld,
  groupsIn,
  isOnePlace,
  OPENED_FROM_ZOOM,
  opensAt,
  type PointGroup,
  toWorld,
  worldPixelsAt,
  worldPlaces,
} from '#geodata/geometry/point-groups.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { SYSTEMS } from '#geodata/model/system.ts'
import { type TiledFirm, tiledFirms } from '#web/map/drawn/many-companies.ts'
import type { DrawnThing, Hint } from '#web/map/drawn-thing.ts'
import { get, halo, text, when } from '#web/map/expressions.ts'
import { isSwitchedOff } from '#web/map/focus.ts'
import { collect, point } from '#web/map/geojson.ts'
import { clearOf } from '#web/map/shapes/clear-of.ts'
import { RESTAND_ZOOM, standings, standingZoom } from '#web/map/shapes/park-places.ts'
import { type Paint, parkRadiusPixels, systemColour } from '#web/map/symbols.ts'
import { language, nameOf, t } from '#web/messages/index.ts'
import { companies as companyList, firmOf, manyFirms } from '#web/state/region/firms.ts'
import { keptCompanies } from '#web/state/region/kept.ts'
import { parksThen } from '#web/state/region/year.ts'
import { view } from '#web/state/view/store.ts'

/** Farther out firms are numbers of the parks, not places. */
const COMPANIES_FROM_ZOOM = 7.4
/** How far beyond the frame groups are made, as a share of it: a short drag finds them there. */
const MARGIN = 0.4

export const companies: DrawnThing = {
  switchedBy: 'companies',
  shownFor: ['layout'],
  sources: { companies: ({ paint }) => companyFeatures(looked.value, paint) },
  layers: (paint) => ({ names: [nameLayer(paint)], marks: markLayers(paint) }),
  letters: () =>
    companyList.value.map(({ properties: { nameZh, nameEn } }) => nameZh + (nameEn ?? '')),
  pointed: [
    { layer: 'company-cluster', click: { turn: 3, does: { opens: openGroup } }, hint: groupHint },
    {
      layer: 'company',
      click: { turn: 7, does: { selects: 'companies', by: 'id' } },
      hint: ({ id }) => firmHint(String(id)),
    },
  ],
  prepare: ({ map }) => keepLooking(map),
}

const isGroup = ['has', 'count'] as never
const isFirm = ['!', isGroup] as never

function nameLayer(paint: Paint): LayerSpecification {
  return {
    id: 'company-label',
    type: 'symbol',
    source: 'companies',
    minzoom: 10.5,
    filter: isFirm,
    layout: {
      ...text(get('label'), 11),
      'text-offset': [0, 0.8],
      'text-anchor': 'top',
      'text-max-width': 10,
    },
    paint: { 'text-color': paint('ink-2'), ...halo(paint) },
  }
}

function markLayers(paint: Paint): LayerSpecification[] {
  return [
    {
      id: 'company-cluster',
      type: 'circle',
      source: 'companies',
      minzoom: COMPANIES_FROM_ZOOM,
      filter: isGroup,
      paint: {
        'circle-color': paint('bg-3'),
        'circle-opacity': 0.92,
        'circle-radius': get('radius') as never,
        'circle-stroke-color': paint('ink-3'),
        'circle-stroke-width': 0.8,
      },
    },
    {
      id: 'company',
      type: 'circle',
      source: 'companies',
      minzoom: COMPANIES_FROM_ZOOM,
      filter: isFirm,
      paint: {
        'circle-color': get('colour') as never,
        'circle-radius': when('selected', 6.5, 3.6),
        'circle-stroke-color': when('selected', paint('ink'), paint('map-focus')),
        'circle-stroke-width': when('selected', 2, 1),
      },
    },
    {
      id: 'company-count',
      type: 'symbol',
      source: 'companies',
      minzoom: COMPANIES_FROM_ZOOM,
      filter: isGroup,
      layout: { ...text(get('short'), 9.5), 'text-allow-overlap': true },
      paint: { 'text-color': paint('ink-2') },
    },
  ]
}

/** The kept firms that have a place, and their places. */
const placed = computed(() => {
  const list = keptCompanies.value.kept.filter(({ geometry }) => geometry !== null)
  return {
    list,
    places: worldPlaces(list.map(({ geometry }) => geometry?.coordinates as unknown as LngLat)),
  }
})

const chosenId = computed(() =>
  view.value.selection?.collection === 'companies' ? view.value.selection.id : null,
)

type Frame = { zoom: number; west: number; north: number; east: number; south: number }

/** The ground that groups are made for, in shares of the world; null: there is no map. */
const looked = signal<Frame | null>(null)

function keepLooking(map: MapLibre): () => void {
  const onRest = () => {
    looked.value = lookAt(map)
  }
  const onZoom = () => {
    if (Math.abs(map.getZoom() - (looked.peek()?.zoom ?? 0)) > RESTAND_ZOOM) onRest()
  }
  onRest()
  map.on('moveend', onRest)
  map.on('zoom', onZoom)
  return () => {
    map.off('moveend', onRest)
    map.off('zoom', onZoom)
  }
}

function lookAt(map: MapLibre): Frame {
  const bounds = map.getBounds()
  const northWest = toWorld([bounds.getWest(), bounds.getNorth()])
  const southEast = toWorld([bounds.getEast(), bounds.getSouth()])
  const [aside, above] = [
    (southEast.x - northWest.x) * MARGIN,
    (southEast.y - northWest.y) * MARGIN,
  ]
  return {
    zoom: map.getZoom(),
    west: northWest.x - aside,
    north: northWest.y - above,
    east: southEast.x + aside,
    south: southEast.y + above,
  }
}

function companyFeatures(frame: Frame | null, paint: Paint): FeatureCollection {
  if (!frame) return collect([])
  const chosen = chosenId.value
  if (manyFirms.value !== null) {
    const seen = frame.zoom < COMPANIES_FROM_ZOOM ? [] : tiledFirms.value
    return collect(seen.map((one) => tiledFeature(one, frame.zoom, chosen, paint)))
  }
  const { list, places } = placed.value
  const groups = frame.zoom < COMPANIES_FROM_ZOOM ? [] : groupsIn(places, frame, frame.zoom)
  const features = groups.flatMap((group) => {
    if (!opensAt(group, frame.zoom)) return [groupFeature(saidOf(group, frame.zoom), frame.zoom)]
    const around = aroundPlace(group.x, group.y, group.members.length, frame.zoom)
    return group.members.flatMap((member, index) => {
      const company = list[member]
      const at = around[index]
      return company && at ? [companyFeature(company.properties, at, chosen, paint)] : []
    })
  })
  return collect(features)
}

type Named = Pick<Company['properties'], 'id' | 'nameZh' | 'nameEn' | 'systems'>

function companyFeature(
  firm: Named,
  at: [number, number],
  chosen: string | null,
  paint: Paint,
): Feature {
  return point(at, {
    id: firm.id,
    label: nameOf(firm),
    colour: systemColour(firm.systems[0] ?? 'traditional', paint),
    selected: firm.id === chosen,
  })
}

/** A firm or a group as a tile tells of it. */
function tiledFeature(
  { lngLat, properties }: TiledFirm,
  zoom: number,
  chosen: string | null,
  paint: Paint,
): Feature {
  if ('count' in properties) {
    const { x, y } = toWorld(lngLat)
    const { count, onePlace, bounds } = properties
    const said = { count: Number(count), onePlace: onePlace === true, bounds: String(bounds) }
    return groupFeature({ x, y, ...said }, zoom)
  }
  const system = SYSTEMS.find((one) => one === properties.system)
  const firm = { ...properties, systems: system ? [system] : [] } as unknown as Named
  return companyFeature(firm, lngLat, chosen, paint)
}

/** From how many firms on a circle is how large, in pixels. */
const RADII = [
  [1000, 16],
  [100, 13.5],
  [25, 11],
  [8, 9],
  [0, 7.5],
] as const

/** Symbols of parks as they stand now, which circles leave free; none while parks are hidden. */
const symbols = computed(() => {
  if (isSwitchedOff('parks')) return []
  const pixels = worldPixelsAt(standingZoom.value)
  const { parkSize } = view.value
  return parksThen.value.flatMap((park) => {
    const standing = standings.value.get(park.properties.id)
    if (!standing) return []
    const { x, y } = toWorld(standing.lngLat)
    return [{ x: x * pixels, y: y * pixels, radius: parkRadiusPixels(park, parkSize) }]
  })
})

/** Its middle as a place of the world; `bounds` in degrees, as openGroup reads them. */
type SaidGroup = { x: number; y: number; count: number; onePlace: boolean; bounds: string }

function saidOf(group: PointGroup, zoom: number): SaidGroup {
  const [west, north] = fromWorld(group.west, group.north)
  const [east, south] = fromWorld(group.east, group.south)
  return {
    x: group.x,
    y: group.y,
    count: group.members.length,
    onePlace: isOnePlace(group, zoom),
    bounds: [west, south, east, north].join(','),
  }
}

function groupFeature({ x, y, count, onePlace, bounds }: SaidGroup, zoom: number): Feature {
  const radius = RADII.find(([from]) => count >= from)?.[1] ?? 0
  // Parks stand by a zoom of their own, a step behind at most.
  const pixels = worldPixelsAt(Math.abs(standingZoom.value - zoom) < 1 ? standingZoom.value : zoom)
  const stands = clearOf({ x: x * pixels, y: y * pixels, radius }, symbols.value)
  return point(fromWorld(stands.x / pixels, stands.y / pixels), {
    count,
    radius,
    short: new Intl.NumberFormat(language.value, { notation: 'compact' }).format(count),
    onePlace,
    bounds,
  })
}

/** Shows the members of a clicked group apart: their ground, or the zoom at which they open. */
function openGroup(map: MapLibre, { properties, geometry }: Feature): void {
  if (!properties || geometry.type !== 'Point') return
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 400
  if (properties.onePlace) {
    const [lng = 0, lat = 0] = geometry.coordinates
    map.easeTo({
      center: [lng, lat],
      zoom: Math.max(OPENED_FROM_ZOOM, map.getZoom() + 1),
      duration,
    })
    return
  }
  const [west = 0, south = 0, east = 0, north = 0] = String(properties.bounds)
    .split(',')
    .map(Number)
  map.fitBounds(
    [
      [west, south],
      [east, north],
    ],
    { padding: 80, maxZoom: 13, duration },
  )
}

export function groupHint({ count }: Record<string, unknown>): Hint {
  return [t('layout.hintCluster', { count: Number(count) }), t('layout.hintOpen')]
}

export function firmHint(id: string): Hint | null {
  const tiled = tiledFirms.peek().find(({ properties }) => properties.id === id)
  const firm = (tiled?.properties ?? firmOf(id)?.properties) as Hinted | undefined
  if (!firm) return null
  return [
    nameOf(firm),
    [t(`layout.company.${firm.kind}`), firm.products].filter(Boolean).join(' · '),
  ]
}
type Hinted = Pick<Company['properties'], 'nameZh' | 'nameEn' | 'kind' | 'products'>
