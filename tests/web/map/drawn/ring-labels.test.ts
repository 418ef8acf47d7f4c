// Where do the minutes of a ring stand?
import { expect, it } from 'vitest'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { ringLabelFeatures } from '#web/map/drawn/rings.ts'

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

it('is the north of the outer ring that spans most ground, whatever holes and islands there are', () => {
  const winding = Array.from({ length: 40 }, (_, i) => [106.5 + (i % 2) / 100, 29.5 + i / 1000])
  const coordinates = [
    [box(108, 31, 108.1, 31.1)],
    [box(106, 29, 107, 30), [...winding, winding[0]]],
  ]
  const result = {
    features: [
      {
        type: 'Feature',
        geometry: { type: 'MultiPolygon', coordinates },
        properties: { cutoffMinutes: 60, areaSquareKilometers: 1 },
      },
    ],
  } as unknown as IsochroneResult
  const { features } = ringLabelFeatures(result)
  expect(features.map(({ geometry }) => geometry)).toEqual([
    { type: 'Point', coordinates: [107, 30] },
  ])
})
