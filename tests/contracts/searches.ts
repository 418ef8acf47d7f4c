// Every search that the shortest-path contract is held against, by name; what runs in Node and in a browser alike.
import { NO_WAY } from '#geodata/network/contraction.ts'
import { costsFrom, emptyCosts, type Start } from '#geodata/network/costs-from.ts'
import { Frontier } from '#geodata/network/frontier.ts'
import { buildHierarchy, type Hierarchy } from '#geodata/network/hierarchy.ts'
import {
  restrictedMachine,
  restrictTo,
  sweepRestricted,
} from '#geodata/network/restricted-sweep.ts'
import { type RoadNetwork, UNREACHED } from '#geodata/network/road-network.ts'
import { hierarchySearcher, plainSearcher, type Searcher } from '#geodata/network/searcher.ts'
import {
  costsBySweep,
  emptySlots,
  readLane,
  type SweepSlots,
  sweep,
} from '#geodata/network/sweep.ts'
import { UpwardSearch } from '#geodata/network/upward-search.ts'
import { overRows, type Search } from '#tests/contracts/asked-searches.ts'

const at = (node: number): Start => ({ node, costDeciseconds: 0, lengthMeters: 0 })

export const SEARCHES: Readonly<Record<string, Search>> = {
  'the plain search': overRows((network, starts, direction, cutoff) =>
    costsFrom(network[direction], starts, cutoff),
  ),
  'the plain search with a lent frontier and slots': plainOverLent(),
  'a searcher by the plain search': searched(plainSearcher),
  'a searcher by the hierarchy': searched((network) => hierarchySearcher(buildHierarchy(network))),
  ...named(
    [0, 1, 64],
    (limit) => `a hierarchy whose witness searches settle ${limit} nodes`,
    (limit) =>
      overRows((network, starts, direction, cutoff) =>
        costsBySweep(buildHierarchy(network, limit), direction, starts, cutoff),
      ),
  ),
  'a sweep over lent arrays full of another answer': sweptOverLent(),
  ...named(
    [1, 4, 8, 12, 16],
    (lanes) => `the last of ${lanes} lanes in WebAssembly`,
    (lanes) => lastLane(lanes, (hierarchy) => usedSlots(hierarchy, lanes, true)),
  ),
  ...named(
    [5, 8],
    (lanes) => `the last of ${lanes} lanes in plain loops`,
    (lanes) =>
      lastLane(lanes, (hierarchy) =>
        emptySlots(hierarchy, { lanes, withLength: true, plain: true }),
      ),
  ),
  ...named(
    [3, 4],
    (lanes) => `a restricted sweep in ${lanes} lanes to every second node, then the rest`,
    restricted,
  ),
}

function named(
  of: readonly number[],
  name: (one: number) => string,
  search: (one: number) => Search,
): Record<string, Search> {
  return Object.fromEntries(of.map((one) => [name(one), search(one)]))
}

function plainOverLent(): Search {
  const frontier = new Frontier()
  return overRows((network, starts, direction, cutoff) => {
    const costs = emptyCosts(network[direction])
    costs.costDeciseconds.fill(7)
    frontier.push(3, 0)
    return costsFrom(network[direction], starts, cutoff, { costs, frontier })
  })
}

function searched(over: (network: RoadNetwork) => Searcher): Search {
  return overRows((network, starts, direction, cutoff) => {
    const searcher = over(network)
    // What a call before left behind must not matter.
    searcher.costs([{ node: 0, costDeciseconds: 5, lengthMeters: 5 }], direction)
    const costs = searcher.costs(starts, direction)
    costs.costDeciseconds.forEach((cost, node) => {
      if (cost > cutoff) costs.costDeciseconds[node] = UNREACHED
    })
    return costs
  })
}

function sweptOverLent(): Search {
  return overRows((network, starts, direction, cutoff) => {
    const hierarchy = buildHierarchy(network)
    const slots = emptySlots(hierarchy, { withLength: true })
    const costs = emptyCosts(network.outward)
    const lent = { slots, costs }
    const elsewhere = [{ node: network.nodeCount - 1, costDeciseconds: 1, lengthMeters: 5 }]
    costsBySweep(hierarchy, 'outward', elsewhere, undefined, lent)
    return costsBySweep(hierarchy, direction, starts, cutoff, lent)
  })
}

/** Slots swept by WebAssembly, full of the answer to another question. */
export function usedSlots(hierarchy: Hierarchy, lanes: number, withLength: boolean): SweepSlots {
  const slots = emptySlots(hierarchy, { lanes, withLength })
  if (slots.machine.kind !== 'wasm') throw new Error(`${lanes} lanes are swept by plain loops.`)
  const everywhere = Array.from({ length: lanes }, (_, lane) => [at(lane % hierarchy.nodeCount)])
  sweep(hierarchy, 'inward', everywhere, slots)
  return slots
}

function lastLane(lanes: number, slotsOf: (hierarchy: Hierarchy) => SweepSlots): Search {
  return overRows((network, starts, direction, cutoff) => {
    const hierarchy = buildHierarchy(network)
    const slots = slotsOf(hierarchy)
    const others = Array.from({ length: lanes - 1 }, (_, lane) => [
      at((3 * lane) % network.nodeCount),
    ])
    sweep(hierarchy, direction, [...others, starts], slots)
    const costs = emptyCosts(network.outward)
    readLane(hierarchy, slots, lanes - 1, cutoff, costs)
    return costs
  })
}

function restricted(lanes: number): Search {
  return overRows((network, starts, direction, cutoff) => {
    const hierarchy = buildHierarchy(network)
    const costs = emptyCosts(network.outward)
    costs.costDeciseconds.fill(UNREACHED)
    for (const parity of [0, 1]) {
      const targets = Array.from(costs.costDeciseconds.keys()).filter((n) => n % 2 === parity)
      const restriction = restrictTo(hierarchy, direction, [...targets, ...targets])
      const machine = restrictedMachine(restriction, { lanes, withLength: true })
      const climb = new UpwardSearch(network.nodeCount)
      sweepRestricted(hierarchy, restriction, [[at(0)], starts], { climb, machine })
      for (const target of targets) {
        const slot = lanes * restriction.rowOf[hierarchy.positionOf[target]!]! + 1
        const cost = machine.costDeciseconds[slot]!
        costs.costDeciseconds[target] = cost < NO_WAY && cost <= cutoff ? cost : UNREACHED
        costs.lengthMeters[target] = machine.lengthMeters![slot]!
      }
    }
    return costs
  })
}
