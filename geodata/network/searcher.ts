// Who answers what the roads cost: the hierarchy, or the plain search where it does not hold?
//
// Both answer alike, to the decisecond. A searcher lends its own memory from call to call, so one
// runs one search at a time.
import { type CheapestPath, cheapestPath, emptyClimbs } from '#geodata/network/cheapest-path.ts'
import { type CostMatrix, costMatrix } from '#geodata/network/cost-matrix.ts'
import {
  type Costs,
  checkStart,
  costsFrom,
  emptyCosts,
  type Start,
} from '#geodata/network/costs-from.ts'
import { Frontier } from '#geodata/network/frontier.ts'
import type { Direction, Hierarchy } from '#geodata/network/hierarchy.ts'
import { plainPath } from '#geodata/network/plain-path.ts'
import { type RoadNetwork, UNREACHED } from '#geodata/network/road-network.ts'
import { costsBySweep, emptySlots } from '#geodata/network/sweep.ts'

type Places = readonly (readonly Start[])[]

export type Searcher = {
  /** Costs of every node from the starts (outward) or to them (inward), in arrays of their own. */
  costs: (starts: readonly Start[], direction: Direction) => Costs
  /** Row-major, origins × destinations. All throw when a place names no node. */
  matrix: (origins: Places, destinations: Places) => CostMatrix
  path: (starts: readonly Start[], ends: readonly Start[]) => CheapestPath
}

export function hierarchySearcher(hierarchy: Hierarchy): Searcher {
  const slots = emptySlots(hierarchy, { withLength: true })
  const climbs = emptyClimbs(hierarchy)
  return {
    costs: (starts, direction) => costsBySweep(hierarchy, direction, starts, undefined, { slots }),
    matrix: (origins, destinations) => costMatrix(hierarchy, origins, destinations, slots.climb),
    path: (starts, ends) => cheapestPath(hierarchy, starts, ends, climbs),
  }
}

export function plainSearcher(network: RoadNetwork): Searcher {
  const frontier = new Frontier()
  const costs = emptyCosts(network.outward)
  return {
    costs: (starts, direction) => costsFrom(network[direction], starts, undefined, { frontier }),
    matrix: (origins, destinations) => {
      for (const end of [...origins, ...destinations].flat()) checkStart(end, network.nodeCount)
      const cellCount = origins.length * destinations.length
      const matrix: CostMatrix = {
        costDeciseconds: new Uint32Array(cellCount).fill(UNREACHED),
        lengthMeters: new Float64Array(cellCount),
      }
      // From the side with fewer places.
      const isOutward = origins.length <= destinations.length
      const [here, there] = isOutward ? [origins, destinations] : [destinations, origins]
      const rows = isOutward ? network.outward : network.inward
      here.forEach((starts, from) => {
        costsFrom(rows, starts, undefined, { frontier, costs })
        there.forEach((ends, to) => {
          const [row, column] = isOutward ? [from, to] : [to, from]
          readCell(matrix, row * destinations.length + column, costs, ends)
        })
      })
      return matrix
    },
    path: (starts, ends) => plainPath(network.outward, starts, ends, { frontier, costs }),
  }
}

function readCell(matrix: CostMatrix, cell: number, costs: Costs, ends: readonly Start[]): void {
  for (const end of ends) {
    const road = costs.costDeciseconds[end.node]!
    const cost = road + end.costDeciseconds
    if (road === UNREACHED || cost >= matrix.costDeciseconds[cell]!) continue
    matrix.costDeciseconds[cell] = cost
    matrix.lengthMeters[cell] = costs.lengthMeters[end.node]! + end.lengthMeters
  }
}
