// Which way does ground wind that somebody drew the wrong way round?
import { expect, it } from 'vitest'
import { type DrawnRows, shownFeatures } from '#geodata/analysis/stories/scene-features.ts'
import { MapScene } from '#geodata/contract/stories.ts'

const scene = MapScene.parse({
  kind: 'map',
  id: 'one',
  title: { zh: '一', en: 'One' },
  text: { zh: '', en: '' },
  bounds: [
    [0, 0],
    [10, 10],
  ],
  layers: ['parks', 'districts'],
})
const nothing: DrawnRows = {
  districts: [],
  basemap: [],
  roads: [],
  parks: [],
  'park-areas': [],
  companies: [],
  hubs: [],
  links: [],
}
/** A square of so many degrees from its south-western corner, drawn clockwise. */
const square = (west: number, south: number) => [
  [
    [west, south],
    [west, south + 1],
    [west + 1, south + 1],
    [west + 1, south],
    [west, south],
  ],
]
const district = (id: string, west: number, south: number) =>
  ({
    type: 'Feature',
    id,
    geometry: { type: 'Polygon', coordinates: square(west, south) },
    properties: { id, nameZh: id, nameEn: id, vintage: 2022, source: 'drawn' },
  }) as unknown as DrawnRows['districts'][number]

it('turns it counter-clockwise, and leaves out what lies beyond the bounds on any side', () => {
  const inside = district('inside', 9.5, 4)
  const beyond = [
    district('east', 10.1, 4),
    district('west', -1.1, 4),
    district('north', 4, 10.1),
    district('south', 4, -1.1),
  ]
  const shown = shownFeatures(scene, { ...nothing, districts: [inside, ...beyond] }, null, [])
  expect(shown).toEqual([
    {
      type: 'Feature',
      id: 'districts/inside',
      geometry: { type: 'MultiPolygon', coordinates: [[square(9.5, 4)[0]?.toReversed()]] },
      properties: {
        id: 'inside',
        layer: 'districts',
        nameZh: 'inside',
        nameEn: 'inside',
        vintage: 2022,
        source: 'drawn',
        date: '2022',
        precision: 'boundary',
        isSelected: false,
      },
    },
  ])
})
