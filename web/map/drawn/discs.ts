// How exactly is the place of a park known? Soft discs in ground units for towns and districts.
import { discAround } from '#geodata/geometry/disc.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { get } from '#web/map/expressions.ts'
import { area, collect } from '#web/map/geojson.ts'
import { type Paint, systemColour } from '#web/map/symbols.ts'
import { parks } from '#web/state/region/lists.ts'

/** Discs within a disc: together they fade towards the edge. */
const DISC_STEPS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3]

export const discs: DrawnThing = {
  switchedBy: 'precision',
  shownFor: ['layout'],
  sources: { discs: ({ paint }) => discFeatures(paint) },
  layers: () => ({
    areas: [
      {
        id: 'disc',
        type: 'fill',
        source: 'discs',
        paint: {
          'fill-color': get('colour') as never,
          'fill-opacity': 0.026,
          'fill-antialias': false,
        },
      },
    ],
  }),
}

function discFeatures(paint: Paint) {
  return collect(
    parks.value
      .filter(({ properties }) => ['town', 'district'].includes(properties.coordPrecision))
      .flatMap((park) => {
        const [lng = 0, lat = 0] = park.geometry.coordinates
        const radius = park.properties.precisionRadiusKilometers ?? 0
        const colour = systemColour(park.properties.systems[0] ?? 'traditional', paint)
        return DISC_STEPS.map((share) => area(discAround([lng, lat], radius * share), { colour }))
      }),
  )
}
