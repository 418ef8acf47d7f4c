// Which thing is under the pointer, and which thing that a list points at is here? One and the same.
import { effect } from '@preact/signals'
import type { Feature } from 'geojson'
import type { GeoJSONSource, MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl'
import { CLICKED } from '#web/map/drawn/layers.ts'
import type { Paint } from '#web/map/symbols.ts'
import { hovered, restOn, type Thing } from '#web/state/answers/hover.ts'
import { companies, hubs } from '#web/state/region/lists.ts'

const RING = 'hovered'

/** What a drawn feature stands for; null: nothing that has a name. */
function thingOf({ layer, properties }: MapGeoJSONFeature): Thing | null {
  const clicked = CLICKED.find(([id]) => id === layer.id)
  const id = clicked && properties[clicked[2]]
  return clicked && id ? { collection: clicked[1], id: String(id) } : null
}

/** Tells what the pointer is over. */
export function hoverOn(feature: MapGeoJSONFeature | undefined): void {
  restOn(feature ? thingOf(feature) : null)
}

/** Keeps a ring around the hovered park, firm or hub; returns what stops it. */
export function keepHovered(map: MapLibre, paint: Paint): () => void {
  const ring = {
    'circle-color': paint('map-focus'),
    'circle-opacity': 0,
    'circle-stroke-color': paint('ink'),
    'circle-stroke-width': 1.6,
  }
  map.addSource(RING, { type: 'geojson', data: collected([]) })
  map.addLayer({ id: RING, type: 'circle', source: RING, paint: { ...ring, 'circle-radius': 10 } })
  map.addLayer({
    id: 'park-hovered',
    type: 'circle',
    source: 'parks',
    filter: isId(''),
    paint: { ...ring, 'circle-radius': ['get', 'selectedRadius'] as never },
  })
  return effect(() => {
    const thing = hovered.value
    map.setFilter('park-hovered', isId(thing?.collection === 'parks' ? thing.id : ''))
    map.getSource<GeoJSONSource>(RING)?.setData(collected(placeOf(thing)))
  })
}

const isId = (id: string) => ['==', ['get', 'id'], id] as never

function placeOf(thing: Thing | null): Feature[] {
  const lists = { companies: companies.value, hubs: hubs.value }
  const list = thing && lists[thing.collection as keyof typeof lists]
  const found = list?.find(({ properties }) => properties.id === thing?.id)
  return found?.geometry
    ? [{ type: 'Feature', geometry: found.geometry as never, properties: {} }]
    : []
}

function collected(features: Feature[]) {
  return { type: 'FeatureCollection' as const, features }
}
