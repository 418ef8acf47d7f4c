import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closedSearcher } from '#geodata/network/closed-searcher.ts'
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import { buildNetwork, type DirectedEdge, UNREACHED } from '#geodata/network/road-network.ts'
import { hierarchySearcher, plainSearcher, type Searcher } from '#geodata/network/searcher.ts'
import { anyTown } from '#tests/contracts/shortest-paths.ts'

const at = (node: number, costDeciseconds = 0) => ({ node, costDeciseconds, lengthMeters: 0 })

describe('roads of which some are closed', () => {
  it('cost what a plain search of the others says, on any town with any edges closed', () => {
    let hasGoneRound = 0
    const asked = anyTown.chain((drawn) =>
      fc.record({
        drawn: fc.constant(drawn),
        closed: fc.array(fc.nat(Math.max(0, drawn.edges.length - 1)), { maxLength: 3 }),
        places: fc.array(
          fc.array(
            fc
              .tuple(fc.nat(drawn.nodeCount - 1), fc.nat(900))
              .map(([node, cost]) => at(node, cost)),
            { minLength: 1, maxLength: 3 },
          ),
          { minLength: 1, maxLength: 6 },
        ),
      }),
    )
    fc.assert(
      fc.property(asked, ({ drawn, closed, places }) => {
        const edges: DirectedEdge[] = drawn.edges.map((edge) => ({ ...edge, lengthMeters: 1 }))
        const whole = hierarchySearcher(buildHierarchy(buildNetwork(drawn.nodeCount, edges)))
        const left = buildNetwork(
          drawn.nodeCount,
          edges.filter((_, index) => !closed.includes(index)),
        )
        const shut = [...new Set(closed)].flatMap((index) => edges[index] ?? [])
        const [found, plain] = [closedSearcher(whole, left, shut), plainSearcher(left)]
        const [half, rest] = [places.slice(0, 3), places.slice(2)]
        const told = found.matrix(half, rest).costDeciseconds
        expect([...told]).toEqual([...plain.matrix(half, rest).costDeciseconds])
        if (whole.matrix(half, rest).costDeciseconds.some((cost, cell) => cost !== told[cell])) {
          hasGoneRound += 1
        }
        for (const direction of ['outward', 'inward'] as const) {
          const costs = found.costs(places[0] ?? [], direction).costDeciseconds
          expect([...costs]).toEqual([...plain.costs(places[0] ?? [], direction).costDeciseconds])
        }
      }),
      { numRuns: 300 },
    )
    expect(hasGoneRound).toBeGreaterThan(10)
  })

  it('are searched anew only where a way may run over a closed edge', () => {
    // 0 → 1 → 2 and 3 → 4, the last alone: closing 0 → 1 leaves it as it is.
    const edge = (from: number, to: number, impedanceDeciseconds: number): DirectedEdge => {
      return { from, to, impedanceDeciseconds, lengthMeters: impedanceDeciseconds }
    }
    const edges = [edge(0, 1, 5), edge(1, 2, 5), edge(0, 2, 30), edge(3, 4, 7)]
    const open = hierarchySearcher(buildHierarchy(buildNetwork(5, edges)))
    const left = buildNetwork(5, edges.slice(1))
    const untouched: Searcher = closedSearcher(open, left, edges.slice(0, 1))
    const told = untouched.matrix([[at(0)], [at(3)]], [[at(2)], [at(4)]])
    expect([...told.costDeciseconds]).toEqual([30, UNREACHED, UNREACHED, 7])
    expect(told.lengthMeters[0]).toBe(30)
  })
})
