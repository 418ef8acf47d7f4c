// Can the path that is reported be driven, and does it cost what the search says?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CheapestPath, cheapestPath, emptyClimbs } from '#geodata/network/cheapest-path.ts'
import { costsFrom, type Start } from '#geodata/network/costs-from.ts'
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import { buildNetwork, type RoadNetwork, UNREACHED } from '#geodata/network/road-network.ts'
import { buildSkeleton } from '#geodata/network/skeleton.ts'
import { anyTown } from '#tests/contracts/shortest-paths.ts'
import { skeletonSegments } from '#tests/support/region.ts'
import { roads } from '#tests/support/town.ts'

const at = (node: number, costDeciseconds = 0): Start => ({
  node,
  costDeciseconds,
  lengthMeters: 3 * costDeciseconds,
})

/** Drives edge by edge, and throws where the next edge does not begin where one stands. */
function drive({ outward }: RoadNetwork, path: CheapestPath & { kind: 'path' }) {
  let node = path.fromNode
  let cost = 0
  let meters = 0
  for (const edge of path.edges) {
    const isHere = edge >= outward.firstEdge[node]! && edge < outward.firstEdge[node + 1]!
    if (!isHere) throw new Error(`Edge ${edge} does not leave node ${node}.`)
    cost += outward.impedanceDeciseconds[edge]!
    meters += outward.lengthMeters[edge]!
    node = outward.neighbour[edge]!
  }
  if (node !== path.toNode) throw new Error(`The path ends at ${node}, not ${path.toNode}.`)
  return { cost, meters }
}

/** Holds the path against the plain search and against its own edges. */
function checkPath(network: RoadNetwork, path: CheapestPath, starts: Start[], ends: Start[]): void {
  const { costDeciseconds } = costsFrom(network.outward, starts)
  const expected = ends.reduce((best, end) => {
    const cost = costDeciseconds[end.node]!
    return cost === UNREACHED ? best : Math.min(best, cost + end.costDeciseconds)
  }, UNREACHED)
  if (path.kind === 'no-way') {
    expect(expected).toBe(UNREACHED)
    return
  }
  expect(path.costDeciseconds).toBe(expected)
  const charges = (list: Start[], node: number) =>
    list.filter((one) => one.node === node).map((one) => one.costDeciseconds)
  const start = Math.min(...charges(starts, path.fromNode))
  const end = Math.min(...charges(ends, path.toNode))
  const driven = drive(network, path)
  expect(start + driven.cost + end).toBe(expected)
  expect(path.lengthMeters).toBe(3 * (start + end) + driven.meters)
}

describe('cheapestPath', () => {
  it('names the streets of the way round in driving order', () => {
    const { network, names } = roads(`
      gate    depot   90s
      gate    bridge  20s
      bridge  depot   30s
    `)
    const [gate, bridge, depot] = ['gate', 'bridge', 'depot'].map((name) => names.indexOf(name))
    const path = cheapestPath(buildHierarchy(network), [at(gate!)], [at(depot!)])
    if (path.kind !== 'path') throw new Error('no way from gate to depot')
    expect(path.costDeciseconds).toBe(500)
    expect(path.edges.map((edge) => network.outward.neighbour[edge])).toEqual([bridge, depot])
  })

  it('says when there is no way, and drives nothing where one already is', () => {
    const { network, names } = roads('gate -> depot 90s')
    const hierarchy = buildHierarchy(network)
    const [gate, depot] = [names.indexOf('gate'), names.indexOf('depot')]
    expect(cheapestPath(hierarchy, [at(depot)], [at(gate)])).toEqual({ kind: 'no-way' })
    expect(cheapestPath(hierarchy, [at(gate, 4)], [at(gate, 6)])).toEqual({
      kind: 'path',
      costDeciseconds: 10,
      lengthMeters: 30,
      fromNode: gate,
      toNode: gate,
      edges: [],
    })
  })

  it('can be driven and costs what the plain search says, on any town', () => {
    const town = anyTown.chain((drawn) => {
      const start = fc
        .tuple(fc.nat(drawn.nodeCount - 1), fc.nat(900))
        .map(([node, cost]) => at(node, cost))
      const places = fc.array(start, { minLength: 1, maxLength: 3 })
      return fc.record({ drawn: fc.constant(drawn), starts: places, ends: places })
    })
    fc.assert(
      fc.property(town, ({ drawn, starts, ends }) => {
        const network = buildNetwork(drawn.nodeCount, drawn.edges)
        for (const settledLimit of [0, 64]) {
          const path = cheapestPath(buildHierarchy(network, settledLimit), starts, ends)
          checkPath(network, path, starts, ends)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('can be driven over the real skeleton, from every node to the next hundred, climbs lent', () => {
    const { network } = buildSkeleton(skeletonSegments())
    const hierarchy = buildHierarchy(network)
    const climbs = emptyClimbs(hierarchy)
    let driven = 0
    for (let from = 0; from < network.nodeCount; from++) {
      const { costDeciseconds } = costsFrom(network.outward, [at(from)])
      for (let step = 0; step < 100; step++) {
        const to = (from + step) % network.nodeCount
        const path = cheapestPath(hierarchy, [at(from)], [at(to)], climbs)
        const cost = path.kind === 'path' ? drive(network, path).cost : UNREACHED
        if (cost !== costDeciseconds[to]) throw new Error(`${from} → ${to} costs ${cost}`)
        if (path.kind === 'path') driven++
      }
    }
    expect(driven).toBeGreaterThan(network.nodeCount)
  })
})
