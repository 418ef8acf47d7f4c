// The way between the site and the plant of one window, over the roads and under the places.
import type { LayerSpecification } from 'maplibre-gl'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { collect, line } from '#web/map/geojson.ts'
import { windowRoute as shown } from '#web/state/answers/window-route.ts'

export const windowRoute: DrawnThing = {
  sources: {
    'window-route': () =>
      collect(
        shown.value
          ? [
              line(
                shown.value.map(([lng, lat]) => [lng, lat]),
                {},
              ),
            ]
          : [],
      ),
  },
  layers: (paint) => ({
    marks: [
      lineLayer('window-route-casing', paint('map-land'), 7),
      lineLayer('window-route', paint('ink'), 3.5),
    ],
  }),
}

function lineLayer(id: string, colour: string, width: number): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'window-route',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width },
  }
}
