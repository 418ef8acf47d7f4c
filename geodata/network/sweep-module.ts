// What do the loops of sweep-loops.ts look like in WebAssembly, four numbers a step?
//
// Rows lie as packed-rows.ts says, costs from address 0. A module has one function,
// sweep(run, runEnd, arc, touched), for one number of lanes. It walks the runs:
//
//   for (; run < runEnd; run += 8) {
//     slots = [run], stop = [run + 4]
//     do … while (here < stop)              // `here` runs along the costs, `arc` along the arcs
//   }
//
// Arithmetic is on unsigned 32-bit numbers; costs and impedances are below 2³⁰, so nothing overflows.
import { NO_WAY } from '#geodata/network/contraction.ts'
import { ALONE, GROUP } from '#geodata/network/packed-rows.ts'
import {
  type Code,
  doWhile,
  i32,
  i32x4,
  ifElse,
  type Local,
  moduleBytes,
  type ValueType,
  type WasmFunction,
  wasmFunction,
  whileTrue,
} from '#geodata/network/wasm-bytes.ts'

/** More need more vectors than processors have registers; 16 to 32 lanes take equally long each. */
const MOST_LANES = 32

const compiledByLanes = new Map<number, WebAssembly.Module | undefined>()

/** Undefined where WebAssembly or its vectors are missing or forbidden, or lanes do not come by fours. */
export function compiledSweep(lanes: number): WebAssembly.Module | undefined {
  if (lanes !== 1 && (lanes % 4 !== 0 || lanes > MOST_LANES)) return undefined
  if (!compiledByLanes.has(lanes)) compiledByLanes.set(lanes, compile(lanes))
  return compiledByLanes.get(lanes)
}

function compile(lanes: number): WebAssembly.Module | undefined {
  if (typeof WebAssembly !== 'object') return undefined
  const bytes = moduleBytes([lanes === 1 ? sweepOne : sweepLanes(lanes)])
  try {
    return new WebAssembly.Module(bytes)
  } catch (error) {
    // No vectors here, or a page whose policy lacks 'wasm-unsafe-eval'.
    if (error instanceof WebAssembly.CompileError) return undefined
    throw error
  }
}

type Declare = (type: ValueType) => Local

/** Bytes of a number, of four, of an arc that lies alone, and of one slot of a group. */
const NUMBER = 4
const FOUR = 16
const ARC = 8
const SLOT = GROUP * ARC

const advance = (address: Local, bytes: number) =>
  address.set(i32.add(address.get, i32.const(bytes)))

/** One origin: `cost` holds what was climbed to, NO_WAY elsewhere; `touched` is not asked. */
const sweepOne: WasmFunction = wasmFunction('sweep', 4, (parameter, declare) => {
  const arc = parameter(2)
  const here = declare('i32')
  const arcsEnd = declare('i32')
  const best = declare('i32')
  const reached = declare('i32')
  const four = declare('v128')
  const address = (offset: number) => i32.load(arc.get, offset)

  // A group: four = cost[here … here + 3]
  //          while (arc < arcsEnd) four = min(four, (cost[higher], …) + (impedance, …))
  let costs = i32x4.loadFirst(address(0))
  for (let member = 1; member < GROUP; member++) {
    costs = i32x4.loadLane(address(NUMBER * member), costs, member)
  }
  const dearer = i32x4.add(costs, i32x4.load(arc.get, FOUR))
  const group = [
    four.set(i32x4.load(here.get)),
    whileTrue(i32.less(arc.get, arcsEnd.get), [
      ...four.set(i32x4.min(four.get, dearer)),
      ...advance(arc, SLOT),
    ]),
    i32x4.store(here.get, four.get),
    advance(here, FOUR),
  ].flat()

  // A row alone: best = cost[here]
  //              while (arc < arcsEnd) best = min(best, cost[higher] + impedance)
  const alone = [
    best.set(i32.load(here.get)),
    whileTrue(i32.less(arc.get, arcsEnd.get), [
      ...reached.set(i32.add(i32.load(address(0)), i32.load(arc.get, NUMBER))),
      ...best.set(i32.select(reached.get, best.get, i32.less(reached.get, best.get))),
      ...advance(arc, ARC),
    ]),
    i32.store(here.get, best.get),
    advance(here, NUMBER),
  ].flat()
  return forEachRun(parameter, declare, arc, arcsEnd, here, { group, alone })
})

/**
 * Several origins. What was climbed to is read only at the rising addresses in `touched`, closed by one
 * that is none; elsewhere the costs may hold anything, which spares filling and reading them.
 */
function sweepLanes(lanes: number): WasmFunction {
  return wasmFunction('sweep', 4, (parameter, declare) => {
    const arc = parameter(2)
    const touched = parameter(3)
    const here = declare('i32')
    const arcsEnd = declare('i32')
    const at = declare('i32')
    const higher = declare('i32')
    const nextTouched = declare('i32')
    const impedance = declare('v128')
    const noWay = declare('v128')
    const best = Array.from({ length: lanes / 4 }, () => declare('v128'))
    const inEach = (write: (vector: Local, offset: number) => Code) =>
      best.flatMap((vector, index) => write(vector, FOUR * index))
    const readTouched = nextTouched.set(i32.load(touched.get))

    // best = here == nextTouched ? cost[here …] : NO_WAY
    // while (at < arcsEnd) best = min(best, cost[higher …] + impedance)
    // cost[here …] = best
    const row = (stride: number, toImpedance: number): Code => [
      ...ifElse(
        i32.equal(here.get, nextTouched.get),
        [
          ...inEach((vector, offset) => vector.set(i32x4.load(here.get, offset))),
          ...advance(touched, NUMBER),
          ...readTouched,
        ],
        inEach((vector) => vector.set(noWay.get)),
      ),
      ...whileTrue(i32.less(at.get, arcsEnd.get), [
        ...higher.set(i32.load(at.get)),
        ...impedance.set(i32x4.loadSplat(at.get, toImpedance)),
        ...inEach((vector, offset) => {
          const reached = i32x4.add(i32x4.load(higher.get, offset), impedance.get)
          return vector.set(i32x4.min(vector.get, reached))
        }),
        ...advance(at, stride),
      ]),
      ...inEach((vector, offset) => i32x4.store(here.get, vector.get, offset)),
      ...advance(here, NUMBER * lanes),
    ]
    // Members of a group one after the other, each along its own column.
    const column = (member: number) => [
      ...at.set(i32.add(arc.get, i32.const(NUMBER * member))),
      ...row(SLOT, FOUR),
    ]
    const group = [0, 1, 2, 3].flatMap(column).concat(arc.set(arcsEnd.get))
    const alone = [...at.set(arc.get), ...row(ARC, NUMBER), ...arc.set(arcsEnd.get)]
    return [
      ...noWay.set(i32x4.splat(i32.const(NO_WAY))),
      ...readTouched,
      ...forEachRun(parameter, declare, arc, arcsEnd, here, { group, alone }),
    ]
  })
}

/** Both bodies find `arcsEnd` behind their arcs and `here` at their first row, and move `here` on. */
function forEachRun(
  parameter: (index: number) => Local,
  declare: Declare,
  arc: Local,
  arcsEnd: Local,
  here: Local,
  { group, alone }: { group: Code; alone: Code },
): Code {
  const run = parameter(0)
  const runEnd = parameter(1)
  const slots = declare('i32')
  const stop = declare('i32')
  // ALONE is the highest bit, and multiplied by a power of two it is lost.
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
