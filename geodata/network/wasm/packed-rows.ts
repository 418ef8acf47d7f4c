// How do rows lie so that four of them are swept at once?
//
// Four rows in a row that do not name each other make a group, as long as its longest row, the others
// filled up with arcs that never win: from the top at NO_WAY. One slot of a group is 32 bytes,
//
//   higher higher higher higher  impedance impedance impedance impedance
//
// so that four costs grow by four impedances in one step; its lengths, four times eight bytes, lie
// beside the arcs at the same offset. Positions are given by the address of their costs, position ×
// stride. Rows that name their neighbours, or of too different lengths to share, lie alone as pairs.
//
// Neighbours of one length and kind make a run, stored as two numbers: the slots of each, with the bit
// ALONE, and the address at which the run ends. In `sweepOrder` a hundred thousand rows are some
// hundred runs.
import { NO_WAY } from '#geodata/network/contraction.ts'
import type { SweptRows } from '#geodata/network/sweep-loops.ts'

export const ALONE = 0x8000_0000
export const GROUP = 4

/** Which rows are swept together, before any are packed: the room they take is known. */
export type RowPlan = {
  /** Pairs: slots of each, with the bit ALONE, and the row at which the run ends. */
  readonly runs: readonly number[]
  /** Of an arc, two numbers each, gaps included. */
  readonly arcCount: number
}

/** Where rows are packed to. */
export type PackedRows = {
  readonly runs: Uint32Array
  readonly arcs: Uint32Array
  /** One number for every two of `arcs`, where lengths are wanted. */
  readonly lengthMeters?: Float64Array
}

export function planRows(rows: SweptRows): RowPlan {
  const { firstArc } = rows
  const count = firstArc.length - 1
  const runs: number[] = []
  let arcCount = 0
  for (let row = 0; row < count; ) {
    const shared = sharedSlots(rows, row)
    const slots = shared < 0 ? firstArc[row + 1]! - firstArc[row]! : shared
    const kind = shared < 0 ? slots + ALONE : slots
    const width = shared < 0 ? 1 : GROUP
    row += width
    arcCount += width * slots
    if (runs.at(-2) === kind) runs[runs.length - 1] = row
    else runs.push(kind, row)
  }
  return { runs, arcCount }
}

/** Fills arrays of the planned size; `stride` is the number of bytes the costs of a position take. */
export function packRows(rows: SweptRows, plan: RowPlan, stride: number, into: PackedRows): void {
  const { firstArc, arcs } = rows
  let to = 0
  let row = 0
  for (let run = 0; run < plan.runs.length; run += 2) {
    const kind = plan.runs[run]!
    const end = plan.runs[run + 1]!
    into.runs[run] = kind
    into.runs[run + 1] = end * stride
    const width = kind >= ALONE ? 1 : GROUP
    const slots = kind >= ALONE ? kind - ALONE : kind
    for (; row < end; row += width, to += 2 * width * slots) {
      for (let member = 0; member < width; member++) {
        const first = firstArc[row + member]!
        const filled = firstArc[row + member + 1]! - first
        for (let slot = 0; slot < slots; slot++) {
          const at = to + 2 * width * slot + member
          const arc = first + slot
          into.arcs[at] = slot < filled ? arcs[2 * arc]! * stride : 0
          into.arcs[at + width] = slot < filled ? arcs[2 * arc + 1]! : NO_WAY
        }
        if (into.lengthMeters) {
          const at = to / 2 + member
          for (let slot = 0; slot < filled; slot++) {
            into.lengthMeters[at + width * slot] = rows.lengthMeters[first + slot]!
          }
        }
      }
    }
  }
}

/** Slots of the group that starts here; −1 where there is none, or it would be half gaps. */
function sharedSlots({ firstArc, arcs }: SweptRows, row: number): number {
  if (row + GROUP > firstArc.length - 1) return -1
  const first = firstArc[row]!
  const end = firstArc[row + GROUP]!
  let slots = 0
  for (let member = row; member < row + GROUP; member++) {
    slots = Math.max(slots, firstArc[member + 1]! - firstArc[member]!)
  }
  if (GROUP * slots > 2 * (end - first)) return -1
  for (let arc = first; arc < end; arc++) if (arcs[2 * arc]! >= row) return -1
  return slots
}
