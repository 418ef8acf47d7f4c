// By which roads does the open candidate reach its customers and its suppliers reach it?
//
// Ways to customers are dark and solid, those from suppliers thinner; the one pointed at stands out. The
// marks at their ends, with names and minutes, are those of the ranking.
import { effect } from '@preact/signals'
import type { Feature } from 'geojson'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { halo, text } from '#web/map/drawn/layers.ts'
import { HEAD_FONT } from '#web/map/fonts.ts'
import type { Paint } from '#web/map/symbols.ts'
import { hovered } from '#web/state/answers/hover.ts'
import { routesShown } from '#web/state/view/freight.ts'

const ID = 'site-route'

/** Keeps the routes below the marks; returns what stops it. */
export function keepSiteRoutes(map: MapLibre, paint: Paint): () => void {
  map.addSource(ID, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  const line = (id: string, colour: string, ofCustomer: number, ofSupplier: number) =>
    map.addLayer(
      {
        id,
        type: 'line',
        source: ID,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': colour,
          'line-width': [
            '+',
            ['case', ['get', 'strong'], 2, 0],
            ['match', ['get', 'role'], 'customer', ofCustomer, ofSupplier],
          ] as never,
        },
      },
      'partner-label',
    )
  line(`${ID}-casing`, paint('map-focus'), 5, 3.6)
  line(ID, paint('ink'), 2.4, 1.2)
  // The chosen one keeps its name beside those of its plants: the topmost labels are placed first.
  map.addLayer({
    id: `${ID}-name`,
    type: 'symbol',
    source: 'ranks',
    filter: ['==', ['get', 'selected'], true],
    layout: {
      ...text(['get', 'label'], 12.5, HEAD_FONT),
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 1.1,
      'text-justify': 'auto',
      'text-max-width': 12,
    },
    paint: { 'text-color': paint('ink'), ...halo(paint, 2) },
  })
  return effect(() => {
    const { customers = [], suppliers = [] } = routesShown.value ?? {}
    const drawn = (role: 'customer' | 'supplier') => (route: (typeof suppliers)[number]) =>
      route.line.length < 2 ? [] : [featureOf(route.id, role, route.line)]
    const features = [
      ...suppliers.flatMap(drawn('supplier')),
      ...customers.flatMap(drawn('customer')),
    ]
    // The minutes at the plants are what is asked for then: their labels are placed before the ranks'.
    map.moveLayer('partner-label', features.length > 0 ? 'rank-number' : 'partner')
    document.documentElement.dataset.mapIdle = 'false'
    map.getSource<GeoJSONSource>(ID)?.setData({ type: 'FeatureCollection', features })
  })
}

function featureOf(
  id: string,
  role: 'customer' | 'supplier',
  line: readonly (readonly [number, number])[],
): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: line.map((at) => [...at]) },
    properties: { id, role, strong: hovered.value?.id === id },
  }
}
