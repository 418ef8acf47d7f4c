// Parks whose ground a user has drawn: areas with a hard edge, in the colour of their first system.
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { get } from '#web/map/expressions.ts'
import { collect } from '#web/map/geojson.ts'
import { type Paint, systemColour } from '#web/map/symbols.ts'
import { parkAreas as areaList, parks } from '#web/state/region/lists.ts'

export const parkAreas: DrawnThing = {
  switchedBy: 'parks',
  sources: { 'park-areas': ({ paint }) => areaFeatures(paint) },
  layers: () => ({
    areas: [
      {
        id: 'park-area',
        type: 'fill',
        source: 'park-areas',
        paint: { 'fill-color': get('colour') as never, 'fill-opacity': 0.14 },
      },
      {
        id: 'park-area-edge',
        type: 'line',
        source: 'park-areas',
        paint: { 'line-color': get('colour') as never, 'line-width': 1.6 },
      },
    ],
  }),
}

function areaFeatures(paint: Paint) {
  const systems = new Map(
    parks.value.map(({ properties }) => [properties.id, properties.systems[0]]),
  )
  return collect(
    areaList.value.map(({ geometry, properties: { parkId } }) => ({
      type: 'Feature' as const,
      geometry: geometry as never,
      properties: { colour: systemColour(systems.get(parkId ?? '') ?? 'traditional', paint) },
    })),
  )
}
