// Through which gates does one ring of an outline run, and where through each?
//
// A gate is a stretch between a point inside and a point outside. Every triangle with both kinds of
// corners has two of them, so a ring goes from gate to gate, inside on its left, until it is back.
//
//      inside ───┼────●────┼─────────── outside
//               low  place  high
//
// The place divides the gate as the cutoff divides the two costs; low and high are how far a shorter
// way may depart from it. The last gate repeats the first.

import type { Mesh } from '#geodata/analysis/isochrone/outline/mesh.ts'
import type { PointCosts } from '#geodata/analysis/isochrone/outline/point-costs.ts'

/** Costs of points that are never reached. */
export const NEVER = 0xffff_ffff
/**
 * No place comes nearer to a gate's ends than this share of it, so every point has a clear side:
 * shares are drawn together toward the middle by so much, which moves none by more.
 */
const LEAST_SHARE = 0.02
/**
 * Toward a point that is never reached, as if it cost half an hour more than the cutoff: halfway with
 * half an hour left, less with less.
 */
const BEYOND_DECISECONDS = 18_000

/** Not worked out in this question: above every cutoff, below NEVER. */
export const UNASKED = 0xffff_fffe

/** Written by `walkRing` and `placeGates`, one slot per gate, lent again for every ring. */
export class Gates {
  count = 0
  /** The gates in the order they were walked through, which may begin elsewhere. */
  walkedInside = new Uint32Array(0)
  walkedOutside = new Uint32Array(0)
  inside = new Uint32Array(0)
  outside = new Uint32Array(0)
  /** Where the point inside lies, and the one outside. */
  insideX = new Float64Array(0)
  insideY = new Float64Array(0)
  outsideX = new Float64Array(0)
  outsideY = new Float64Array(0)
  x = new Float64Array(0)
  y = new Float64Array(0)
  lowX = new Float64Array(0)
  lowY = new Float64Array(0)
  highX = new Float64Array(0)
  highY = new Float64Array(0)

  /** Room for a ring of so many gates and the first once more. */
  reserve(gateCount: number): void {
    if (this.x.length > gateCount) return
    const room = 2 * gateCount + 1
    for (const field of POINTS) this[field] = new Uint32Array(room)
    for (const field of PLACES) this[field] = new Float64Array(room)
  }

  /** The same with what is in it; no ring has more gates than the mesh has edges. */
  grow(edgeCount: number): void {
    const { walkedInside, walkedOutside } = this
    if (walkedInside.length > edgeCount)
      throw new Error(`A ring over ${edgeCount} edges does not close.`)
    this.reserve(this.x.length)
    this.walkedInside.set(walkedInside)
    this.walkedOutside.set(walkedOutside)
  }
}

const POINTS = ['walkedInside', 'walkedOutside', 'inside', 'outside'] as const
const SIDES = ['insideX', 'insideY', 'outsideX', 'outsideY'] as const
const PLACES = [...SIDES, 'x', 'y', 'lowX', 'lowY', 'highX', 'highY'] as const

/**
 * Follows the ring through the gate `start` (an edge from `tail`, inside, to a point outside), marking its
 * edges with `serial`, and returns the lowest of them. A point is inside where its level is at most
 * `rank`. The ring is then to begin at the gate of that edge: `begin` says which of those walked it is.
 */
export function walkRing(
  { firstEdge, head, across }: Mesh,
  level: Uint8Array,
  rank: number,
  start: number,
  tail: number,
  serial: number,
  ringOfEdge: Uint32Array,
  gates: Gates,
): { lowestEdge: number; begin: number } {
  let { walkedInside, walkedOutside } = gates
  let edge = start
  let a = tail
  let b = head[start] ?? 0
  let count = 0
  let [lowestEdge, begin] = [start, 0]
  do {
    // One more than walked through, for the first gate once more.
    if (count + 1 >= walkedInside.length) {
      gates.grow(head.length)
      ;({ walkedInside, walkedOutside } = gates)
    }
    if (edge < lowestEdge) {
      lowestEdge = edge
      begin = count
    }
    ringOfEdge[edge] = serial
    walkedInside[count] = a
    walkedOutside[count] = b
    count++
    let after = edge + 1
    if (after === firstEdge[a + 1]) after = firstEdge[a] ?? 0
    const apex = head[after] ?? 0
    if ((level[apex] ?? 0) > rank) {
      edge = after
      b = apex
    } else {
      edge = across[edge] ?? 0
      a = apex
    }
  } while (edge !== start)
  gates.count = count
  return { lowestEdge, begin }
}

/**
 * Finds the places, beginning with the gate that was walked through as number `begin`. Where the next
 * smaller or larger cutoff crosses the same gate, neither may go beyond the middle between the two, so
 * that their rings keep apart.
 */
export function placeGates(
  pointX: Float64Array,
  pointY: Float64Array,
  costs: PointCosts,
  cutoffs: readonly number[],
  rank: number,
  tolerance: number,
  begin: number,
  gates: Gates,
): void {
  const { count, walkedInside, walkedOutside, inside, outside } = gates
  const { insideX, insideY, outsideX, outsideY, x, y, lowX, lowY, highX, highY } = gates
  const { costDeciseconds } = costs
  const cutoff = cutoffs[rank] ?? 0
  const smaller = rank === 0 ? -1 : (cutoffs[rank - 1] ?? -1)
  const larger = rank + 1 === cutoffs.length ? NEVER : (cutoffs[rank + 1] ?? NEVER)
  let walked = begin
  for (let gate = 0; gate <= count; gate++) {
    const a = walkedInside[walked] ?? 0
    const b = walkedOutside[walked] ?? 0
    walked = walked + 1 === count ? 0 : walked + 1
    const ax = pointX[a] ?? 0
    const ay = pointY[a] ?? 0
    const bx = pointX[b] ?? 0
    const by = pointY[b] ?? 0
    const dx = bx - ax
    const dy = by - ay
    const costA = costDeciseconds[a] ?? 0
    let costB = costDeciseconds[b] ?? 0
    if (costB === UNASKED) costB = costs.costAt(b)
    const share = shareOf(cutoff, costA, costB)
    const play = tolerance / Math.sqrt(dx * dx + dy * dy)
    let low = share - play
    let high = share + play
    if (low < LEAST_SHARE) low = LEAST_SHARE
    if (high > 1 - LEAST_SHARE) high = 1 - LEAST_SHARE
    if (smaller >= costA) {
      const middle = (share + shareOf(smaller, costA, costB)) / 2
      if (low < middle) low = middle
    }
    if (larger < costB) {
      const middle = (share + shareOf(larger, costA, costB)) / 2
      if (high > middle) high = middle
    }
    inside[gate] = a
    outside[gate] = b
    insideX[gate] = ax
    insideY[gate] = ay
    outsideX[gate] = bx
    outsideY[gate] = by
    x[gate] = ax + share * dx
    y[gate] = ay + share * dy
    lowX[gate] = ax + low * dx
    lowY[gate] = ay + low * dy
    highX[gate] = ax + high * dx
    highY[gate] = ay + high * dy
  }
}

function shareOf(cutoff: number, costA: number, costB: number): number {
  const left = cutoff - costA
  const share = left / (costB === NEVER ? left + BEYOND_DECISECONDS : costB - costA)
  return LEAST_SHARE + (1 - 2 * LEAST_SHARE) * share
}
