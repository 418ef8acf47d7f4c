// Does contraction keep every distance, whatever the town and however soon a witness search gives up?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_ARC } from '#geodata/network/arc-pool.ts'
import { NO_WAY } from '#geodata/network/contraction.ts'
import { costsFrom } from '#geodata/network/costs-from.ts'
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import { buildNetwork } from '#geodata/network/road-network.ts'
import { costsBySweep } from '#geodata/network/sweep.ts'
import { anyTown } from '#tests/contracts/shortest-paths.ts'
import { seeded } from '#tests/support/random.ts'
import { roads } from '#tests/support/town.ts'

/** Roads crossing at every corner of a square; corner to corner is many ways. */
function gridTown(side: number, impedance: () => number = () => 10) {
  const edges = []
  for (let node = 0; node < side * side; node++) {
    const impedanceDeciseconds = impedance()
    const lengthMeters = 100
    const right = node + 1
    const below = node + side
    if (right % side > 0) {
      edges.push({ from: node, to: right, impedanceDeciseconds, lengthMeters })
      edges.push({ from: right, to: node, impedanceDeciseconds, lengthMeters })
    }
    if (below >= side * side) continue
    edges.push({ from: node, to: below, impedanceDeciseconds, lengthMeters })
    edges.push({ from: below, to: node, impedanceDeciseconds, lengthMeters })
  }
  return buildNetwork(side * side, edges)
}

describe('buildHierarchy', () => {
  it('needs no shortcut round a street that has a faster way beside it', () => {
    const { network } = roads(`
      gate    depot   90s
      gate    bridge  20s
      bridge  depot   30s
    `)
    const { up, down } = buildHierarchy(network)
    expect(up.partDown.every((part) => part === NO_ARC)).toBe(true)
    expect(up.partUp.length + down.partUp.length).toBeLessThanOrEqual(network.edgeCount)
  })

  it('finds witnesses: searching further makes fewer shortcuts', () => {
    const network = gridTown(12)
    const arcsAt = (limit: number) => buildHierarchy(network, limit).up.lengthMeters.length
    expect(arcsAt(64)).toBeLessThan(arcsAt(0))
  })

  it('makes no shortcut where another way is as cheap, when its searches never give up', () => {
    fc.assert(
      fc.property(anyTown, ({ nodeCount, edges }) => {
        const network = buildNetwork(nodeCount, edges)
        const { up, down, nodeAt } = buildHierarchy(network, Number.POSITIVE_INFINITY)
        for (const rows of [up, down]) {
          for (let position = 0; position < nodeCount; position++) {
            for (let arc = rows.firstArc[position]!; arc < rows.firstArc[position + 1]!; arc++) {
              if (rows.partDown[arc] === NO_ARC) continue
              const ends = [nodeAt[position]!, nodeAt[rows.arcs[2 * arc]!]!]
              const [from, to] = rows === up ? ends : ends.reverse()
              const start = [{ node: from!, costDeciseconds: 0, lengthMeters: 0 }]
              const { costDeciseconds } = costsFrom(network.outward, start)
              expect(rows.arcs[2 * arc + 1]).toBe(costDeciseconds[to!])
            }
          }
        }
      }),
    )
  })

  it('keeps every cost where many ways differ by one decisecond', () => {
    const random = seeded(7)
    const network = gridTown(16, () => 1 + Math.floor(3 * random()))
    const hierarchy = buildHierarchy(network)
    for (let node = 0; node < network.nodeCount; node++) {
      const start = [{ node, costDeciseconds: 0, lengthMeters: 0 }]
      const { costDeciseconds } = costsBySweep(hierarchy, 'outward', start)
      expect(costDeciseconds).toEqual(costsFrom(network.outward, start).costDeciseconds)
    }
  })

  it('keeps every cost where every place leads to every other, and few roads are worth taking', () => {
    const random = seeded(5)
    const nodes = [...Array(12).keys()]
    for (let town = 0; town < 30; town++) {
      const edges = nodes.flatMap((from) =>
        nodes.map((to) => ({
          from,
          to,
          impedanceDeciseconds: 1 + Math.floor(1000 * random() ** 3),
          lengthMeters: 1,
        })),
      )
      const network = buildNetwork(nodes.length, edges)
      // Without witnesses the first junction to leave is replaced by a hundred shortcuts.
      for (const settledLimit of [0, 64]) {
        const hierarchy = buildHierarchy(network, settledLimit)
        for (const node of nodes) {
          const start = [{ node, costDeciseconds: 0, lengthMeters: 0 }]
          const { costDeciseconds } = costsBySweep(hierarchy, 'outward', start)
          expect(costDeciseconds).toEqual(costsFrom(network.outward, start).costDeciseconds)
        }
      }
    }
  })

  it('lays every node once, and every arc with its lower end, towards a higher one', () => {
    fc.assert(
      fc.property(anyTown, ({ nodeCount, edges }) => {
        const hierarchy = buildHierarchy(buildNetwork(nodeCount, edges))
        expect([...hierarchy.nodeAt].sort((a, b) => a - b)).toEqual(
          Array.from({ length: nodeCount }, (_, node) => node),
        )
        for (const { firstArc, arcs } of [hierarchy.up, hierarchy.down]) {
          expect(2 * firstArc[nodeCount]!).toBe(arcs.length)
          for (let position = 0; position < nodeCount; position++) {
            const row = arcs.subarray(2 * firstArc[position]!, 2 * firstArc[position + 1]!)
            expect(row.every((value, at) => at % 2 === 1 || value < position)).toBe(true)
          }
        }
      }),
    )
  })

  it('lays nodes with the same number of arcs side by side, so that rows are swept four at once', () => {
    const random = seeded(11)
    const { down } = buildHierarchy(gridTown(24, () => 1 + Math.floor(90 * random())))
    const lengths = Array.from(down.firstArc.subarray(1), (end, row) => end - down.firstArc[row]!)
    const changes = lengths.filter((length, row) => length !== lengths[row - 1]).length
    expect(changes).toBeLessThan(lengths.length / 4)
  })

  it('gives the same arrays for the same network', () => {
    const network = gridTown(9)
    expect(buildHierarchy(network)).toEqual(buildHierarchy(network))
  })

  it('keeps one arc of parallel roads, the cheapest, and none of a loop', () => {
    const edge = (from: number, to: number, impedanceDeciseconds: number) => ({
      from,
      to,
      impedanceDeciseconds,
      lengthMeters: 1,
    })
    const network = buildNetwork(2, [edge(0, 1, 9), edge(0, 1, 4), edge(0, 1, 6), edge(1, 1, 0)])
    const { up, down } = buildHierarchy(network)
    expect([...up.arcs, ...down.arcs]).toEqual([0, 4])
    expect([...up.partUp, ...down.partUp]).toEqual([1])
  })

  it('leaves out what is longer than it can count, and never takes it for a short way', () => {
    const edge = (from: number, to: number, impedanceDeciseconds: number) => ({
      from,
      to,
      impedanceDeciseconds,
      lengthMeters: 1,
    })
    const network = buildNetwork(3, [
      edge(0, 1, NO_WAY - 1),
      edge(1, 2, NO_WAY - 1),
      edge(2, 0, NO_WAY),
    ])
    const hierarchy = buildHierarchy(network)
    const from = (node: number) => {
      const start = { node, costDeciseconds: 0, lengthMeters: 0 }
      return [...costsBySweep(hierarchy, 'outward', [start]).costDeciseconds]
    }
    expect(from(0)).toEqual([0, NO_WAY - 1, 0xffff_ffff])
    expect(from(1)).toEqual([0xffff_ffff, 0, NO_WAY - 1])
    expect(from(2)).toEqual([0xffff_ffff, 0xffff_ffff, 0])
  })
})
