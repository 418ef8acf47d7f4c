// What can a sweep machine do, and how do plain loops do it?
//
// Costs and lengths lie by position × lanes + lane. A sweep is: clear, touch the positions climbed to
// and put their costs there, then run.
import { NO_WAY } from '#geodata/network/contraction.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import {
  type SweptRows,
  sweepLanes,
  sweepLanesWithLength,
  sweepOne,
  sweepOneWithLength,
} from '#geodata/network/sweep-loops.ts'

export type SweepMachine = {
  readonly kind: 'plain' | 'wasm'
  readonly lanes: number
  readonly costDeciseconds: Uint32Array
  /** Present when lengths are wanted. */
  readonly lengthMeters?: Float64Array
  /** Forgets the last sweep. */
  clear(): void
  /** Makes the position ready to take costs: NO_WAY in every lane when it comes first. */
  touch(position: number): void
  /** Carries the costs down, until that of every position is right. */
  run(direction: Direction): void
}

/** The rows each direction sweeps; a restriction has those of one. */
export type SweptByDirection = { readonly [direction in Direction]?: SweptRows }

export type SweepWish = { lanes: number; withLength: boolean; plain: boolean }

export class PlainSweepMachine implements SweepMachine {
  readonly kind = 'plain'
  readonly lanes: number
  readonly costDeciseconds: Uint32Array
  readonly lengthMeters?: Float64Array
  private readonly swept: SweptByDirection

  constructor(
    positionCount: number,
    swept: SweptByDirection,
    { lanes, withLength }: { lanes: number; withLength: boolean },
  ) {
    this.swept = swept
    this.lanes = lanes
    this.costDeciseconds = new Uint32Array(positionCount * lanes)
    if (withLength) this.lengthMeters = new Float64Array(positionCount * lanes)
  }

  clear(): void {
    this.costDeciseconds.fill(NO_WAY)
  }

  touch(): void {}

  run(direction: Direction): void {
    const { lanes, costDeciseconds, lengthMeters } = this
    const rows = this.swept[direction]
    if (!rows) throw new Error(`Rows to sweep ${direction} are not here.`)
    if (lanes === 1) {
      if (lengthMeters) sweepOneWithLength(rows, costDeciseconds, lengthMeters)
      else sweepOne(rows, costDeciseconds)
    } else if (lengthMeters) sweepLanesWithLength(rows, costDeciseconds, lengthMeters, lanes)
    else sweepLanes(rows, costDeciseconds, lanes)
  }
}
