// Where does each park stand at this zoom? At its place; where symbols would cover one another, a
// little aside, tied to the true place by a hairline.
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Map as MapLibre } from 'maplibre-gl'
import type { ParkThen } from '#geodata/analysis/shown/in-year.ts'
import { fromWorld, toWorld } from '#geodata/geometry/point-groups.ts'
import { spread } from '#geodata/geometry/spread.ts'
import { parkRadiusPixels } from '#web/map/symbols.ts'
import { parksThen } from '#web/state/region/year.ts'
import type { ParkSize } from '#web/state/view/park-size.ts'
import { view } from '#web/state/view/store.ts'

const TILE_PIXELS = 512
const GAP_PIXELS = 1.5
/** A symbol closer to its place than this needs no leader. */
const LEADER_FROM_PIXELS = 4
const VEHICLE_MASS = 6
/** Symbols stand anew when the zoom has changed by this much, and when it rests. */
export const RESTAND_ZOOM = 0.2

export type Standing = { lngLat: [number, number]; leader: [number, number][] | null }

const zoom = signal(0)
/** The zoom that symbols stand by: it follows the map in steps. */
export const standingZoom: ReadonlySignal<number> = zoom
/** The ground that is in sight, in shares of the world; null: there is no map yet. */
const sight = signal<{ west: number; north: number; east: number; south: number } | null>(null)
export const inSight: ReadonlySignal<typeof sight.value> = sight
/** Moved apart anew only when what stands there changes, not with everything the view holds. */
const size = computed(() => view.value.parkSize)
export const standings = computed(() => standingsOf(parksThen.value, size.value, zoom.value))

/** Lets the parks stand by the zoom of a map; returns what stops it. */
export function keepStandings(map: MapLibre): () => void {
  const onRest = () => {
    zoom.value = map.getZoom()
  }
  const onZoom = () => {
    if (Math.abs(map.getZoom() - zoom.peek()) > RESTAND_ZOOM) onRest()
  }
  const onStill = () => {
    const bounds = map.getBounds()
    const { x: west, y: north } = toWorld([bounds.getWest(), bounds.getNorth()])
    const { x: east, y: south } = toWorld([bounds.getEast(), bounds.getSouth()])
    sight.value = { west, north, east, south }
  }
  onRest()
  onStill()
  map.on('zoom', onZoom)
  map.on('zoomend', onRest)
  map.on('moveend', onStill)
  return () => {
    map.off('moveend', onStill)
    map.off('zoom', onZoom)
    map.off('zoomend', onRest)
  }
}

/** Per park id, where its symbol stands on a map at `zoom`. */
function standingsOf(
  parks: readonly ParkThen[],
  by: ParkSize,
  zoom: number,
): Map<string, Standing> {
  const worldPixels = TILE_PIXELS * 2 ** zoom
  const discs = parks.map((park) => {
    const { geometry, properties } = park
    const [lng = 0, lat = 0] = geometry.coordinates
    const { x, y } = toWorld([lng, lat])
    return {
      x: x * worldPixels,
      y: y * worldPixels,
      radius: parkRadiusPixels(park, by) + GAP_PIXELS,
      mass: properties.role === 'vehicle' ? VEHICLE_MASS : 1,
    }
  })
  const places = spread(discs)
  return new Map(
    parks.map(({ geometry, properties }, index) => {
      const [lng = 0, lat = 0] = geometry.coordinates
      const disc = discs[index]
      const place = places[index]
      if (!disc || !place) return [properties.id, { lngLat: [lng, lat], leader: null }]
      const away = Math.hypot(place.x - disc.x, place.y - disc.y)
      const at = fromWorld(place.x / worldPixels, place.y / worldPixels)
      const leader: [number, number][] | null = away > LEADER_FROM_PIXELS ? [[lng, lat], at] : null
      return [properties.id, { lngLat: at, leader }]
    }),
  )
}
