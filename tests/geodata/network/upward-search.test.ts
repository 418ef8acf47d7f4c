// Does a climb reach what it may, by the cheapest arcs, and forget the climb before?
import { describe, expect, it } from 'vitest'
import { NO_WAY } from '#geodata/network/contraction.ts'
import type { Hierarchy, HierarchyRows } from '#geodata/network/hierarchy.ts'
import { NO_PARENT, UpwardSearch } from '#geodata/network/upward-search.ts'

/** Arcs by the position they climb from. Node n stands at position n. */
function climbable(rows: [higher: number, impedance: number][][]) {
  const nodeCount = rows.length
  const arcs = rows.flat()
  const firstArc = new Uint32Array(nodeCount + 1)
  rows.forEach((row, position) => {
    firstArc[position + 1] = firstArc[position]! + row.length
  })
  const hierarchy = { nodeCount, positionOf: Uint32Array.from(rows.keys()) } as Hierarchy
  const up = {
    firstArc,
    arcs: Uint32Array.from(arcs.flat()),
    lengthMeters: Float64Array.from(arcs, ([, impedance]) => 2 * impedance),
  } as HierarchyRows
  return { hierarchy, up }
}

const at = (node: number, costDeciseconds = 0, lengthMeters = 2 * costDeciseconds) => ({
  node,
  costDeciseconds,
  lengthMeters,
})

//   2 ─10─ 1 ─30─ 0        2 ─40─ 0 as well, and 3 ─50─ 1
const hill = climbable([
  [],
  [[0, 30]],
  [
    [1, 10],
    [0, 40],
  ],
  [[1, 50]],
])

function climb(
  starts: ReturnType<typeof at>[],
  cutoff = NO_WAY,
  { hierarchy, up } = hill,
  search = new UpwardSearch(hierarchy.nodeCount),
) {
  search.run(hierarchy, up, starts, cutoff)
  const touched = [...search.touched.subarray(0, search.touchedCount)]
  const costs = [...search.cost].map((cost) => (cost === NO_WAY ? null : cost))
  return { search, costs, touched: touched.sort((a, b) => a - b) }
}

describe('a climb', () => {
  it('reaches what lies higher, and touches each position once', () => {
    expect(climb([at(2)])).toMatchObject({ costs: [40, 10, 0, null], touched: [0, 1, 2] })
    expect(climb([at(3)])).toMatchObject({ costs: [80, 50, null, 0], touched: [0, 1, 3] })
    expect(climb([at(2, 60), at(3, 5)]).costs).toEqual([85, 55, 60, 5])
  })

  it('keeps the first of equally cheap ways, with its length, and says where it came from', () => {
    const { search } = climb([at(2)])
    expect([...search.parent.subarray(0, 3)]).toEqual([2, 2, NO_PARENT])
    expect([...search.parentArc.subarray(0, 3)]).toEqual([2, 1, NO_PARENT])
    expect([...search.lengthMeters.subarray(0, 3)]).toEqual([80, 20, 0])
    expect(climb([at(1, 5, 3), at(1, 5, 8)]).search.lengthMeters[1]).toBe(3)
    expect(climb([at(1, 5, 3), at(1, 7, 8)]).search.lengthMeters[1]).toBe(3)
  })

  it('stops at the cutoff, which still counts as within', () => {
    expect(climb([at(2)], 40).costs).toEqual([40, 10, 0, null])
    expect(climb([at(2)], 39).costs).toEqual([null, 10, 0, null])
    expect(climb([at(2, 5)], 5).costs).toEqual([null, null, 5, null])
    expect(climb([at(2, 5)], 4).touched).toEqual([])
  })

  it('counts no further than a cost can be, whatever the cutoff', () => {
    const steep = climbable([[], [[0, 1]], [[1, NO_WAY - 1]]])
    expect(climb([at(2)], 0xffff_ffff, steep).costs).toEqual([null, NO_WAY - 1, 0])
    expect(climb([at(2, NO_WAY)], 0xffff_ffff, steep).touched).toEqual([])
  })

  it('forgets the climb before, a refused one too', () => {
    const { search } = climb([at(2)])
    expect(climb([at(1)], NO_WAY, hill, search)).toMatchObject({
      costs: [30, 0, null, null],
      touched: [0, 1],
    })
    expect(() => climb([at(2), at(4)], NO_WAY, hill, search)).toThrow('node 4')
    expect(climb([at(3)], NO_WAY, hill, search)).toMatchObject({
      costs: [80, 50, null, 0],
      touched: [0, 1, 3],
    })
  })
})
