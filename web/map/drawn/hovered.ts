// A ring around the park, firm or hub that the pointer or a list points at.
import { effect } from '@preact/signals'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { is } from '#web/map/expressions.ts'
import { collect } from '#web/map/geojson.ts'
import type { Paint } from '#web/map/symbols.ts'
import { hovered as pointedAt } from '#web/state/answers/hover.ts'
import { firmOf } from '#web/state/region/firms.ts'
import { hubs } from '#web/state/region/lists.ts'

const ringPaint = (paint: Paint) => ({
  'circle-color': paint('map-focus'),
  'circle-opacity': 0,
  'circle-stroke-color': paint('ink'),
  'circle-stroke-width': 1.6,
})

export const hovered: DrawnThing = {
  sources: { hovered: placeFeatures },
  layers: (paint) => ({
    top: [
      {
        id: 'hovered',
        type: 'circle',
        source: 'hovered',
        paint: { ...ringPaint(paint), 'circle-radius': 10 },
      },
      {
        // Parks stand aside at times: the ring stands where their symbols do.
        id: 'park-hovered',
        type: 'circle',
        source: 'parks',
        filter: is('id', ''),
        paint: { ...ringPaint(paint), 'circle-radius': ['get', 'selectedRadius'] as never },
      },
    ],
  }),
  keep: ({ map }) =>
    effect(() => {
      const { collection, id } = pointedAt.value ?? {}
      map.setFilter('park-hovered', is('id', collection === 'parks' ? id : ''))
    }),
}

function placeFeatures() {
  const { collection, id } = pointedAt.value ?? {}
  const found =
    collection === 'companies'
      ? firmOf(id)
      : collection === 'hubs'
        ? hubs.value.find(({ properties }) => properties.id === id)
        : undefined
  return collect(
    found?.geometry ? [{ type: 'Feature', geometry: found.geometry as never, properties: {} }] : [],
  )
}
