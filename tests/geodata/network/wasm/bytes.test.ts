// Are the bytes those of the specification, and does the engine run what they say?
import { describe, expect, it } from 'vitest'
import {
  doWhile,
  i32,
  i32x4,
  ifElse,
  moduleBytes,
  select,
  signed,
  unsigned,
  type WasmFunction,
  wasmFunction,
  whileTrue,
} from '#geodata/network/wasm/bytes.ts'

/** Runs the function on the numbers in memory from address 0, and gives them back. */
function run(written: WasmFunction, numbers: number[], ...parameters: number[]): number[] {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const cells = new Uint32Array(memory.buffer, 0, numbers.length)
  cells.set(numbers)
  const compiled = new WebAssembly.Module(moduleBytes([written]))
  const { exports } = new WebAssembly.Instance(compiled, { lent: { memory } })
  const call = exports[written.name] as (...parameters: number[]) => void
  call(...parameters)
  return [...cells]
}

describe('LEB128', () => {
  it('writes the examples of the DWARF standard, and the edges of a byte', () => {
    // DWARF 4, figures 22 and 23.
    const unsignedExamples = [2, 127, 128, 129, 130, 12_857].map((value) => [...unsigned(value)])
    expect(unsignedExamples).toEqual([[2], [127], [128, 1], [129, 1], [130, 1], [0xb9, 100]])
    const signedExamples = [2, -2, 127, -127, 128, -128, 129, -129].map((one) => [...signed(one)])
    expect(signedExamples).toEqual([
      ...[[2], [0x7e], [0xff, 0], [0x81, 0x7f]],
      ...[
        [0x80, 1],
        [0x80, 0x7f],
        [0x81, 1],
        [0xff, 0x7e],
      ],
    ])
    expect([...signed(63), ...signed(-64)]).toEqual([63, 0x40])
    expect([...signed(64)]).toEqual([0xc0, 0])
  })

  it('writes numbers that the engine reads as they were', () => {
    const edges = [0, 63, 64, 8191, 8192, 2 ** 20, 2 ** 27 - 1, 2 ** 30, 2 ** 31 - 1, 2 ** 31]
    for (const value of [...edges, 2 ** 32 - 1, 2 ** 32 - 65]) {
      const store = wasmFunction('store', 0, () => i32.store(i32.const(0), i32.const(value)))
      expect(run(store, [1])).toEqual([value])
    }
  })
})

describe('a written function', () => {
  it('adds up numbers while there are some, and asks before the first', () => {
    const sum = wasmFunction('sum', 1, (parameter, declare) => {
      const end = parameter(0)
      const address = declare('i32')
      const total = declare('i32')
      return [
        ...whileTrue(i32.less(address.get, end.get), [
          ...total.set(i32.add(total.get, i32.load(address.get, 4))),
          ...address.set(i32.add(address.get, i32.const(4))),
        ]),
        ...i32.store(i32.const(0), total.get),
      ]
    })
    expect(run(sum, [9, 5, 6, 7], 12)).toEqual([18, 5, 6, 7])
    expect(run(sum, [9, 5, 6, 7], 0)).toEqual([0, 5, 6, 7])
  })

  it('chooses, multiplies, shifts, and runs a doWhile once at least', () => {
    const choose = wasmFunction('choose', 2, (parameter) => {
      const [a, b] = [parameter(0).get, parameter(1).get]
      return [
        ...i32.store(i32.const(0), select(a, b, i32.less(a, b))),
        ...ifElse(
          i32.equal(a, b),
          i32.store(i32.const(4), i32.const(1)),
          i32.store(i32.const(4), i32.const(2)),
        ),
        ...doWhile(i32.store(i32.const(8), i32.mul(i32.shl(a, 3), b)), i32.less(a, a)),
      ]
    })
    expect(run(choose, [0, 0, 0], 3, 5)).toEqual([3, 2, 120])
    // Unsigned: the largest number is not −1.
    expect(run(choose, [0, 0, 0], 2 ** 32 - 1, 5)[0]).toBe(5)
    expect(run(choose, [0, 0, 0], 4, 4)).toEqual([4, 1, 128])
  })

  it('moves four numbers at once, and gathers four from anywhere', () => {
    const vectors = wasmFunction('vectors', 0, (_parameter, declare) => {
      const four = declare('v128')
      const gathered = [1, 2, 3].reduce(
        (value, lane) => i32x4.loadLane(i32.const(4 * (7 - 2 * lane)), value, lane),
        i32x4.loadFirst(i32.const(28)),
      )
      return [
        ...four.set(i32x4.min(i32x4.load(i32.const(0)), i32x4.load(i32.const(0), 16))),
        ...i32x4.store(i32.const(32), i32x4.add(four.get, i32x4.loadSplat(i32.const(0), 4))),
        ...i32x4.store(i32.const(32), gathered, 16),
        ...i32x4.store(i32.const(64), i32x4.splat(i32.const(6))),
      ]
    })
    const before = [1, 20, 3, 2 ** 31, 10, 2, 30, 4]
    const after = run(vectors, [...before, ...new Array<number>(12).fill(0)])
    expect(after.slice(8, 12)).toEqual([21, 22, 23, 24])
    expect(after.slice(12, 16)).toEqual([4, 2, 2 ** 31, 20])
    expect(after.slice(16)).toEqual([6, 6, 6, 6])
  })
})
