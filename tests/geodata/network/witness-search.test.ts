// Does a witness search find the way round a junction exactly when there is one?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LiveRows } from '#geodata/network/live-rows.ts'
import type { DirectedEdge } from '#geodata/network/road-network.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'
import { WitnessSearch } from '#geodata/network/witness-search.ts'
import { oracle } from '#tests/contracts/shortest-paths.ts'

const NODES = 9
const node = fc.nat(NODES - 1)
const anyEdge = fc.record({
  from: node,
  to: node,
  impedanceDeciseconds: fc.nat(20),
  lengthMeters: fc.constant(0),
})
const question = fc.record({
  from: node,
  avoided: node,
  targets: fc.uniqueArray(fc.tuple(node, fc.nat(60)), {
    selector: ([target]) => target,
    maxLength: 4,
  }),
})

/** One entry per neighbour, the first drawn. */
function rowsOf(edges: readonly DirectedEdge[]): { rows: LiveRows; kept: DirectedEdge[] } {
  const rows = new LiveRows(NODES, edges.length)
  const kept = edges.filter(({ from, to, impedanceDeciseconds }, arc) => {
    if (from === to || rows.find(from, to) >= 0) return false
    rows.add(from, to, impedanceDeciseconds, arc)
    return true
  })
  return { rows, kept }
}

function ask(
  search: WitnessSearch,
  rows: LiveRows,
  { from, avoided, targets }: { from: number; avoided: number; targets: [number, number][] },
  settledLimit: number,
) {
  for (const [target, allowed] of targets) search.addTarget(target, allowed)
  search.run(rows, from, avoided, settledLimit)
}

it('knows of a way within what is allowed exactly when there is one, question after question', () => {
  const questions = fc.array(question, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(anyEdge, { maxLength: 40 }), questions, (edges, asked) => {
      const { rows, kept } = rowsOf(edges)
      const search = new WitnessSearch(NODES)
      for (const one of asked.filter(({ from, avoided }) => from !== avoided)) {
        ask(search, rows, one, Number.POSITIVE_INFINITY)
        const start = [{ node: one.from, costDeciseconds: 0, lengthMeters: 0 }]
        const round = kept.filter(({ from, to }) => from !== one.avoided && to !== one.avoided)
        const truth = oracle({ nodeCount: NODES, edges: round }, start)
        for (const [target, allowed] of one.targets) {
          expect(search.cost[target]! <= allowed).toBe(truth[target]! <= allowed)
        }
        search.cost.forEach((cost, at) => {
          if (cost !== UNREACHED) expect(cost).toBeGreaterThanOrEqual(truth[at]!)
        })
      }
    }),
    { numRuns: 300 },
  )
})

const chain = rowsOf(
  [0, 1, 2, 3, 4].map((from) => ({ from, to: from + 1, impedanceDeciseconds: 2, lengthMeters: 0 })),
).rows

function costsAlongChain(target: [number, number], settledLimit: number): number[] {
  const search = new WitnessSearch(NODES)
  ask(search, chain, { from: 0, avoided: 8, targets: [target] }, settledLimit)
  return [...search.cost.subarray(0, 6)].map((cost) => (cost === UNREACHED ? -1 : cost))
}

it('gives up after the settled nodes it is granted', () => {
  expect(costsAlongChain([5, 99], 0)).toEqual([0, -1, -1, -1, -1, -1])
  expect(costsAlongChain([5, 99], 2)).toEqual([0, 2, 4, -1, -1, -1])
})

it('looks no further than the dearest target, and stops at the last one found', () => {
  expect(costsAlongChain([5, 6], 99)).toEqual([0, 2, 4, 6, -1, -1])
  expect(costsAlongChain([3, 99], 99)).toEqual([0, 2, 4, 6, -1, -1])
})
