// What every search over the road network must answer, held against a slow and obvious oracle.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Costs, Start } from '#geodata/network/costs-from.ts'
import { buildNetwork, type DirectedEdge, UNREACHED } from '#geodata/network/road-network.ts'

/** The search under test: costs over these edges, outward from or inward to the starts. */
export type Search = (
  town: { nodeCount: number; edges: DirectedEdge[] },
  starts: Start[],
  direction: 'outward' | 'inward',
  cutoffDeciseconds: number,
) => Costs

const NO_CUTOFF = UNREACHED - 1

export const anyTown = fc.integer({ min: 1, max: 24 }).chain((nodeCount) => {
  const node = fc.integer({ min: 0, max: nodeCount - 1 })
  const edge = fc.record({
    from: node,
    to: node,
    impedanceDeciseconds: fc.oneof(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 90_000 }),
    ),
    lengthMeters: fc.integer({ min: 0, max: 50_000 }),
  })
  const start = fc.record({
    node,
    costDeciseconds: fc.integer({ min: 0, max: 9000 }),
    lengthMeters: fc.constant(0),
  })
  return fc.record({
    nodeCount: fc.constant(nodeCount),
    edges: fc.array(edge, { maxLength: 80 }),
    starts: fc.array(start, { minLength: 1, maxLength: 4 }),
  })
})

/** Bellman–Ford: relaxes every edge until nothing gets cheaper. */
export function oracle(
  { nodeCount, edges }: { nodeCount: number; edges: DirectedEdge[] },
  starts: Start[],
): number[] {
  const costs = new Array<number>(nodeCount).fill(Number.POSITIVE_INFINITY)
  for (const { node, costDeciseconds } of starts)
    costs[node] = Math.min(costs[node]!, costDeciseconds)
  for (let changed = true; changed; ) {
    changed = false
    for (const { from, to, impedanceDeciseconds } of edges) {
      if (costs[from]! + impedanceDeciseconds >= costs[to]!) continue
      costs[to] = costs[from]! + impedanceDeciseconds
      changed = true
    }
  }
  return costs
}

export function shortestPathSuite(search: Search): void {
  it('agrees with Bellman–Ford on any town', () => {
    fc.assert(
      fc.property(anyTown, (town) => {
        const { costDeciseconds } = search(town, town.starts, 'outward', NO_CUTOFF)
        expect(asNumbers(costDeciseconds)).toEqual(oracle(town, town.starts))
      }),
      { numRuns: 400 },
    )
  })

  it('gets to a place inward as it would leave it over reversed streets', () => {
    fc.assert(
      fc.property(anyTown, (town) => {
        const { costDeciseconds } = search(town, town.starts, 'inward', NO_CUTOFF)
        const edges = town.edges.map((edge) => ({ ...edge, from: edge.to, to: edge.from }))
        expect(asNumbers(costDeciseconds)).toEqual(oracle({ ...town, edges }, town.starts))
      }),
    )
  })

  it('reaches exactly the places whose cost is within the cutoff', () => {
    fc.assert(
      fc.property(anyTown, fc.integer({ min: 0, max: 60_000 }), (town, cutoff) => {
        const { costDeciseconds } = search(town, town.starts, 'outward', cutoff)
        const expected = oracle(town, town.starts).map((cost) => (cost <= cutoff ? cost : Infinity))
        expect(asNumbers(costDeciseconds)).toEqual(expected)
      }),
    )
  })

  it('reports the length of a path that costs what it says', () => {
    fc.assert(
      fc.property(anyTown, (town) => {
        const edges = town.edges.map((edge) => ({
          ...edge,
          lengthMeters: edge.impedanceDeciseconds * 2,
        }))
        const starts = town.starts.map((start) => ({
          ...start,
          lengthMeters: start.costDeciseconds * 2,
        }))
        const costs = search({ ...town, edges }, starts, 'outward', NO_CUTOFF)
        costs.costDeciseconds.forEach((cost, node) => {
          if (cost !== UNREACHED) expect(costs.lengthMeters[node]).toBe(cost * 2)
        })
      }),
    )
  })
}

/** The search over rows built by `buildNetwork`. */
export function overRows(
  run: (
    network: ReturnType<typeof buildNetwork>,
    starts: Start[],
    direction: 'outward' | 'inward',
    cutoff: number,
  ) => Costs,
): Search {
  return ({ nodeCount, edges }, starts, direction, cutoff) =>
    run(buildNetwork(nodeCount, edges), starts, direction, cutoff)
}

function asNumbers(costDeciseconds: Uint32Array): number[] {
  return Array.from(costDeciseconds, (cost) => (cost === UNREACHED ? Infinity : cost))
}
