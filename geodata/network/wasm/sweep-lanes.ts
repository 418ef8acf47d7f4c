// How are several origins swept at once in WebAssembly?
//
// As `sweepLanes` and `sweepLanesWithLength` of sweep-loops.ts do, with the lanes of a row in vectors
// that stay in registers until the row is done. What was climbed to is read only at the rising
// addresses in `touched`, closed by one that is none; elsewhere the costs may hold anything, which
// spares filling them beforehand and reading them. Members of a group come one after the other, each
// along its own column.

import { NO_WAY } from '#geodata/network/contraction.ts'
import {
  type Code,
  f64x2,
  i32,
  i32x4,
  ifElse,
  type Local,
  type ValueType,
  type WasmFunction,
  wasmFunction,
  whileTrue,
} from '#geodata/network/wasm/bytes.ts'
import { GROUP } from '#geodata/network/wasm/packed-rows.ts'
import {
  ARC,
  advance,
  forEachRun,
  NUMBER,
  PARAMETER_COUNT,
  SLOT,
  sweepLocals,
  VECTOR,
} from '#geodata/network/wasm/runs.ts'

/** How to get from an arc's position to the next arc of its row, its impedance and its length. */
type Column = { toNext: number; toImpedance: number; toMeters: number }

/** The whole loop in the order it runs, past 80 lines: its instructions share one set of locals. */
/** Costs of four lanes in one vector, their lengths in two; `offset` counts from the row's first. */
type Four = { best: Local; offset: number; halves: readonly { half: 0 | 1; long: Local }[] }
type Two = { half: 0 | 1; long: Local; offset: number }

function foursOf(lanes: number, declare: (type: ValueType) => Local): Four[] {
  return Array.from({ length: lanes / 4 }, (_, index) => {
    const best = declare('v128')
    const halves = ([0, 1] as const).map((half) => ({ half, long: declare('v128') }))
    return { best, offset: VECTOR * index, halves }
  })
}

/** The lengths of every two lanes, with how far they lie behind the row's first. */
function twosOf({ offset, halves }: Four): Two[] {
  return halves.map((two) => ({ ...two, offset: 2 * offset + VECTOR * two.half }))
}

export function sweepLanesFunction(lanes: number, withLength: boolean): WasmFunction {
  return wasmFunction('sweep', PARAMETER_COUNT, (parameter, declare) => {
    const locals = sweepLocals(parameter, declare)
    const { arc, arcsEnd, here, touched, lengths, meters } = locals
    const at = declare('i32')
    const higher = declare('i32')
    const nextTouched = declare('i32')
    const impedance = declare('v128')
    const arcMeters = declare('v128')
    const reached = declare('v128')
    const noWay = declare('v128')
    const lengthOf = (address: Code) => i32.add(lengths.get, i32.shl(address, 1))
    const fours = foursOf(lanes, declare)
    const inTwos = (four: Four, write: (two: Two) => Code) =>
      withLength ? twosOf(four).flatMap(write) : []

    // best = here == nextTouched ? cost[here …] : NO_WAY; long = length[here …], if it matters
    const read = ifElse(
      i32.equal(here.get, nextTouched.get),
      [
        ...fours.flatMap((four) => [
          ...four.best.set(i32x4.load(here.get, four.offset)),
          ...inTwos(four, ({ long, offset }) => long.set(f64x2.load(lengthOf(here.get), offset))),
        ]),
        ...advance(touched, NUMBER),
        ...nextTouched.set(i32.load(touched.get)),
      ],
      fours.flatMap(({ best }) => best.set(noWay.get)),
    )
    // reached = cost[higher …] + impedance
    // long = reached < best ? length[higher …] + meters : long
    // best = min(best, reached)
    const take = fours.flatMap((four) => [
      ...reached.set(i32x4.add(i32x4.load(higher.get, four.offset), impedance.get)),
      ...inTwos(four, ({ half, long, offset }) => {
        const longer = f64x2.add(f64x2.load(lengthOf(higher.get), offset), arcMeters.get)
        return long.set(
          f64x2.select(longer, long.get, i32x4.less(reached.get, four.best.get), half),
        )
      }),
      ...four.best.set(i32x4.min(four.best.get, reached.get)),
    ])
    const write = fours.flatMap((four) => [
      ...i32x4.store(here.get, four.best.get, four.offset),
      ...inTwos(four, ({ long, offset }) => f64x2.store(lengthOf(here.get), long.get, offset)),
    ])
    const row = ({ toNext, toImpedance, toMeters }: Column): Code => [
      ...read,
      ...whileTrue(i32.less(at.get, arcsEnd.get), [
        ...higher.set(i32.load(at.get)),
        ...impedance.set(i32x4.loadSplat(at.get, toImpedance)),
        ...(withLength
          ? arcMeters.set(f64x2.loadSplat(i32.add(at.get, meters.get), toMeters))
          : []),
        ...take,
        ...advance(at, toNext),
      ]),
      ...write,
      ...advance(here, NUMBER * lanes),
    ]
    // The lengths of a slot lie as its positions do, twice as wide: behind member m they begin at 4 m.
    const member = (index: number) => [
      ...at.set(i32.add(arc.get, i32.const(NUMBER * index))),
      ...row({ toNext: SLOT, toImpedance: VECTOR, toMeters: NUMBER * index }),
    ]
    const members = Array.from({ length: GROUP }, (_, index) => member(index)).flat()
    const alone = [...at.set(arc.get), ...row({ toNext: ARC, toImpedance: NUMBER, toMeters: 0 })]
    return [
      ...noWay.set(i32x4.splat(i32.const(NO_WAY))),
      ...nextTouched.set(i32.load(touched.get)),
      ...forEachRun(locals, declare, {
        group: [...members, ...arc.set(arcsEnd.get)],
        alone: [...alone, ...arc.set(arcsEnd.get)],
      }),
    ]
  })
}
