// What every search over the road network must answer, held against a slow and obvious oracle.
//
// Each case draws questions and knows their answers by the oracle. Node draws anew in every run
// (`shortestPathSuite`); what is compared with a browser is drawn from a seed (`drawnQuestions`).
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Start } from '#geodata/network/costs-from.ts'
import { type DirectedEdge, UNREACHED } from '#geodata/network/road-network.ts'
import {
  type Answer,
  answerOf,
  type Question,
  type Search,
} from '#tests/contracts/asked-searches.ts'

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

type Case = {
  title: string
  runs: number
  asked: fc.Arbitrary<Question>
  expected: (question: Question) => Answer
}

const outwardCosts = { direction: 'outward', cutoffDeciseconds: NO_CUTOFF, reads: 'costs' } as const

const CASES: readonly Case[] = [
  {
    title: 'agrees with Bellman–Ford on any town',
    runs: 400,
    asked: anyTown.map((town) => ({ town, starts: town.starts, ...outwardCosts })),
    expected: ({ town, starts }) => reached(oracle(town, starts)),
  },
  {
    title: 'gets to a place inward as it would leave it over reversed streets',
    runs: 100,
    asked: anyTown.map((town) => ({
      ...{ town, starts: town.starts, ...outwardCosts, direction: 'inward' },
    })),
    expected: ({ town, starts }) => {
      const edges = town.edges.map((edge) => ({ ...edge, from: edge.to, to: edge.from }))
      return reached(oracle({ ...town, edges }, starts))
    },
  },
  {
    title: 'reaches exactly the places whose cost is within the cutoff',
    runs: 100,
    // Every second cutoff is exactly what one of the places costs.
    asked: fc
      .tuple(anyTown, fc.integer({ min: 0, max: 60_000 }), fc.boolean())
      .map(([town, cutoff, isExact]) => {
        const costs = oracle(town, town.starts).filter((cost) => cost <= NO_CUTOFF)
        const cutoffDeciseconds = isExact ? costs[cutoff % costs.length]! : cutoff
        return { town, starts: town.starts, ...outwardCosts, cutoffDeciseconds }
      }),
    expected: ({ town, starts, cutoffDeciseconds }) =>
      reached(oracle(town, starts), cutoffDeciseconds),
  },
  {
    title: 'reports the length of a path that costs what it says',
    runs: 100,
    // Twice as many meters as deciseconds everywhere: so every path is as long as it says.
    asked: anyTown.map((town) => ({
      town: {
        ...town,
        edges: town.edges.map((edge) => ({ ...edge, lengthMeters: edge.impedanceDeciseconds * 2 })),
      },
      starts: town.starts.map((start) => ({ ...start, lengthMeters: start.costDeciseconds * 2 })),
      ...outwardCosts,
      reads: 'lengths',
    })),
    expected: ({ town, starts }) => reached(oracle(town, starts)).map((cost) => cost && cost * 2),
  },
]

export function shortestPathSuite(search: Search): void {
  it.each(CASES)('$title', ({ runs, asked, expected }) => {
    fc.assert(
      fc.property(asked, (question) => {
        expect(answerOf(search, question)).toEqual(expected(question))
      }),
      { numRuns: runs },
    )
  })
}

/** The questions of every case, drawn from this seed, with what the oracle answers. */
export function drawnQuestions(seed: number): { question: Question; expected: Answer }[] {
  return CASES.flatMap(({ runs, asked, expected }) =>
    fc
      .sample(asked, { seed, numRuns: runs })
      .map((question) => ({ question, expected: expected(question) })),
  )
}

function reached(costs: number[], cutoffDeciseconds = NO_CUTOFF): Answer {
  return costs.map((cost) => (cost <= cutoffDeciseconds ? cost : null))
}
