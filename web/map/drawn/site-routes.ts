// By which roads does the open candidate reach its customers and its suppliers reach it?
//
// Ways to customers are dark and solid, those from suppliers thinner; the one pointed at stands out. The
// marks at their ends, with names and minutes, are those of the ranking.
import type { Feature } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { collect, line } from '#web/map/geojson.ts'
import { hovered } from '#web/state/answers/hover.ts'
import { routesShown } from '#web/state/view/freight.ts'

export const siteRoutes: DrawnThing = {
  sources: { 'site-route': () => collect(routeFeatures()) },
  layers: (paint) => ({
    marks: [
      routeLayer('site-route-casing', paint('map-focus'), 5, 3.6),
      routeLayer('site-route', paint('ink'), 2.4, 1.2),
    ],
  }),
}

function routeLayer(
  id: string,
  colour: string,
  ofCustomer: number,
  ofSupplier: number,
): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'site-route',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': [
        '+',
        ['case', ['get', 'strong'], 2, 0],
        ['match', ['get', 'role'], 'customer', ofCustomer, ofSupplier],
      ] as never,
    },
  }
}

/** Suppliers first: the ways to customers lie over theirs. */
export function routeFeatures(): Feature[] {
  const { customers = [], suppliers = [] } = routesShown.value ?? {}
  const drawn = (role: 'customer' | 'supplier') => (route: (typeof suppliers)[number]) =>
    route.line.length < 2
      ? []
      : [
          line(
            route.line.map((at) => [...at]),
            { id: route.id, role, strong: hovered.value?.id === route.id },
          ),
        ]
  return [...suppliers.flatMap(drawn('supplier')), ...customers.flatMap(drawn('customer'))]
}
