// The borders of districts, and the one around those in focus.

import { outlineOf } from '#geodata/geometry/outline.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { collect } from '#web/map/geojson.ts'
import { inFocus } from '#web/map/shapes/districts-drawn.ts'
import { districts } from '#web/state/region/lists.ts'

export const borders: DrawnThing = {
  switchedBy: 'districts',
  sources: { outline: outlineFeatures },
  layers: (paint) => ({
    ground: [
      {
        id: 'outline-band',
        type: 'line',
        source: 'outline',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': paint('map-border'),
          'line-width': ['interpolate', ['linear'], ['zoom'], 5, 4, 9, 14],
          'line-blur': ['interpolate', ['linear'], ['zoom'], 5, 3, 9, 9],
          'line-opacity': 0.2,
        },
      },
    ],
    borders: [
      {
        id: 'district-line',
        type: 'line',
        source: 'districts',
        paint: { 'line-color': paint('line-2'), 'line-width': 0.7, 'line-opacity': 0.8 },
      },
      {
        id: 'outline',
        type: 'line',
        source: 'outline',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': paint('map-border'),
          'line-width': 1.1,
          'line-dasharray': [7, 2.5, 1.2, 2.5],
        },
      },
    ],
  }),
}

function outlineFeatures() {
  const areas = districts.value.filter(inFocus).map(({ geometry }) => geometry)
  const coordinates = outlineOf(areas as never)
  return collect([
    { type: 'Feature', geometry: { type: 'MultiLineString', coordinates }, properties: {} },
  ])
}
