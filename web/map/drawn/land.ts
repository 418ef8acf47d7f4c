// The sea and the land of the neighbouring provinces: what everything else lies on.
import type { Feature } from 'geojson'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { collect } from '#web/map/geojson.ts'
import { basemap } from '#web/state/region/lists.ts'

export const land: DrawnThing = {
  sources: {
    land: () => collect(basemap.value.filter((f) => f.properties.kind === 'land') as Feature[]),
  },
  layers: (paint) => ({
    ground: [
      { id: 'sea', type: 'background', paint: { 'background-color': paint('map-sea') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': paint('map-land') } },
    ],
  }),
}
