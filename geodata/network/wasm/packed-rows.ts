// How do rows lie so that four of them are swept at once?
//
// Four rows in a row that do not name each other make a group, as long as its longest row, the others
// filled up with arcs that never win: from the top at NO_WAY. One slot of a group is 32 bytes,
//
//   higher higher higher higher  impedance impedance impedance impedance
//
// so that four costs grow by four impedances in one step; its lengths, four times eight bytes, lie
// beside the arcs at the same offset. Positions are told by the address of their costs, position ×
// stride. Rows that name their neighbours, or of too different lengths to share, lie alone as pairs.
//
// Neighbours of one length and kind make a run, told as two numbers: the slots of each, with the bit
// ALONE, and the address at which the run ends. In `sweepOrder` a hundred thousand rows are some
// hundred runs.
import { NO_WAY } from '#geodata/network/contraction.ts'
import type { SweptRows } from '#geodata/network/sweep-loops.ts'

export const ALONE = 0x8000_0000
export const GROUP = 4

export type PackedRows = {
  readonly runs: Uint32Array
  readonly arcs: Uint32Array
  /** One number for every two of `arcs`; empty unless asked for. */
  readonly lengthMeters: Float64Array
}

/** `stride` is the number of bytes the costs of one position take. */
export function packRows(rows: SweptRows, stride: number, withLength: boolean): PackedRows {
  const { runs, words } = planRuns(rows)
  const { firstArc, arcs } = rows
  const packed = new Uint32Array(words)
  const lengthMeters = new Float64Array(withLength ? words / 2 : 0)
  let to = 0
  let row = 0
  for (let run = 0; run < runs.length; run += 2) {
    const isAlone = runs[run]! >= ALONE
    const slots = isAlone ? runs[run]! - ALONE : runs[run]!
    const width = isAlone ? 1 : GROUP
    for (; row < runs[run + 1]!; row += width) {
      for (let slot = 0; slot < slots; slot++, to += 2 * width) {
        for (let member = 0; member < width; member++) {
          const arc = firstArc[row + member]! + slot
          const isGap = arc >= firstArc[row + member + 1]!
          packed[to + member] = isGap ? 0 : arcs[2 * arc]! * stride
          packed[to + width + member] = isGap ? NO_WAY : arcs[2 * arc + 1]!
          if (withLength && !isGap) lengthMeters[to / 2 + member] = rows.lengthMeters[arc]!
        }
      }
    }
  }
  const addressed = runs.map((number, at) => (at % 2 === 0 ? number : number * stride))
  return { runs: Uint32Array.from(addressed), arcs: packed, lengthMeters }
}

function planRuns(rows: SweptRows): { runs: number[]; words: number } {
  const { firstArc } = rows
  const count = firstArc.length - 1
  const runs: number[] = []
  let words = 0
  for (let row = 0; row < count; ) {
    const shared = sharedSlots(rows, row)
    const slots = shared < 0 ? firstArc[row + 1]! - firstArc[row]! : shared
    const kind = shared < 0 ? slots + ALONE : slots
    const width = shared < 0 ? 1 : GROUP
    row += width
    words += 2 * width * slots
    if (runs.at(-2) === kind) runs[runs.length - 1] = row
    else runs.push(kind, row)
  }
  return { runs, words }
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
