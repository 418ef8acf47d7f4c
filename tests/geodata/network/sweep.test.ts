// Does a sweep answer as the plain search does: alone, in lanes, over lent arrays, on the real roads?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_WAY } from '#geodata/network/contraction.ts'
import { costsFrom, emptyCosts } from '#geodata/network/costs-from.ts'
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import { buildNetwork } from '#geodata/network/road-network.ts'
import { buildSkeleton } from '#geodata/network/skeleton.ts'
import { costsBySweep, emptySlots, readLane, sweep } from '#geodata/network/sweep.ts'
import { anyTown } from '#tests/contracts/shortest-paths.ts'
import { skeletonSegments } from '#tests/support/region.ts'

const startAt = (node: number) => ({ node, costDeciseconds: 0, lengthMeters: 0 })

describe('sweep', () => {
  it('finds the same costs without lengths, alone and in lanes', () => {
    fc.assert(
      fc.property(anyTown, ({ nodeCount, edges, starts }) => {
        const network = buildNetwork(nodeCount, edges)
        const hierarchy = buildHierarchy(network)
        const expected = costsFrom(network.outward, starts).costDeciseconds
        const costs = emptyCosts(network.outward)
        for (const lanes of [1, 8]) {
          const slots = emptySlots(hierarchy, { lanes })
          sweep(hierarchy, 'outward', [starts], slots)
          readLane(hierarchy, slots, 0, NO_WAY, costs)
          expect(costs.costDeciseconds).toEqual(expected)
        }
      }),
    )
  })

  it('leaves a lane without an origin empty', () => {
    const hierarchy = buildHierarchy(buildNetwork(1, []))
    const slots = emptySlots(hierarchy, { lanes: 2 })
    sweep(hierarchy, 'outward', [[startAt(0)]], slots)
    expect([...slots.costDeciseconds]).toEqual([0, NO_WAY])
  })

  it('refuses more origins than lanes, and a start that is no node', () => {
    const hierarchy = buildHierarchy(buildNetwork(1, []))
    const slots = emptySlots(hierarchy)
    const one = [startAt(0)]
    expect(() => sweep(hierarchy, 'outward', [one, one], slots)).toThrow('2 origins')
    expect(() => sweep(hierarchy, 'outward', [[startAt(1)]], slots)).toThrow('node 1')
  })

  it('agrees with the plain search for all pairs of the real skeleton, both ways', () => {
    const { network } = buildSkeleton(skeletonSegments())
    const hierarchy = buildHierarchy(network)
    const slots = emptySlots(hierarchy, { withLength: true })
    const costs = emptyCosts(network.outward)
    const plain = emptyCosts(network.outward)
    let differences = 0
    let reached = 0
    for (const direction of ['outward', 'inward'] as const) {
      for (let node = 0; node < network.nodeCount; node++) {
        costsFrom(network[direction], [startAt(node)], undefined, { costs: plain })
        costsBySweep(hierarchy, direction, [startAt(node)], undefined, { slots, costs })
        plain.costDeciseconds.forEach((cost, other) => {
          if (cost !== costs.costDeciseconds[other]) differences++
          if (cost < NO_WAY && other !== node) reached++
        })
      }
    }
    expect(differences).toBe(0)
    expect(reached).toBeGreaterThan(network.nodeCount)
  })
})
