// Is what a pair loses exactly what the plain search finds on the network without the closed edges?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { costsFrom, type Start } from '#geodata/network/costs-from.ts'
import { lossesOf } from '#geodata/network/losses.ts'
import {
  buildNetwork,
  type DirectedEdge,
  type RoadNetwork,
  UNREACHED,
} from '#geodata/network/road-network.ts'

const NODES = 14

const start = (node: number, costDeciseconds: number): Start => ({
  node,
  costDeciseconds,
  lengthMeters: 0,
})
const anyStart = fc
  .tuple(fc.integer({ min: 0, max: NODES - 1 }), fc.integer({ min: 0, max: 30 }))
  .map(([node, cost]) => start(node, cost))
const places = fc.array(fc.array(anyStart, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 4,
})
const town = fc.record({
  // Few nodes and zero charges: many ways are equally cheap, and many groups cut a place off.
  edges: fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: NODES - 1 }),
      to: fc.integer({ min: 0, max: NODES - 1 }),
      impedanceDeciseconds: fc.integer({ min: 0, max: 20 }),
      group: fc.integer({ min: -1, max: 5 }),
    }),
    { maxLength: 45 },
  ),
  origins: places,
  destinations: places,
})

function costBetween(
  network: RoadNetwork,
  starts: readonly Start[],
  ends: readonly Start[],
): number {
  const { costDeciseconds } = costsFrom(network.outward, starts)
  let least = UNREACHED
  for (const end of ends) {
    const cost = costDeciseconds[end.node]!
    if (cost !== UNREACHED) least = Math.min(least, cost + end.costDeciseconds)
  }
  return least
}

it('agrees with the plain search for every pair and every group, where it disconnects too', () => {
  fc.assert(
    fc.property(town, ({ edges, origins, destinations }) => {
      const drawn = edges.map((edge): DirectedEdge => ({ ...edge, lengthMeters: 1 }))
      const network = buildNetwork(NODES, drawn)
      // Rows hold the edges sorted by their start, in the order given.
      const ordered = edges
        .map((edge, index) => ({ ...edge, index }))
        .sort((a, b) => a.from - b.from || a.index - b.index)
      const groupOf = Int32Array.from(ordered, ({ group }) => group)
      const told = new Map<string, [number, number]>()
      lossesOf(network.outward, groupOf, origins, destinations, (loss) => {
        const key = `${loss.group} ${loss.origin} ${loss.destination}`
        expect(told.has(key)).toBe(false)
        told.set(key, [loss.beforeDeciseconds, loss.afterDeciseconds])
      })
      for (let group = 0; group <= 5; group++) {
        const without = buildNetwork(
          NODES,
          drawn.filter((_, index) => edges[index]!.group !== group),
        )
        origins.forEach((starts, origin) => {
          destinations.forEach((ends, destination) => {
            const before = costBetween(network, starts, ends)
            const after = costBetween(without, starts, ends)
            const expected = after > before ? [before, after] : undefined
            expect(told.get(`${group} ${origin} ${destination}`)).toEqual(expected)
          })
        })
      }
    }),
    { numRuns: 400 },
  )
})
