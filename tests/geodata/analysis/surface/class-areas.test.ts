// Is the ground of a class that of its cells, no more and no less?
import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js'
import { expect, it } from 'vitest'
import { classAreas } from '#geodata/analysis/surface/class-areas.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { classRange } from '#geodata/model/score-classes.ts'

const middle = latLngToCell(29.5, 106.5, 7)
const cells = gridDisk(middle, 3)
const centreOf = (cell: string): [number, number] => {
  const [lat, lng] = cellToLatLng(cell)
  return [lng, lat]
}

it('holds the centre of each of its cells, and of no other', () => {
  // An unknown cell amid others is a hole of their ground; 20 is of the second class.
  const scores = cells.map((cell, index) => (cell === middle ? null : (index * 7) % 41))
  const areas = classAreas({ cells, scores })
  expect(areas.map(({ scoreClass }) => scoreClass)).toEqual([0, 1, 2, null])
  for (const [index, cell] of cells.entries()) {
    const score = scores[index] ?? null
    const expected = score === null ? null : score < 20 ? 0 : score < 35 ? 1 : 2
    const holding = areas.filter(({ polygons }) => insideArea(centreOf(cell), polygons))
    expect(holding.map(({ scoreClass }) => scoreClass)).toEqual([expected])
  }
})

it('is one outline where all cells are alike, without the lines between them', () => {
  const [area, ...more] = classAreas({ cells, scores: cells.map(() => 100) })
  expect(more).toEqual([])
  expect(area?.scoreClass).toBe(4)
  expect(area?.polygons).toHaveLength(1)
  expect(area?.polygons[0]).toHaveLength(1)
  // Around three rings of hexagons: 6 × 7 corners, and the first again.
  expect(area?.polygons[0]?.[0]).toHaveLength(43)
  expect(classRange(4)).toBe('65–100')
  expect(classRange(0)).toBe('0–20')
})
