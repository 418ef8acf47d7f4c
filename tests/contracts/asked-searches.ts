// One question of the shortest-path contract, put to a search: what runs wherever the search does.
//
// Nothing of a test runner is imported here, so that a worker of a browser runs it as Node does.
import type { Costs, Start } from '#geodata/network/costs-from.ts'
import { buildNetwork, type DirectedEdge, UNREACHED } from '#geodata/network/road-network.ts'

export type Town = { nodeCount: number; edges: DirectedEdge[] }

/** The search under test: costs over these edges, outward from or inward to the starts. */
export type Search = (
  town: Town,
  starts: Start[],
  direction: 'outward' | 'inward',
  cutoffDeciseconds: number,
) => Costs

export type Question = {
  town: Town
  starts: Start[]
  direction: 'outward' | 'inward'
  cutoffDeciseconds: number
  /** Lengths stand where a node is reached; the others tell nothing. */
  reads: 'costs' | 'lengths'
}

/** One number a node, null where it is not reached. */
export type Answer = (number | null)[]

export function answerOf(
  search: Search,
  { town, starts, direction, cutoffDeciseconds, reads }: Question,
): Answer {
  const { costDeciseconds, lengthMeters } = search(town, starts, direction, cutoffDeciseconds)
  return Array.from(costDeciseconds, (cost, node) => {
    if (cost === UNREACHED) return null
    return reads === 'costs' ? cost : (lengthMeters[node] ?? null)
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
