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
  inside = new Uint32Array(0)
  outside = new Uint32Array(0)
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
    this.inside = new Uint32Array(room)
    this.outside = new Uint32Array(room)
    for (const field of ['x', 'y', 'lowX', 'lowY', 'highX', 'highY'] as const) {
      this[field] = new Float64Array(room)
    }
  }
}

/**
 * Follows the ring through the gate `start` (an edge leading outside), marking its edges with
 * `serial`. A point is inside where its level is at most `rank`.
 */
export function walkRing(
  { firstEdge, head, twin }: Mesh,
  level: Uint8Array,
  rank: number,
  start: number,
  serial: number,
  ringOfEdge: Uint32Array,
  gates: Gates,
): void {
  const { inside, outside } = gates
  let edge = start
  let a = head[twin[start] ?? 0] ?? 0
  let b = head[start] ?? 0
  let count = 0
  do {
    ringOfEdge[edge] = serial
    inside[count] = a
    outside[count] = b
    count++
    let after = edge + 1
    if (after === firstEdge[a + 1]) after = firstEdge[a] ?? 0
    const apex = head[after] ?? 0
    if ((level[apex] ?? 0) > rank) {
      edge = after
      b = apex
      continue
    }
    const back = twin[edge] ?? 0
    const before = back === firstEdge[b] ? (firstEdge[b + 1] ?? 0) - 1 : back - 1
    edge = twin[before] ?? 0
    a = apex
  } while (edge !== start)
  inside[count] = inside[0] ?? 0
  outside[count] = outside[0] ?? 0
  gates.count = count
}

/**
 * Finds the places. Where the next smaller or larger cutoff crosses the same gate, neither may go
 * beyond the middle between the two, so that their rings keep apart.
 */
export function placeGates(
  pointX: Float64Array,
  pointY: Float64Array,
  cost: Uint32Array,
  cutoffs: readonly number[],
  rank: number,
  tolerance: number,
  gates: Gates,
): void {
  const { count, inside, outside, x, y, lowX, lowY, highX, highY } = gates
  const cutoff = cutoffs[rank] ?? 0
  const smaller = rank === 0 ? -1 : (cutoffs[rank - 1] ?? -1)
  const larger = rank + 1 === cutoffs.length ? NEVER : (cutoffs[rank + 1] ?? NEVER)
  for (let gate = 0; gate <= count; gate++) {
    const a = inside[gate] ?? 0
    const b = outside[gate] ?? 0
    const ax = pointX[a] ?? 0
    const ay = pointY[a] ?? 0
    const dx = (pointX[b] ?? 0) - ax
    const dy = (pointY[b] ?? 0) - ay
    const costA = cost[a] ?? 0
    const costB = cost[b] ?? 0
    const share = shareOf(cutoff, costA, costB)
    const play = tolerance / Math.sqrt(dx * dx + dy * dy)
    let low = Math.max(LEAST_SHARE, share - play)
    let high = Math.min(1 - LEAST_SHARE, share + play)
    if (smaller >= costA) low = Math.max(low, (share + shareOf(smaller, costA, costB)) / 2)
    if (larger < costB) high = Math.min(high, (share + shareOf(larger, costA, costB)) / 2)
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
