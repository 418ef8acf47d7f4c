// Over which roads does the cheapest way go?
//
// Two climbs, one from the starts and one back from the ends, meet at the top of the cheapest way.
// Its arcs are then taken apart until only edges of the network are left, in driving order.
import { NO_ARC } from '#geodata/network/arc-pool.ts'
import { NO_WAY } from '#geodata/network/contraction.ts'
import type { Start } from '#geodata/network/costs-from.ts'
import type { Hierarchy } from '#geodata/network/hierarchy.ts'
import { NO_PARENT, UpwardSearch } from '#geodata/network/upward-search.ts'

export type CheapestPath =
  | { kind: 'no-way' }
  | {
      kind: 'path'
      /** Head starts at both ends included. */
      costDeciseconds: number
      lengthMeters: number
      /** Nodes of the start and the end chosen; the same where no edge is driven. */
      fromNode: number
      toNode: number
      /** Slots in the outward rows of the network, in driving order. */
      edges: number[]
    }

/** Two climbs to be lent as often as wanted. */
export function emptyClimbs({ nodeCount }: Hierarchy): [UpwardSearch, UpwardSearch] {
  return [new UpwardSearch(nodeCount), new UpwardSearch(nodeCount)]
}

/** Throws when a start or end is no node or charges a fraction of a decisecond. */
export function cheapestPath(
  hierarchy: Hierarchy,
  starts: readonly Start[],
  ends: readonly Start[],
  [there, back]: [UpwardSearch, UpwardSearch] = emptyClimbs(hierarchy),
): CheapestPath {
  there.run(hierarchy, hierarchy.up, starts, NO_WAY)
  back.run(hierarchy, hierarchy.down, ends, NO_WAY)
  let costDeciseconds = NO_WAY
  let top = -1
  for (let i = 0; i < there.touchedCount; i++) {
    const position = there.touched[i]!
    const cost = there.cost[position]! + back.cost[position]!
    if (cost >= costDeciseconds) continue
    costDeciseconds = cost
    top = position
  }
  if (top < 0) return { kind: 'no-way' }

  const climbed: number[] = []
  let from = top
  for (; there.parent[from] !== NO_PARENT; from = there.parent[from]!) {
    climbed.push(there.parentArc[from]!)
  }
  const edges: number[] = []
  for (const arc of climbed.reverse()) addEdges(hierarchy, true, arc, edges)
  let to = top
  for (; back.parent[to] !== NO_PARENT; to = back.parent[to]!) {
    addEdges(hierarchy, false, back.parentArc[to]!, edges)
  }
  return {
    kind: 'path',
    costDeciseconds,
    lengthMeters: there.lengthMeters[top]! + back.lengthMeters[top]!,
    fromNode: hierarchy.nodeAt[from]!,
    toNode: hierarchy.nodeAt[to]!,
    edges,
  }
}

/** Takes one arc of `up` (climbs) or `down` apart, depth first, the part driven first on top. */
function addEdges({ up, down }: Hierarchy, climbs: boolean, arc: number, edges: number[]): void {
  const waiting: [climbs: boolean, arc: number][] = [[climbs, arc]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const rows = next[0] ? up : down
    const partDown = rows.partDown[next[1]]!
    const partUp = rows.partUp[next[1]]!
    if (partDown === NO_ARC) edges.push(partUp)
    else waiting.push([true, partUp], [false, partDown])
  }
}
