// What do all sweeps in WebAssembly share: how they are called, and how they walk packed rows?
//
//   for (; run < runEnd; run += 8) {
//     slots = [run], stop = [run + 4]
//     do {                                   // `here` runs along the costs, `arc` along the arcs
//       arcsEnd = arc + slots × bytes of a slot
//       …                                    // a group of rows, or a row alone
//     } while (here < stop)
//   }
//
// Costs lie from address 0. With lengths, those of position p lie at `lengths` + twice the address of
// its costs, since they take twice the room, and those of an arc `meters` behind the arc.
import {
  type Code,
  doWhile,
  i32,
  ifElse,
  type Local,
  type ValueType,
  whileTrue,
} from '#geodata/network/wasm/bytes.ts'
import { ALONE, GROUP } from '#geodata/network/wasm/packed-rows.ts'

/** Bytes of a number, of a vector, of an arc that lies alone, and of one slot of a group. */
export const NUMBER = 4
export const VECTOR = 16
export const ARC = 8
export const SLOT = GROUP * ARC

/** The parameters of every sweep, and the locals its bodies find set. */
export type SweepLocals = Readonly<
  Record<'run' | 'runEnd' | 'arc' | 'touched' | 'lengths' | 'meters' | 'here' | 'arcsEnd', Local>
>
export const PARAMETER_COUNT = 6

export function sweepLocals(
  parameter: (index: number) => Local,
  declare: (type: ValueType) => Local,
): SweepLocals {
  return {
    run: parameter(0),
    runEnd: parameter(1),
    arc: parameter(2),
    touched: parameter(3),
    lengths: parameter(4),
    meters: parameter(5),
    here: declare('i32'),
    arcsEnd: declare('i32'),
  }
}

export function advance(address: Local, bytes: number): Code {
  return address.set(i32.add(address.get, i32.const(bytes)))
}

/** Both bodies leave `here` behind their rows and `arc` at `arcsEnd`. */
export function forEachRun(
  { run, runEnd, arc, here, arcsEnd }: SweepLocals,
  declare: (type: ValueType) => Local,
  { group, alone }: { group: Code; alone: Code },
): Code {
  const slots = declare('i32')
  const stop = declare('i32')
  // ALONE is the highest bit: multiplied by an even number it is lost.
  const each = (bytesOfSlot: number, body: Code) =>
    doWhile(
      [...arcsEnd.set(i32.add(arc.get, i32.mul(slots.get, i32.const(bytesOfSlot)))), ...body],
      i32.less(here.get, stop.get),
    )
  return whileTrue(i32.less(run.get, runEnd.get), [
    ...slots.set(i32.load(run.get)),
    ...stop.set(i32.load(run.get, NUMBER)),
    ...advance(run, 2 * NUMBER),
    ...ifElse(i32.less(slots.get, i32.const(ALONE)), each(SLOT, group), each(ARC, alone)),
  ])
}
