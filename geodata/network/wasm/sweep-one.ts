// How is one origin swept in WebAssembly?
//
// As `sweepOne` and `sweepOneWithLength` of sweep-loops.ts do, but four rows at once where they lie in
// a group. Costs hold what was climbed to, NO_WAY elsewhere; `touched` is not asked. Everything is
// chosen, nothing branched on, so the time does not depend on the costs.
import {
  type Code,
  f64,
  f64x2,
  i32,
  i32x4,
  type Local,
  select,
  type ValueType,
  type WasmFunction,
  wasmFunction,
  whileTrue,
} from '#geodata/network/wasm/bytes.ts'
import {
  ARC,
  advance,
  forEachRun,
  NUMBER,
  PARAMETER_COUNT,
  SLOT,
  type SweepLocals,
  sweepLocals,
  VECTOR,
} from '#geodata/network/wasm/runs.ts'

type Declare = (type: ValueType) => Local

export function sweepOneFunction(withLength: boolean): WasmFunction {
  return wasmFunction('sweep', PARAMETER_COUNT, (parameter, declare) => {
    const locals = sweepLocals(parameter, declare)
    return forEachRun(locals, declare, {
      group: groupCode(locals, declare, withLength),
      alone: aloneCode(locals, declare, withLength),
    })
  })
}

// four = cost[here … here + 3], long = their lengths
// while (arc < arcsEnd) {
//   reached = (cost[higher], cost[higher], …) + (impedance, impedance, …)
//   long = reached < four ? (length[higher], …) + (meters, …) : long
//   four = min(four, reached)
// }
function groupCode(locals: SweepLocals, declare: Declare, withLength: boolean): Code {
  const { arc, arcsEnd, here, lengths, meters } = locals
  const four = declare('v128')
  const reached = declare('v128')
  const higher = (member: number) => i32.load(arc.get, NUMBER * member)
  const costs = [1, 2, 3].reduce(
    (vector, member) => i32x4.loadLane(higher(member), vector, member),
    i32x4.loadFirst(higher(0)),
  )
  const lengthOf = (address: Code) => i32.add(lengths.get, i32.shl(address, 1))
  const arcMeters = i32.add(arc.get, meters.get)
  const halves = ([0, 1] as const).map((half) => {
    const long = declare('v128')
    const first = f64x2.loadFirst(lengthOf(higher(2 * half)))
    const both = f64x2.loadSecond(lengthOf(higher(2 * half + 1)), first)
    const longer = f64x2.add(both, f64x2.load(arcMeters, VECTOR * half))
    const isCheaper = i32x4.less(reached.get, four.get)
    return {
      read: long.set(f64x2.load(lengthOf(here.get), VECTOR * half)),
      choose: long.set(f64x2.select(longer, long.get, isCheaper, half)),
      write: f64x2.store(lengthOf(here.get), long.get, VECTOR * half),
    }
  })
  const inHalves = (what: 'read' | 'choose' | 'write') =>
    withLength ? halves.flatMap((half) => half[what]) : []
  return [
    ...four.set(i32x4.load(here.get)),
    ...inHalves('read'),
    ...whileTrue(i32.less(arc.get, arcsEnd.get), [
      ...reached.set(i32x4.add(costs, i32x4.load(arc.get, VECTOR))),
      ...inHalves('choose'),
      ...four.set(i32x4.min(four.get, reached.get)),
      ...advance(arc, SLOT),
    ]),
    ...i32x4.store(here.get, four.get),
    ...inHalves('write'),
    ...advance(here, VECTOR),
  ]
}

// best = cost[here], long = its length
// while (arc < arcsEnd) {
//   reached = cost[higher] + impedance
//   long = reached < best ? length[higher] + meters : long
//   best = min(best, reached)
// }
function aloneCode(locals: SweepLocals, declare: Declare, withLength: boolean): Code {
  const { arc, arcsEnd, here, lengths, meters } = locals
  const best = declare('i32')
  const reached = declare('i32')
  const long = declare('f64')
  const higher = i32.load(arc.get)
  const isCheaper = i32.less(reached.get, best.get)
  const lengthOf = (address: Code) => i32.add(lengths.get, i32.shl(address, 1))
  const longer = f64.add(f64.load(lengthOf(higher)), f64.load(i32.add(arc.get, meters.get)))
  const also = (code: Code) => (withLength ? code : [])
  return [
    ...best.set(i32.load(here.get)),
    ...also(long.set(f64.load(lengthOf(here.get)))),
    ...whileTrue(i32.less(arc.get, arcsEnd.get), [
      ...reached.set(i32.add(i32.load(higher), i32.load(arc.get, NUMBER))),
      ...also(long.set(select(longer, long.get, isCheaper))),
      ...best.set(select(reached.get, best.get, isCheaper)),
      ...advance(arc, ARC),
    ]),
    ...i32.store(here.get, best.get),
    ...also(f64.store(lengthOf(here.get), long.get)),
    ...advance(here, NUMBER),
  ]
}
