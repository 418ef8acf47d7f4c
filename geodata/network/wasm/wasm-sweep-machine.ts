// How do the costs and rows of a sweep lie in one WebAssembly memory?
//
//   costs │ addresses touched │ lengths │ of each direction: runs, arcs, lengths of arcs
//
// each part from a cache line on. The memory is allocated once and never grows, so that views on it
// stay good; what callers are lent as costs are the costs the loops write.
import { NO_WAY } from '#geodata/network/contraction.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import type { SweptRows } from '#geodata/network/sweep-loops.ts'
import type { SweepMachine, SweptByDirection } from '#geodata/network/sweep-machine.ts'
import { packRows, planRows } from '#geodata/network/wasm/packed-rows.ts'
import { compiledSweep, type Sweep } from '#geodata/network/wasm/sweep-module.ts'
import { TouchedPositions } from '#geodata/network/wasm/touched-positions.ts'

const PAGE_BYTES = 65_536
const MOST_PAGES = 65_536
const COST_BYTES = 4
const LENGTH_BYTES = 8
const ARC_BYTES = 8
const CACHE_LINE_BYTES = 64

/** Addresses of the rows of one direction, as they are passed to the sweep. */
type Place = { run: number; runEnd: number; arc: number; meters: number }

export class WasmSweepMachine implements SweepMachine {
  readonly kind = 'wasm'
  readonly lanes: number
  readonly costDeciseconds: Uint32Array
  readonly lengthMeters?: Float64Array
  private readonly touched: TouchedPositions
  private readonly touchedAddresses: Uint32Array
  private readonly lengthsAt: number
  private readonly places: { readonly [direction in Direction]?: Place }
  private readonly sweep: Sweep

  /** Undefined where WebAssembly, its vectors or the memory cannot be had, or lanes not by fours. */
  static open(
    positionCount: number,
    swept: SweptByDirection,
    { lanes, withLength }: { lanes: number; withLength: boolean },
  ): WasmSweepMachine | undefined {
    const compiled = compiledSweep(lanes, withLength)
    if (!compiled) return undefined
    try {
      return new WasmSweepMachine(positionCount, swept, lanes, withLength, compiled)
    } catch (error) {
      if (error instanceof RangeError) return undefined
      throw error
    }
  }

  private constructor(
    positionCount: number,
    swept: SweptByDirection,
    lanes: number,
    withLength: boolean,
    compiled: WebAssembly.Module,
  ) {
    const costCount = positionCount * lanes
    const lengthCount = withLength ? costCount : 0
    const parts = new Parts()
    const costsAt = parts.add(costCount * COST_BYTES)
    const touchedAt = parts.add((positionCount + 1) * COST_BYTES)
    this.lengthsAt = parts.add(lengthCount * LENGTH_BYTES)
    const outward = swept.outward && roomFor(swept.outward, withLength, parts)
    const inward = swept.inward && roomFor(swept.inward, withLength, parts)
    const memory = memoryOf(parts.bytes)
    outward?.fill(memory, lanes * COST_BYTES)
    inward?.fill(memory, lanes * COST_BYTES)
    this.places = { ...(outward && { outward }), ...(inward && { inward }) }
    this.lanes = lanes
    this.costDeciseconds = new Uint32Array(memory.buffer, costsAt, costCount)
    this.touchedAddresses = new Uint32Array(memory.buffer, touchedAt, positionCount + 1)
    if (withLength) {
      this.lengthMeters = new Float64Array(memory.buffer, this.lengthsAt, lengthCount)
    }
    this.touched = new TouchedPositions(positionCount)
    const { exports } = new WebAssembly.Instance(compiled, { lent: { memory } })
    this.sweep = exports.sweep as Sweep
  }

  clear(): void {
    // One lane is filled sooner than its touched positions are kept, and swept in groups of rows.
    if (this.lanes === 1) this.costDeciseconds.fill(NO_WAY)
    else this.touched.clear()
  }

  touch(position: number): void {
    const { lanes } = this
    if (lanes === 1 || !this.touched.add(position)) return
    this.costDeciseconds.fill(NO_WAY, position * lanes, (position + 1) * lanes)
  }

  run(direction: Direction): void {
    const { lanes, touched, touchedAddresses, lengthsAt } = this
    const place = this.places[direction]
    if (!place) throw new Error(`Rows to sweep ${direction} are not here.`)
    if (lanes > 1) touched.writeRising(touchedAddresses, lanes * COST_BYTES)
    const { run, runEnd, arc, meters } = place
    this.sweep(run, runEnd, arc, touchedAddresses.byteOffset, lengthsAt, meters)
  }
}

/** Allocates addresses one behind the other. */
class Parts {
  bytes = 0

  add(byteCount: number): number {
    const address = this.bytes
    this.bytes += Math.ceil(byteCount / CACHE_LINE_BYTES) * CACHE_LINE_BYTES
    return address
  }
}

/** Takes the room the rows need, to be filled once there is a memory. */
function roomFor(rows: SweptRows, withLength: boolean, parts: Parts) {
  const plan = planRows(rows)
  const { arcCount, runs } = plan
  const lengthCount = withLength ? arcCount : 0
  const run = parts.add(runs.length * COST_BYTES)
  const arc = parts.add(arcCount * ARC_BYTES)
  const lengths = parts.add(lengthCount * LENGTH_BYTES)
  return {
    ...{ run, runEnd: run + runs.length * COST_BYTES, arc, meters: lengths - arc },
    fill({ buffer }: WebAssembly.Memory, stride: number): void {
      packRows(rows, plan, stride, {
        runs: new Uint32Array(buffer, run, runs.length),
        arcs: new Uint32Array(buffer, arc, 2 * arcCount),
        ...(withLength && { lengthMeters: new Float64Array(buffer, lengths, lengthCount) }),
      })
    },
  }
}

function memoryOf(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE_BYTES)
  if (pages > MOST_PAGES) {
    throw new RangeError(`A sweep needs ${bytes} bytes; a memory holds at most 4 GiB.`)
  }
  return new WebAssembly.Memory({ initial: pages, maximum: pages })
}
