// The names of districts and cities, but for those that a cable names already.

import { cablesShown } from '#web/map/drawn/cable-layers.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { get, halo, text } from '#web/map/expressions.ts'
import { collect, point } from '#web/map/geojson.ts'
import { isDrawn } from '#web/map/shapes/districts-drawn.ts'
import { nameOf } from '#web/messages/index.ts'
import { districts } from '#web/state/region/lists.ts'

export const districtNames: DrawnThing = {
  switchedBy: 'districts',
  sources: { labels: nameFeatures },
  layers: (paint) => ({
    names: [
      {
        id: 'district-label',
        type: 'symbol',
        source: 'labels',
        minzoom: 6.6,
        layout: { ...text(get('name'), 11), 'text-padding': 6 },
        paint: { 'text-color': paint('map-label'), ...halo(paint) },
      },
    ],
  }),
  letters: () =>
    districts.value.map(({ properties: { nameZh, nameEn } }) => nameZh + (nameEn ?? '')),
}

function nameFeatures() {
  const named = new Set(cablesShown.value.map(({ pair }) => pair.split('-')[1] ?? ''))
  return collect(
    districts.value
      .filter((district) => isDrawn(district) && !named.has(district.properties.adcode))
      .map(({ properties }) =>
        point([properties.labelLng, properties.labelLat], { name: nameOf(properties) }),
      ),
  )
}
