// What does a drawer of outlines need to know of the points' costs?

/** Costs that may be worked out only when they are asked for, where they are beyond the largest cutoff. */
export type PointCosts = {
  /** One per point and NEVER for those of the frame; UNASKED where beyond the largest cutoff and not asked for. */
  readonly costDeciseconds: Uint32Array
  /** Of each block of points in a row: 0 where none is within the largest cutoff. */
  readonly isBlockReached: Uint8Array
  /** The cost of a point that is UNASKED. */
  costAt(point: number): number
}

/** Points p with one p >> BLOCK_SHIFT are a block. */
export const BLOCK_SHIFT = 6

export function blockCountOf(pointCount: number): number {
  return ((pointCount - 1) >> BLOCK_SHIFT) + 1
}
