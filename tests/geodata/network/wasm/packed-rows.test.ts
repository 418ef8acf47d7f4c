// Are all arcs found again in packed rows, and nothing swept together that hangs on each other?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_WAY } from '#geodata/network/contraction.ts'
import {
  ALONE,
  GROUP,
  type PackedRows,
  packRows,
  planRows,
} from '#geodata/network/wasm/packed-rows.ts'

/** Bytes of one position: costs in eight lanes. */
const STRIDE = 32

type Arc = [higher: number, impedance: number]

function rowsOf(rows: Arc[][]) {
  const firstArc = [0]
  for (const row of rows) firstArc.push(firstArc.at(-1)! + row.length)
  return {
    firstArc: Uint32Array.from(firstArc),
    arcs: Uint32Array.from(rows.flat(2)),
    lengthMeters: Float64Array.from(rows.flat(), ([, impedance]) => impedance / 8),
  }
}

function packed(rows: Arc[][], stride: number): Required<PackedRows> {
  const drawn = rowsOf(rows)
  const plan = planRows(drawn)
  const into = {
    runs: new Uint32Array(plan.runs.length),
    arcs: new Uint32Array(2 * plan.arcCount),
    lengthMeters: new Float64Array(plan.arcCount),
  }
  packRows(drawn, plan, stride, into)
  return into
}

/** Rows as a reader of runs and arcs finds them; throws where a group member names another. */
function unpack({ runs, arcs, lengthMeters }: Required<PackedRows>): Arc[][] {
  const rows: Arc[][] = []
  let at = 0
  for (let run = 0; run < runs.length; run += 2) {
    const isAlone = runs[run]! >= ALONE
    const slots = isAlone ? runs[run]! - ALONE : runs[run]!
    while (STRIDE * rows.length < runs[run + 1]!) {
      const width = isAlone ? 1 : GROUP
      const members = Array.from({ length: width }, (): Arc[] => [])
      for (let slot = 0; slot < slots; slot++, at += 2 * width) {
        members.forEach((row, member) => {
          const [higher, impedance] = [arcs[at + member]! / STRIDE, arcs[at + width + member]!]
          if (impedance === NO_WAY) return
          if (higher >= rows.length) throw new Error(`Row ${rows.length + member} names ${higher}.`)
          expect(lengthMeters[at / 2 + member]).toBe(impedance / 8)
          row.push([higher, impedance])
        })
      }
      rows.push(...members)
    }
    if (STRIDE * rows.length !== runs[run + 1]) throw new Error('A run ends within a group.')
  }
  if (at !== arcs.length) throw new Error(`${arcs.length - at} numbers are left over.`)
  return rows
}

const lengths = (rows: Arc[][]) => [...packed(rows, 1).runs]

describe('packRows', () => {
  it('keeps every arc in its row and order, whatever the rows', () => {
    const row = (index: number) =>
      index === 0
        ? fc.constant<Arc[]>([])
        : fc.array(fc.tuple(fc.nat(index - 1), fc.nat(NO_WAY - 1)), { maxLength: 6 })
    const anyRows = fc
      .nat(30)
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => row(index))))
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(unpack(packed(rows, STRIDE))).toEqual(rows)
      }),
      { numRuns: 400 },
    )
  })

  it('groups four rows of one length, and stores neighbours of one length in one run', () => {
    const one: Arc[] = [[0, 5]]
    expect(lengths([[], one, one, one, one, one, one, one, one, one])).toEqual([
      ...[ALONE, 1],
      ...[1, 9],
      ...[ALONE + 1, 10],
    ])
  })

  it('groups no rows that name each other, nor those that would be half gaps', () => {
    const one: Arc[] = [[0, 5]]
    const last: Arc[] = [[3, 5]]
    expect(lengths([[], one, one, one, last])).toEqual([ALONE, 1, ALONE + 1, 5])
    expect(lengths([[], [...one, ...one, ...one], one, one, []])).toEqual([
      ...[ALONE, 1, ALONE + 3, 2],
      ...[ALONE + 1, 4, ALONE, 5],
    ])
    expect(lengths([[], [...one, ...one, ...one], one, one, one])).toEqual([ALONE, 1, 3, 5])
  })
})
