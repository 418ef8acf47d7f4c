// What would every pair lose were a group of edges closed? Exactly, and without searching anew each time.
//
// For one destination, the cheapest ways from all nodes form a tree. A closed group touches only nodes
// whose way in the tree drives it: those hang below. Their costs are found again by a search among them
// alone, begun at their edges to nodes that keep their cost (the subtree repair of Ramalingam & Reps
// 1996). A pair whose way keeps clear of the group loses nothing, since closing makes nothing cheaper.
//
//   destination <── tree of cheapest ways ──< node that keeps its cost
//        ^                                     ^
//        └──── closed group ──X── below it: ───┘ found again from here
import type { Start } from '#geodata/network/costs-from.ts'
import { Frontier } from '#geodata/network/frontier.ts'
import { type EdgeRows, UNREACHED } from '#geodata/network/road-network.ts'

export type Loss = {
  group: number
  origin: number
  destination: number
  beforeDeciseconds: number
  /** UNREACHED: no way is left. */
  afterDeciseconds: number
}

const NO_GROUP = -1

/**
 * Calls `onLoss` for every pair that loses, destination by destination. `groupOf` names the group of each
 * edge of the rows, NO_GROUP (−1) for those that stay; groups are closed one at a time. Throws nothing.
 */
export function lossesOf(
  rows: EdgeRows,
  groupOf: Int32Array,
  origins: readonly (readonly Start[])[],
  destinations: readonly (readonly Start[])[],
  onLoss: (loss: Loss) => void,
  report: (done: number, total: number) => void = () => {},
): void {
  const inward = inwardEdges(rows)
  destinations.forEach((ends, destination) => {
    const tree = treeTo(rows, inward, ends)
    const used = groupsBelow(rows, groupOf, tree, origins)
    for (const [group, pairs] of used) {
      const repaired = repair(rows, inward, groupOf, group, tree, ends)
      for (const origin of pairs) {
        const starts = origins[origin] ?? []
        const before = best(starts, (node) => tree.cost[node]!)
        const after = best(starts, (node) => repaired.get(node) ?? tree.cost[node]!)
        if (after > before) {
          onLoss({ group, origin, destination, beforeDeciseconds: before, afterDeciseconds: after })
        }
      }
    }
    report(destination + 1, destinations.length)
  })
}

type Inward = { first: Uint32Array; edge: Uint32Array; from: Uint32Array }
type Tree = {
  cost: Uint32Array
  /** The edge by which the cheapest way leaves a node; NO_GROUP where it ends there. */
  leaves: Int32Array
  /** Reached nodes, the destination's own first. */
  order: number[]
}

/** The edges that enter each node, with where they come from. */
function inwardEdges({ firstEdge, neighbour }: EdgeRows): Inward {
  const nodeCount = firstEdge.length - 1
  const first = new Uint32Array(nodeCount + 1)
  for (const to of neighbour) first[to + 1]!++
  for (let node = 0; node < nodeCount; node++) first[node + 1]! += first[node]!
  const next = first.slice()
  const edge = new Uint32Array(neighbour.length)
  const from = new Uint32Array(neighbour.length)
  for (let node = 0; node < nodeCount; node++) {
    for (let one = firstEdge[node]!; one < firstEdge[node + 1]!; one++) {
      const slot = next[neighbour[one]!]!++
      edge[slot] = one
      from[slot] = node
    }
  }
  return { first, edge, from }
}

function treeTo(rows: EdgeRows, inward: Inward, ends: readonly Start[]): Tree {
  const nodeCount = rows.firstEdge.length - 1
  const cost = new Uint32Array(nodeCount).fill(UNREACHED)
  const leaves = new Int32Array(nodeCount).fill(NO_GROUP)
  const isDone = new Uint8Array(nodeCount)
  const order: number[] = []
  const frontier = new Frontier()
  for (const { node, costDeciseconds } of ends) {
    if (costDeciseconds >= cost[node]!) continue
    cost[node] = costDeciseconds
    frontier.push(costDeciseconds, node)
  }
  while (frontier.count > 0) {
    const node = frontier.pop()
    if (isDone[node]) continue
    isDone[node] = 1
    order.push(node)
    for (let slot = inward.first[node]!; slot < inward.first[node + 1]!; slot++) {
      const from = inward.from[slot]!
      const edge = inward.edge[slot]!
      const charged = rows.impedanceDeciseconds[edge]!
      if (charged === UNREACHED || isDone[from]) continue
      const total = cost[node]! + charged
      if (total >= cost[from]!) continue
      cost[from] = total
      leaves[from] = edge
      frontier.push(total, from)
    }
  }
  return { cost, leaves, order }
}

/** For each group that the best way of an origin drives: those origins. */
function groupsBelow(
  { neighbour }: EdgeRows,
  groupOf: Int32Array,
  { cost, leaves }: Tree,
  origins: readonly (readonly Start[])[],
): Map<number, number[]> {
  const used = new Map<number, number[]>()
  origins.forEach((starts, origin) => {
    let node = -1
    let least = UNREACHED
    for (const start of starts) {
      const total =
        cost[start.node]! === UNREACHED ? UNREACHED : start.costDeciseconds + cost[start.node]!
      if (total < least) {
        least = total
        node = start.node
      }
    }
    while (node >= 0) {
      const edge = leaves[node]!
      if (edge < 0) break
      const group = groupOf[edge]!
      if (group !== NO_GROUP) {
        const members = used.get(group)
        if (!members) used.set(group, [origin])
        else if (members.at(-1) !== origin) members.push(origin)
      }
      node = neighbour[edge]!
    }
  })
  return used
}

/** New costs of the nodes whose way drives the group; UNREACHED where none is left. */
function repair(
  { firstEdge, neighbour, impedanceDeciseconds }: EdgeRows,
  inward: Inward,
  groupOf: Int32Array,
  group: number,
  { cost, leaves, order }: Tree,
  ends: readonly Start[],
): Map<number, number> {
  const below = new Map<number, number>()
  // In the order of the search, so that the nodes that a node leads to are examined before it.
  for (const node of order) {
    const edge = leaves[node]!
    if (edge >= 0 && (groupOf[edge] === group || below.has(neighbour[edge]!))) {
      below.set(node, UNREACHED)
    }
  }
  const frontier = new Frontier()
  for (const node of below.keys()) {
    // It may be where the destination itself is entered, at more than its way before.
    let least = best(
      ends.filter((end) => end.node === node),
      () => 0,
    )
    for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) {
      const to = neighbour[edge]!
      const charged = impedanceDeciseconds[edge]!
      if (groupOf[edge] === group || below.has(to)) continue
      if (charged === UNREACHED || cost[to]! === UNREACHED) continue
      least = Math.min(least, cost[to]! + charged)
    }
    if (least < UNREACHED) {
      below.set(node, least)
      frontier.push(least, node)
    }
  }
  const isDone = new Set<number>()
  while (frontier.count > 0) {
    const node = frontier.pop()
    if (isDone.has(node)) continue
    isDone.add(node)
    for (let slot = inward.first[node]!; slot < inward.first[node + 1]!; slot++) {
      const from = inward.from[slot]!
      const edge = inward.edge[slot]!
      const charged = impedanceDeciseconds[edge]!
      if (!below.has(from) || groupOf[edge] === group || charged === UNREACHED) continue
      const total = below.get(node)! + charged
      if (total >= below.get(from)!) continue
      below.set(from, total)
      frontier.push(total, from)
    }
  }
  return below
}

function best(starts: readonly Start[], costOf: (node: number) => number): number {
  let least = UNREACHED
  for (const { node, costDeciseconds } of starts) {
    const cost = costOf(node)
    if (cost !== UNREACHED) least = Math.min(least, cost + costDeciseconds)
  }
  return least
}
