// Which firms and groups of firms does the frame show? Made anew when the filters or the frame change.
import { computed, effect, signal } from '@preact/signals'
import type { Feature, FeatureCollection } from 'geojson'
import type { Map as MapLibre } from 'maplibre-gl'
import type { Company } from '#geodata/contract/collections.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import {
  aroundPlace,
  type CompanyGroup,
  fromWorld,
  groupsIn,
  toWorld,
  worldPixelsAt,
  worldPlaces,
} from '#web/map/drawn/company-groups.ts'
import { COMPANIES_FROM_ZOOM } from '#web/map/drawn/layers.ts'
import { type Paint, systemColour } from '#web/map/symbols.ts'
import { language, nameOf } from '#web/messages/index.ts'
import { keptCompanies } from '#web/state/region/kept.ts'
import { view } from '#web/state/view/store.ts'

/** From here on firms that share one known place stand around it, as long as they are few enough. */
const OPENED_FROM_ZOOM = 10.5
const MOST_OPENED = 120
/** Members nearer than this are at one place: no zoom parts them. */
const ONE_PLACE_PIXELS = 1
/** How far beyond the frame groups are made, as a share of it: a short drag finds them there. */
const MARGIN = 0.4
const RESTAND_ZOOM = 0.2

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

/** Keeps the source of firms filled; returns what stops it. */
export function keepCompanies(
  map: MapLibre,
  paint: Paint,
  put: (data: FeatureCollection) => void,
): () => void {
  const looked = signal(lookAt(map))
  const onRest = () => {
    looked.value = lookAt(map)
  }
  const onZoom = () => {
    if (Math.abs(map.getZoom() - looked.peek().zoom) > RESTAND_ZOOM) onRest()
  }
  map.on('moveend', onRest)
  map.on('zoom', onZoom)
  const stop = effect(() => put(companyFeatures(looked.value, paint)))
  return () => {
    stop()
    map.off('moveend', onRest)
    map.off('zoom', onZoom)
  }
}

function lookAt(map: MapLibre) {
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

function companyFeatures(looked: ReturnType<typeof lookAt>, paint: Paint): FeatureCollection {
  const { list, places } = placed.value
  const chosen = chosenId.value
  const groups = looked.zoom < COMPANIES_FROM_ZOOM ? [] : groupsIn(places, looked, looked.zoom)
  const features = groups.flatMap((group) => {
    const onePlace = isOnePlace(group, looked.zoom)
    const opens =
      group.members.length === 1 ||
      (onePlace && looked.zoom >= OPENED_FROM_ZOOM && group.members.length <= MOST_OPENED)
    if (!opens) return [groupFeature(group, onePlace)]
    const around = aroundPlace(group.x, group.y, group.members.length, looked.zoom)
    return group.members.flatMap((member, index) => {
      const company = list[member]
      const at = around[index]
      return company && at ? [companyFeature(company, at, chosen, paint)] : []
    })
  })
  return { type: 'FeatureCollection', features }
}

function isOnePlace(group: CompanyGroup, zoom: number): boolean {
  const most = ONE_PLACE_PIXELS / worldPixelsAt(zoom)
  return group.east - group.west < most && group.south - group.north < most
}

function companyFeature(
  { properties }: Company,
  at: [number, number],
  chosen: string | null,
  paint: Paint,
): Feature {
  return feature(at, {
    id: properties.id,
    label: nameOf(properties),
    colour: systemColour(properties.systems[0] ?? 'traditional', paint),
    selected: properties.id === chosen,
  })
}

function groupFeature(group: CompanyGroup, onePlace: boolean): Feature {
  const count = group.members.length
  const [west, north] = fromWorld(group.west, group.north)
  const [east, south] = fromWorld(group.east, group.south)
  return feature(fromWorld(group.x, group.y), {
    count,
    short: new Intl.NumberFormat(language.value, { notation: 'compact' }).format(count),
    onePlace,
    bounds: [west, south, east, north].join(','),
  })
}

function feature(coordinates: number[], properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties }
}

/** Shows the members of a clicked group apart: their ground, or the zoom at which they open. */
export function openGroup(map: MapLibre, { properties, geometry }: Feature): void {
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
