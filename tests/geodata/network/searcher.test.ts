import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Start } from '#geodata/network/costs-from.ts'
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import { buildNetwork, type RoadNetwork, UNREACHED } from '#geodata/network/road-network.ts'
import { hierarchySearcher, plainSearcher, type Searcher } from '#geodata/network/searcher.ts'
import { anyTown, oracle } from '#tests/contracts/shortest-paths.ts'

const at = (node: number, costDeciseconds = 0): Start => ({
  node,
  costDeciseconds,
  lengthMeters: 2 * costDeciseconds,
})

const SEARCHERS: [name: string, over: (network: RoadNetwork) => Searcher][] = [
  ['by the hierarchy', (network) => hierarchySearcher(buildHierarchy(network))],
  ['by the plain search', plainSearcher],
]

describe.each(SEARCHERS)('a searcher %s', (_, over) => {
  it('refuses places that are no nodes, at either end', () => {
    const searcher = over(buildNetwork(2, []))
    const [good, bad] = [[at(1)], [at(2)]]
    expect(() => searcher.costs(bad, 'outward')).toThrow('node 2')
    expect(() => searcher.matrix([bad], [good])).toThrow('node 2')
    expect(() => searcher.matrix([good], [bad])).toThrow('node 2')
    expect(() => searcher.path(bad, good)).toThrow('node 2')
    expect(() => searcher.path(good, bad)).toThrow('node 2')
  })

  it('agrees in its matrix and its paths with Bellman–Ford, on any town', () => {
    const town = anyTown.chain((drawn) => {
      const place = fc.array(
        fc.tuple(fc.nat(drawn.nodeCount - 1), fc.nat(900)).map(([node, cost]) => at(node, cost)),
        { minLength: 1, maxLength: 3 },
      )
      const places = fc.array(place, { minLength: 1, maxLength: 4 })
      return fc.record({ drawn: fc.constant(drawn), origins: places, destinations: places })
    })
    fc.assert(
      fc.property(town, ({ drawn, origins, destinations }) => {
        const edges = drawn.edges.map((edge) => ({
          ...edge,
          lengthMeters: 2 * edge.impedanceDeciseconds,
        }))
        const network = buildNetwork(drawn.nodeCount, edges)
        const searcher = over(network)
        const matrix = searcher.matrix(origins, destinations)
        origins.forEach((starts, row) => {
          const costs = oracle(drawn, starts)
          destinations.forEach((ends, column) => {
            const expected = Math.min(...ends.map((end) => costs[end.node]! + end.costDeciseconds))
            const cell = row * destinations.length + column
            const path = searcher.path(starts, ends)
            if (expected === Number.POSITIVE_INFINITY) {
              expect(matrix.costDeciseconds[cell]).toBe(UNREACHED)
              expect(path).toEqual({ kind: 'no-way' })
              return
            }
            expect(matrix.costDeciseconds[cell]).toBe(expected)
            expect(matrix.lengthMeters[cell]).toBe(2 * expected)
            if (path.kind !== 'path') throw new Error('There is a way, and no path was told.')
            expect([path.costDeciseconds, path.lengthMeters]).toEqual([expected, 2 * expected])
            expect(driven(network, path, starts, ends)).toBe(expected)
          })
        })
      }),
    )
  })
})

/** What the path costs edge by edge, from its start to its end. */
function driven(
  { outward }: RoadNetwork,
  path: { fromNode: number; toNode: number; edges: number[] },
  starts: Start[],
  ends: Start[],
): number {
  const least = (all: Start[], node: number) =>
    Math.min(...all.filter((one) => one.node === node).map((one) => one.costDeciseconds))
  let here = path.fromNode
  let cost = least(starts, here)
  for (const edge of path.edges) {
    expect(edge).toBeGreaterThanOrEqual(outward.firstEdge[here]!)
    expect(edge).toBeLessThan(outward.firstEdge[here + 1]!)
    cost += outward.impedanceDeciseconds[edge]!
    here = outward.neighbour[edge]!
  }
  expect(here).toBe(path.toNode)
  return cost + least(ends, here)
}
