// Does a matrix hold what a search from every origin would say, and a part of the network suffice?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costMatrix, lanesFor } from '#geodata/network/cost-matrix.ts'
import { costsFrom, type Start } from '#geodata/network/costs-from.ts'
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import {
  restrictedMachine,
  restrictTo,
  sweepRestricted,
} from '#geodata/network/restricted-sweep.ts'
import { buildNetwork, type RoadNetwork, UNREACHED } from '#geodata/network/road-network.ts'
import { buildSkeleton } from '#geodata/network/skeleton.ts'
import { UpwardSearch } from '#geodata/network/upward-search.ts'
import { anyTown } from '#tests/contracts/shortest-paths.ts'
import { skeletonSegments } from '#tests/support/region.ts'
import { roads } from '#tests/support/town.ts'

const at = (node: number, costDeciseconds = 0): Start => ({
  node,
  costDeciseconds,
  lengthMeters: 2 * costDeciseconds,
})

/** Every cell by its own plain search. */
function plainMatrix(network: RoadNetwork, origins: Start[][], destinations: Start[][]): number[] {
  return origins.flatMap((origin) => {
    const { costDeciseconds } = costsFrom(network.outward, origin)
    return destinations.map((ends) =>
      ends.reduce((best, end) => {
        const cost = costDeciseconds[end.node]!
        return cost === UNREACHED ? best : Math.min(best, cost + end.costDeciseconds)
      }, UNREACHED),
    )
  })
}

it.each([
  [0, 1, true],
  [1, 1, true],
  [8, 8, true],
  [9, 12, false],
  [16, 16, false],
  [17, 12, false],
  [32, 16, false],
  [33, 12, false],
])('sweeps %i places in lanes of %i, by the plain loops: %s', (placeCount, lanes, plain) => {
  expect(lanesFor(placeCount)).toEqual({ lanes, plain })
})

describe('restrictTo', () => {
  it('leaves out what is not above the target', () => {
    const { network } = buildSkeleton(skeletonSegments())
    const { rowCount } = restrictTo(buildHierarchy(network), 'outward', [0])
    expect(rowCount).toBeGreaterThan(1)
    expect(rowCount).toBeLessThan(network.nodeCount / 2)
  })

  it('refuses a target that is no node, too many origins and a machine for other targets', () => {
    const hierarchy = buildHierarchy(buildNetwork(1, []))
    expect(() => restrictTo(hierarchy, 'outward', [1])).toThrow('node 1')
    const restriction = restrictTo(hierarchy, 'outward', [0])
    const run = (origins: Start[][], restrictedTo: number[]) => () =>
      sweepRestricted(hierarchy, restriction, origins, {
        climb: new UpwardSearch(1),
        machine: restrictedMachine(restrictTo(hierarchy, 'outward', restrictedTo)),
      })
    expect(run([[at(0)], [at(0)]], [0])).toThrow('2 origins')
    expect(run([[at(0)]], [])).toThrow('0 slots')
  })

  it('sweeps without lengths as well', () => {
    const { network, names } = roads('gate depot 9s')
    const hierarchy = buildHierarchy(network)
    const depot = names.indexOf('depot')
    const restriction = restrictTo(hierarchy, 'outward', [depot])
    const machine = restrictedMachine(restriction)
    const climb = new UpwardSearch(network.nodeCount)
    sweepRestricted(hierarchy, restriction, [[at(names.indexOf('gate'))]], { climb, machine })
    expect(machine.lengthMeters).toBeUndefined()
    expect(machine.costDeciseconds[restriction.rowOf[hierarchy.positionOf[depot]!]!]).toBe(90)
  })
})

describe('costMatrix', () => {
  it('agrees with a search from every origin, whichever side has more places', () => {
    const town = anyTown.chain((drawn) => {
      const start = fc
        .tuple(fc.nat(drawn.nodeCount - 1), fc.nat(500))
        .map(([node, cost]) => at(node, cost))
      const places = fc.array(fc.array(start, { maxLength: 2 }), { maxLength: 18 })
      return fc.record({ drawn: fc.constant(drawn), origins: places, destinations: places })
    })
    fc.assert(
      fc.property(town, ({ drawn, origins, destinations }) => {
        const edges = drawn.edges.map((edge) => ({
          ...edge,
          lengthMeters: 2 * edge.impedanceDeciseconds,
        }))
        const network = buildNetwork(drawn.nodeCount, edges)
        const matrix = costMatrix(buildHierarchy(network), origins, destinations)
        expect([...matrix.costDeciseconds]).toEqual(plainMatrix(network, origins, destinations))
        matrix.costDeciseconds.forEach((cost, cell) => {
          if (cost !== UNREACHED) expect(matrix.lengthMeters[cell]).toBe(2 * cost)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('agrees for all pairs of the real skeleton', () => {
    const { network } = buildSkeleton(skeletonSegments())
    const places = Array.from({ length: network.nodeCount }, (_, node) => [at(node)])
    const matrix = costMatrix(buildHierarchy(network), places, places)
    expect(matrix.costDeciseconds).toEqual(Uint32Array.from(plainMatrix(network, places, places)))
  })

  it('refuses a place that is no node, on either side', () => {
    const hierarchy = buildHierarchy(buildNetwork(1, []))
    expect(() => costMatrix(hierarchy, [[at(1)]], [[at(0)]])).toThrow('node 1')
    expect(() => costMatrix(hierarchy, [[at(0)]], [[at(0, 0.5)]])).toThrow('whole deciseconds')
  })
})
