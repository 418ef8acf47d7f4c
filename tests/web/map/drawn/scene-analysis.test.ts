// What the analysis of a scene draws: ground by its class, stretches under their numbers.
import { afterEach, expect, it } from 'vitest'
import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { sceneAreas } from '#web/map/drawn/scene-areas.ts'
import { sceneStretches } from '#web/map/drawn/scene-stretches.ts'
import type { Canvas, DrawnThing } from '#web/map/drawn-thing.ts'
import { NOTHING_SHOWN, sceneShown } from '#web/state/answers/scene-shown.ts'

const featuresOf = (thing: DrawnThing, source: string) =>
  thing.sources?.[source]?.({} as Canvas).features ?? []

afterEach(() => {
  sceneShown.value = NOTHING_SHOWN
})

it('gives ground the tone of its class, and none where it is unknown', () => {
  expect(featuresOf(sceneAreas, 'scene-areas')).toEqual([])
  const polygons: [number, number][][][] = [
    [
      [
        [106, 29],
        [107, 29],
        [107, 30],
        [106, 29],
      ],
    ],
  ]
  const areas = [0, 4, null].map((scoreClass) => ({ scoreClass, polygons }))
  sceneShown.value = { ...NOTHING_SHOWN, areas }
  const drawn = featuresOf(sceneAreas, 'scene-areas')
  expect(drawn.map(({ properties }) => properties?.tone)).toEqual([1, 5, 0])
  expect(drawn[0]?.geometry).toEqual({ type: 'MultiPolygon', coordinates: polygons })
  // The tones are those of the legend, in its order.
  const [filled] = sceneAreas.layers?.((name) => name).reach ?? []
  const colours = JSON.stringify(filled?.paint)
  for (const tone of [1, 2, 3, 4, 5]) expect(colours).toContain(`${tone},"score-${tone}"`)
})

it('numbers stretches in their order, each in the middle of its road', () => {
  const stretch = (id: string, line: [number, number][]) =>
    ({ id, line }) as unknown as DisruptionResult['links'][number]
  const stretches = [
    stretch('worst', [
      [106, 29],
      [106, 29.2],
      [106, 30],
    ]),
    stretch('next', [
      [107, 29],
      [108, 29],
    ]),
  ]
  sceneShown.value = { ...NOTHING_SHOWN, stretches }
  const lines = featuresOf(sceneStretches, 'scene-stretches')
  expect(lines.map(({ properties }) => properties?.id)).toEqual(['worst', 'next'])
  const numbers = featuresOf(sceneStretches, 'scene-stretch-numbers')
  expect(numbers.map(({ properties }) => properties?.text)).toEqual(['1', '2'])
  const [first] = numbers.map(({ geometry }) => (geometry as { coordinates: number[] }).coordinates)
  expect(first?.[1]).toBeCloseTo(29.5, 9)
})
