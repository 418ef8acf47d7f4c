// Draws one way between two places on the map of the page, over the roads and under the places.
import { effect } from '@preact/signals'
import type { Feature } from 'geojson'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { mapOnPage } from '#web/map/current.ts'
import { type Paint, paintOf } from '#web/map/symbols.ts'

const SOURCE = 'window-route'
const BELOW = 'leader'

/** Draws what `features` returns, anew when it changes or the map is made anew; returns the stop. */
export function keepWindowRoute(features: () => Feature[]): () => void {
  let drawnOn: MapLibre | null = null
  const stop = effect(() => {
    const map = mapOnPage.value
    const drawn = features()
    if (!map) return
    drawnOn = map
    const data = { type: 'FeatureCollection' as const, features: drawn }
    const source = map.getSource<GeoJSONSource>(SOURCE)
    if (source) source.setData(data)
    else whenStyled(map, () => addLayers(map, paintOf(document.documentElement), features()))
  })
  return () => {
    stop()
    if (!drawnOn || drawnOn !== mapOnPage.peek()) return
    for (const id of ['window-route-casing', SOURCE]) {
      if (drawnOn.getLayer(id)) drawnOn.removeLayer(id)
    }
    if (drawnOn.getSource(SOURCE)) drawnOn.removeSource(SOURCE)
  }
}

/** A style takes layers only once it is read, which is before the map first rests. */
function whenStyled(map: MapLibre, act: () => void): void {
  map.once('idle', () => {
    if (mapOnPage.peek() === map && !map.getSource(SOURCE)) act()
  })
  map.triggerRepaint()
}

function addLayers(map: MapLibre, paint: Paint, features: Feature[]): void {
  map.addSource(SOURCE, { type: 'geojson', data: { type: 'FeatureCollection', features } })
  const below = map.getLayer(BELOW) ? BELOW : undefined
  const line = (id: string, colour: string, width: number) =>
    map.addLayer(
      {
        id,
        type: 'line',
        source: SOURCE,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': colour, 'line-width': width },
      },
      below,
    )
  line('window-route-casing', paint('map-land'), 7)
  line(SOURCE, paint('ink'), 3.5)
}
