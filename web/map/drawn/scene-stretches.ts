// The stretches of road of a scene whose closing costs most, each under its number.
import type { Feature } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { middleOf } from '#geodata/geometry/middle.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { get, text } from '#web/map/expressions.ts'
import { HEAD_FONT } from '#web/map/fonts.ts'
import { collect, line, point } from '#web/map/geojson.ts'
import { sceneShown } from '#web/state/answers/scene-shown.ts'

const LINES = 'scene-stretches'
const NUMBERS = 'scene-stretch-numbers'

export const sceneStretches: DrawnThing = {
  sources: {
    [LINES]: () => collect(stretchLines()),
    [NUMBERS]: () => collect(stretchNumbers()),
  },
  layers: (paint) => ({
    links: [
      lineLayer('scene-stretch-casing', paint('map-focus'), 8),
      lineLayer('scene-stretch', paint('bad'), 4),
    ],
    answers: [
      {
        id: 'scene-stretch-mark',
        type: 'circle',
        source: NUMBERS,
        layout: { 'circle-sort-key': ['-', 0, get('order')] as never },
        paint: {
          'circle-radius': 9.5,
          'circle-color': paint('bad'),
          'circle-stroke-color': paint('map-focus'),
          'circle-stroke-width': 1.6,
        },
      },
      {
        id: 'scene-stretch-number',
        type: 'symbol',
        source: NUMBERS,
        layout: {
          ...text(get('text'), 11, HEAD_FONT),
          'text-allow-overlap': true,
          'text-padding': 4,
        },
        paint: { 'text-color': paint('on-ink') },
      },
    ],
  }),
}

function lineLayer(id: string, colour: string, width: number): LayerSpecification {
  return {
    id,
    type: 'line',
    source: LINES,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width },
  }
}

function stretchLines(): Feature[] {
  return sceneShown.value.stretches.map(({ id, line: places }) =>
    line(
      places.map((at) => [...at]),
      { id },
    ),
  )
}

/** The one that costs most lies on top. */
function stretchNumbers(): Feature[] {
  return sceneShown.value.stretches.map(({ id, line: places }, index) =>
    point([...middleOf(places)], { id, text: String(index + 1), order: index }),
  )
}
