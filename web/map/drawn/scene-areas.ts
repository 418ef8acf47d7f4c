// The ground of a scene by its score, under roads and names: one area per class of the legend.
import type { LayerSpecification } from 'maplibre-gl'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { get } from '#web/map/expressions.ts'
import { collect } from '#web/map/geojson.ts'
import { sceneShown } from '#web/state/answers/scene-shown.ts'

const SOURCE = 'scene-areas'
/** As the surface that siting draws. */
const OPACITY = 190 / 255
const CLASSES = [1, 2, 3, 4, 5] as const

export const sceneAreas: DrawnThing = {
  sources: {
    [SOURCE]: () =>
      collect(
        sceneShown.value.areas.map(({ scoreClass, polygons }) => ({
          type: 'Feature',
          geometry: { type: 'MultiPolygon', coordinates: polygons },
          properties: { tone: scoreClass === null ? 0 : scoreClass + 1 },
        })),
      ),
  },
  layers: (paint) => ({
    reach: [
      {
        ...FILL,
        id: 'scene-area',
        filter: ['>', get('tone'), 0],
        paint: {
          'fill-color': [
            'match',
            get('tone'),
            ...CLASSES.flatMap((tone) => [tone, paint(`score-${tone}`)]),
            paint('map-land'),
          ] as never,
          'fill-opacity': OPACITY,
          // Neighbours would both colour the line between them.
          'fill-antialias': false,
        },
      },
      {
        ...FILL,
        id: 'scene-area-unknown',
        filter: ['==', get('tone'), 0],
        paint: { 'fill-pattern': 'unknown' },
      },
    ] satisfies LayerSpecification[],
  }),
}

const FILL = { type: 'fill', source: SOURCE } as const
