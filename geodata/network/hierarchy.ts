// How does a contracted network lie in memory, so that one pass from top to bottom finds every cost?
//
// Nodes are renumbered by position: 0 is the highest, lower levels follow (sweep-order), so what a node
// needs is always behind it. Every arc lies with its lower end, once:
//
//   up    row p: arcs p → higher       climbed from the starts of a search outward
//   down  row p: arcs higher → p       read by the sweep that follows
//
// A search inward swaps the two. Arcs are pairs of numbers, [2 a] the higher position and [2 a + 1]
// the impedance. partDown and partUp say what arc a is made of: first partDown (an arc of `down`, at
// the lower node in the middle), then partUp (an arc of `up`); where partDown is NO_ARC, partUp is
// the edge's slot in the outward rows of the network.
import { type ArcPool, NO_ARC } from '#geodata/network/arc-pool.ts'
import { contract } from '#geodata/network/contraction.ts'
import { orderBy } from '#geodata/network/order-by.ts'
import type { RoadNetwork } from '#geodata/network/road-network.ts'
import { sweepOrder } from '#geodata/network/sweep-order.ts'

export type Direction = 'outward' | 'inward'

export type HierarchyRows = {
  readonly firstArc: Uint32Array
  readonly arcs: Uint32Array
  readonly lengthMeters: Float64Array
  readonly partDown: Uint32Array
  readonly partUp: Uint32Array
}

export type Hierarchy = {
  readonly nodeCount: number
  readonly positionOf: Uint32Array
  readonly nodeAt: Uint32Array
  readonly up: HierarchyRows
  readonly down: HierarchyRows
}

/** The same network gives the same hierarchy, bit by bit. `settledLimit` as in `contract`. */
export function buildHierarchy(network: RoadNetwork, settledLimit?: number): Hierarchy {
  const { nodeCount } = network
  const contraction = contract(network, settledLimit)
  const { arcs } = contraction
  const nodeAt = sweepOrder(contraction)
  const positionOf = new Uint32Array(nodeCount)
  for (let position = 0; position < nodeCount; position++) positionOf[nodeAt[position]!] = position

  // Arc → its row, up if it climbs; its slot there is known once all are placed.
  const lower = new Uint32Array(arcs.count)
  const higher = new Uint32Array(arcs.count)
  const climbs = new Uint8Array(arcs.count)
  for (let arc = 0; arc < arcs.count; arc++) {
    const tail = positionOf[arcs.tail[arc]!]!
    const head = positionOf[arcs.head[arc]!]!
    climbs[arc] = tail > head ? 1 : 0
    lower[arc] = Math.max(tail, head)
    higher[arc] = Math.min(tail, head)
  }
  const order = orderBy(orderBy(undefined, higher, nodeCount), lower, nodeCount)
  const slotOf = new Uint32Array(arcs.count)
  const counts = [0, 0]
  for (const arc of order) slotOf[arc] = counts[climbs[arc]!]!++
  const rows = (climbing: number) =>
    rowsOf(
      nodeCount,
      arcs,
      order.filter((arc) => climbs[arc] === climbing),
      lower,
      higher,
      slotOf,
    )
  return { nodeCount, positionOf, nodeAt, up: rows(1), down: rows(0) }
}

/** Rows to climb from the starts, and rows to sweep afterwards. */
export function rowsFor(hierarchy: Hierarchy, direction: Direction) {
  return direction === 'outward'
    ? { climbed: hierarchy.up, swept: hierarchy.down }
    : { climbed: hierarchy.down, swept: hierarchy.up }
}

function rowsOf(
  nodeCount: number,
  arcs: ArcPool,
  order: Uint32Array,
  lower: Uint32Array,
  higher: Uint32Array,
  slotOf: Uint32Array,
): HierarchyRows {
  const rows = {
    firstArc: new Uint32Array(nodeCount + 1),
    arcs: new Uint32Array(2 * order.length),
    lengthMeters: new Float64Array(order.length),
    partDown: new Uint32Array(order.length),
    partUp: new Uint32Array(order.length),
  }
  order.forEach((arc, slot) => {
    rows.firstArc[lower[arc]! + 1]!++
    rows.arcs[2 * slot] = higher[arc]!
    rows.arcs[2 * slot + 1] = arcs.impedance[arc]!
    rows.lengthMeters[slot] = arcs.lengthMeters[arc]!
    const first = arcs.firstPart[arc]!
    const second = arcs.secondPart[arc]!
    rows.partDown[slot] = first === NO_ARC ? NO_ARC : slotOf[first]!
    rows.partUp[slot] = first === NO_ARC ? second : slotOf[second]!
  })
  for (let node = 0; node < nodeCount; node++) rows.firstArc[node + 1]! += rows.firstArc[node]!
  return rows
}
