// In which order do junctions leave the map, and which shortcuts keep every distance as it was?
//
// A node leaves when few shortcuts replace its roads and nothing near it has left deep below it.
// A shortcut x → z over the leaving node m is made unless a way round m is found that is no dearer,
// so distances among the nodes that stay never change. Nodes are visited lazily: the one that looks
// cheapest is asked again, and waits if it has become dearer than the next.
//
// Invariant: the arcs of a node that has left are never changed, so a shortcut may name them.
import { ArcPool, NO_ARC } from '#geodata/network/arc-pool.ts'
import { Frontier } from '#geodata/network/frontier.ts'
import { LiveRows } from '#geodata/network/live-rows.ts'
import type { RoadNetwork } from '#geodata/network/road-network.ts'
import { WitnessSearch } from '#geodata/network/witness-search.ts'

/** Costs in a hierarchy stay below this, 3.4 years; a sum of two stays a 32-bit integer. */
export const NO_WAY = 0x3fff_ffff

export type Contraction = {
  arcs: ArcPool
  /** Higher than the level of every neighbour that left before; arcs never join equal levels. */
  level: Uint32Array
}

/** `settledLimit` bounds each witness search: larger gives fewer shortcuts, never other distances. */
export function contract(network: RoadNetwork, settledLimit = 64): Contraction {
  const { nodeCount } = network
  const arcs = new ArcPool(2 * network.edgeCount + 16)
  const outward = new LiveRows(nodeCount, network.edgeCount)
  const inward = new LiveRows(nodeCount, network.edgeCount)
  addRoads(network, arcs, outward, inward)
  const level = new Uint32Array(nodeCount)
  const witness = new WitnessSearch(nodeCount)
  // Shortcuts the last asked node would need, as pairs of the arcs they run over.
  let wanted = new Uint32Array(64)
  let wantedCount = 0

  const askFor = (node: number): number => {
    wantedCount = 0
    const inFirst = 3 * inward.first[node]!
    const inEnd = inFirst + 3 * inward.count[node]!
    const outFirst = 3 * outward.first[node]!
    const outEnd = outFirst + 3 * outward.count[node]!
    for (let inAt = inFirst; inAt < inEnd; inAt += 3) {
      const from = inward.pool[inAt]!
      const inImpedance = inward.pool[inAt + 1]!
      let hasTarget = false
      for (let at = outFirst; at < outEnd; at += 3) {
        const impedance = inImpedance + outward.pool[at + 1]!
        if (outward.pool[at] === from || impedance >= NO_WAY) continue
        witness.addTarget(outward.pool[at]!, impedance)
        hasTarget = true
      }
      if (!hasTarget) continue
      witness.run(outward, from, node, settledLimit)
      for (let at = outFirst; at < outEnd; at += 3) {
        const impedance = inImpedance + outward.pool[at + 1]!
        const to = outward.pool[at]!
        if (to === from || impedance >= NO_WAY || witness.cost[to]! <= impedance) continue
        if (wantedCount + 2 > wanted.length) {
          const longer = new Uint32Array(2 * wanted.length)
          longer.set(wanted)
          wanted = longer
        }
        wanted[wantedCount++] = inward.pool[inAt + 2]!
        wanted[wantedCount++] = outward.pool[at + 2]!
      }
    }
    const removed = inward.count[node]! + outward.count[node]!
    return level[node]! + (removed > 0 ? wantedCount / removed : 0)
  }

  const waiting = new Frontier()
  const priority = new Float64Array(nodeCount)
  const hasLeft = new Uint8Array(nodeCount)
  const ask = (node: number): void => {
    priority[node] = askFor(node)
    waiting.push(priority[node]!, node)
  }
  for (let node = 0; node < nodeCount; node++) ask(node)
  const neighbours = new Set<number>()
  while (waiting.count > 0) {
    const remembered = waiting.cheapestCost
    const node = waiting.pop()
    if (hasLeft[node] === 1 || remembered !== priority[node]) continue
    priority[node] = askFor(node)
    if (waiting.count > 0 && priority[node]! > waiting.cheapestCost) {
      waiting.push(priority[node]!, node)
      continue
    }
    hasLeft[node] = 1
    for (let i = 0; i < wantedCount; i += 2) {
      addShortcut(arcs, outward, inward, wanted[i]!, wanted[i + 1]!)
    }
    neighbours.clear()
    takeOut(node, outward, inward, neighbours)
    takeOut(node, inward, outward, neighbours)
    for (const neighbour of neighbours) {
      level[neighbour] = Math.max(level[neighbour]!, level[node]! + 1)
    }
    for (const neighbour of neighbours) ask(neighbour)
  }
  return { arcs, level }
}

/** One arc per pair of nodes: the cheapest edge, of equally cheap ones the first. Loops lead nowhere. */
function addRoads(network: RoadNetwork, arcs: ArcPool, outward: LiveRows, inward: LiveRows): void {
  const rows = network.outward
  for (let tail = 0; tail < network.nodeCount; tail++) {
    const end = rows.firstEdge[tail + 1]!
    for (let edge = rows.firstEdge[tail]!; edge < end; edge++) {
      const head = rows.neighbour[edge]!
      const impedance = rows.impedanceDeciseconds[edge]!
      if (head === tail || impedance >= NO_WAY) continue
      setArc(arcs, outward, inward, tail, head, impedance, rows.lengthMeters[edge]!, NO_ARC, edge)
    }
  }
}

function addShortcut(
  arcs: ArcPool,
  outward: LiveRows,
  inward: LiveRows,
  first: number,
  second: number,
): void {
  const impedance = arcs.impedance[first]! + arcs.impedance[second]!
  const lengthMeters = arcs.lengthMeters[first]! + arcs.lengthMeters[second]!
  const tail = arcs.tail[first]!
  const head = arcs.head[second]!
  setArc(arcs, outward, inward, tail, head, impedance, lengthMeters, first, second)
}

function setArc(
  arcs: ArcPool,
  outward: LiveRows,
  inward: LiveRows,
  tail: number,
  head: number,
  impedance: number,
  lengthMeters: number,
  firstPart: number,
  secondPart: number,
): void {
  const slot = outward.find(tail, head)
  if (slot < 0) {
    const arc = arcs.add(tail, head)
    arcs.fill(arc, impedance, lengthMeters, firstPart, secondPart)
    outward.add(tail, head, impedance, arc)
    inward.add(head, tail, impedance, arc)
    return
  }
  const arc = outward.pool[3 * slot + 2]!
  if (arcs.impedance[arc]! <= impedance) return
  arcs.fill(arc, impedance, lengthMeters, firstPart, secondPart)
  outward.setImpedance(tail, head, impedance)
  inward.setImpedance(head, tail, impedance)
}

/** Removes the node from the rows of those it leads to, and collects them. */
function takeOut(node: number, rows: LiveRows, opposite: LiveRows, neighbours: Set<number>): void {
  const first = rows.first[node]!
  const end = first + rows.count[node]!
  for (let slot = first; slot < end; slot++) {
    const neighbour = rows.pool[3 * slot]!
    opposite.remove(neighbour, node)
    neighbours.add(neighbour)
  }
}
