// Parks whose ground somebody has drawn: areas with a hard edge, in the colour of their first system.
import { effect } from '@preact/signals'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { type Paint, systemColour } from '#web/map/symbols.ts'
import { parkAreas, parks } from '#web/state/region/lists.ts'

export const PARK_AREA_LAYERS = ['park-area', 'park-area-edge']
/** Areas lie on the ground: below everything that stands for one place. */
const BELOW = 'disc'

/** Adds the areas to the map and keeps them; returns what stops it. */
export function keepParkAreas(map: MapLibre, paint: Paint): () => void {
  const empty = { type: 'FeatureCollection' as const, features: [] }
  map.addSource('park-areas', { type: 'geojson', data: empty })
  const before = map.getLayer(BELOW) ? BELOW : undefined
  map.addLayer(
    {
      id: 'park-area',
      type: 'fill',
      source: 'park-areas',
      paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': 0.14 },
    },
    before,
  )
  map.addLayer(
    {
      id: 'park-area-edge',
      type: 'line',
      source: 'park-areas',
      paint: { 'line-color': ['get', 'colour'], 'line-width': 1.6 },
    },
    before,
  )
  return effect(() => {
    const systemOf = new Map(
      parks.value.map(({ properties }) => [properties.id, properties.systems[0]]),
    )
    const features = parkAreas.value.map(({ geometry, properties: { parkId } }) => ({
      type: 'Feature' as const,
      geometry: geometry as never,
      properties: { colour: systemColour(systemOf.get(parkId ?? '') ?? 'traditional', paint) },
    }))
    map.getSource<GeoJSONSource>('park-areas')?.setData({ type: 'FeatureCollection', features })
  })
}
