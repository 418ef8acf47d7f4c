// The outline in which candidates lie, where the asker has drawn one.
import { effect } from '@preact/signals'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { drawing } from '#web/map/current.ts'
import type { Paint } from '#web/map/symbols.ts'
import { view } from '#web/state/view/store.ts'

const ID = 'ask-area'

/** Keeps the outline on the map while siting is asked; returns what stops it. */
export function keepAskArea(map: MapLibre, paint: Paint): () => void {
  map.addSource(ID, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  map.addLayer({
    id: ID,
    type: 'line',
    source: ID,
    paint: { 'line-color': paint('ink'), 'line-width': 1.6, 'line-dasharray': [3, 2] },
  })
  return effect(() => {
    const { workspace, ask } = view.value
    const isShown = workspace === 'site' && ask.area !== null && !drawing.value
    const coordinates = (ask.area ?? []).map(([lng, lat]) => [lng, lat])
    map.getSource<GeoJSONSource>(ID)?.setData({
      type: 'FeatureCollection',
      features: isShown
        ? [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }]
        : [],
    })
  })
}
