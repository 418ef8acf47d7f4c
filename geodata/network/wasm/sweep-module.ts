// Which module sweeps so many lanes, and is there one at all?
//
// Modules are some hundred bytes, far below what a page may compile at once, and are kept: the engine
// optimises each on its first calls.
import { moduleBytes } from '#geodata/network/wasm/bytes.ts'
import { sweepLanesFunction } from '#geodata/network/wasm/sweep-lanes.ts'
import { sweepOneFunction } from '#geodata/network/wasm/sweep-one.ts'

/** Costs of more lanes do not fit the registers of a processor; beyond 16 there is no gain each. */
const MOST_LANES = 32

export type Sweep = (
  run: number,
  runEnd: number,
  arc: number,
  touched: number,
  lengths: number,
  meters: number,
) => void

const compiledByShape = new Map<string, WebAssembly.Module | undefined>()

/** Undefined where WebAssembly or its vectors are missing or forbidden, or lanes do not come by fours. */
export function compiledSweep(lanes: number, withLength: boolean): WebAssembly.Module | undefined {
  if (lanes !== 1 && (lanes % 4 !== 0 || lanes > MOST_LANES)) return undefined
  const shape = `${lanes} ${withLength}`
  if (!compiledByShape.has(shape)) compiledByShape.set(shape, compile(lanes, withLength))
  return compiledByShape.get(shape)
}

function compile(lanes: number, withLength: boolean): WebAssembly.Module | undefined {
  if (typeof WebAssembly !== 'object') return undefined
  const written = lanes === 1 ? sweepOneFunction(withLength) : sweepLanesFunction(lanes, withLength)
  try {
    return new WebAssembly.Module(moduleBytes([written]))
  } catch (error) {
    // No vectors here, or a page whose policy lacks 'wasm-unsafe-eval'.
    if (error instanceof WebAssembly.CompileError) return undefined
    throw error
  }
}
