// Which module sweeps so many lanes, and is there one at all?
//
// Modules have a few hundred bytes, none 4 KiB, so that a page too may compile them at once. They are
// kept: the engine optimises each on its first calls.
import { moduleBytes } from '#geodata/network/wasm/bytes.ts'
import { sweepLanesFunction } from '#geodata/network/wasm/sweep-lanes.ts'
import { sweepOneFunction } from '#geodata/network/wasm/sweep-one.ts'

/** More lanes do not fit the registers of a processor. */
const MOST_LANES = 32
const MOST_LANES_WITH_LENGTH = 16

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
  const mostLanes = withLength ? MOST_LANES_WITH_LENGTH : MOST_LANES
  if (lanes !== 1 && (lanes % 4 !== 0 || lanes > mostLanes)) return undefined
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
