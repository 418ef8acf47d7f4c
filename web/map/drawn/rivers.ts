// The schematic rivers and their names.
import type { Feature } from 'geojson'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { get, halo, text } from '#web/map/expressions.ts'
import { collect } from '#web/map/geojson.ts'
import { language } from '#web/messages/index.ts'
import { basemap } from '#web/state/region/lists.ts'

export const rivers: DrawnThing = {
  switchedBy: 'rivers',
  givesWayAs: 'rivers',
  sources: { rivers: riverFeatures },
  layers: (paint) => ({
    ground: [
      {
        id: 'river',
        type: 'line',
        source: 'rivers',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': paint('map-water'),
          'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1.6, 8, 4, 11, 8],
        },
      },
    ],
    names: [
      {
        id: 'river-label',
        type: 'symbol',
        source: 'rivers',
        layout: {
          ...text(get('name'), 12),
          'symbol-placement': 'line',
          'symbol-spacing': 420,
          'text-letter-spacing': 0.3,
        },
        paint: { 'text-color': paint('ink-3'), ...halo(paint) },
      },
    ],
  }),
  letters: () => basemap.value.map(({ properties }) => properties.nameZh ?? ''),
}

function riverFeatures() {
  return collect(
    basemap.value
      .filter((f) => f.properties.kind === 'river')
      .map((f) => ({
        ...f,
        properties: {
          name: language.value === 'en' ? (f.properties.nameEn ?? '') : (f.properties.nameZh ?? ''),
        },
      })) as Feature[],
  )
}
