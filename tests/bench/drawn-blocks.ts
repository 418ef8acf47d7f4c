// What network does the bench sweep where no real one is available?
//
// Blocks with a fifth of the streets left out and a faster road every 16 blocks, seeded. Such a net
// contracts worse than real roads: twice the arcs, and climbs several times as long.
import { buildNetwork, type DirectedEdge, type RoadNetwork } from '#geodata/network/road-network.ts'
import { seeded } from '#tests/support/random.ts'

export function drawnBlocks(side: number): RoadNetwork {
  const random = seeded(20_260)
  const edges: DirectedEdge[] = []
  const street = (from: number, to: number, isFast: boolean) => {
    if (!isFast && random() < 0.2) return
    const lengthMeters = Math.round(400 + 1600 * random())
    const impedanceDeciseconds = Math.round((lengthMeters * 36) / (isFast ? 68 : 36))
    edges.push({ from, to, impedanceDeciseconds, lengthMeters })
    if (isFast || random() < 0.95) {
      edges.push({ from: to, to: from, impedanceDeciseconds, lengthMeters })
    }
  }
  for (let node = 0; node < side * side; node++) {
    const column = node % side
    const row = Math.floor(node / side)
    if (column + 1 < side) street(node, node + 1, row % 16 === 0)
    if (row + 1 < side) street(node, node + side, column % 16 === 0)
  }
  return buildNetwork(side * side, edges)
}
