// Who sweeps: WebAssembly over a memory of its own, or the plain loops where that cannot be had?
//
// Both answer alike, bit by bit. Costs lie by position × lanes + lane; a sweep is: clear, touch the
// positions climbed to and put their costs there, then run.
import { NO_WAY } from '#geodata/network/contraction.ts'
import { type Direction, type Hierarchy, rowsFor } from '#geodata/network/hierarchy.ts'
import { type PackedRows, packRows } from '#geodata/network/packed-rows.ts'
import { sweepLanes, sweepOne } from '#geodata/network/sweep-loops.ts'
import { compiledSweep } from '#geodata/network/sweep-module.ts'
import { TouchedPositions } from '#geodata/network/touched-positions.ts'

export type SweepMachine = {
  readonly kind: 'plain' | 'wasm'
  readonly costDeciseconds: Uint32Array
  /** Forgets the last sweep. */
  clear(): void
  /** Makes the position ready to take costs: NO_WAY in every lane when it comes first. */
  touch(position: number): void
  /** Carries the costs down, until that of every position is right. */
  run(direction: Direction): void
}

export class PlainSweepMachine implements SweepMachine {
  readonly kind = 'plain'
  readonly costDeciseconds: Uint32Array
  private readonly hierarchy: Hierarchy
  private readonly lanes: number

  constructor(hierarchy: Hierarchy, lanes: number) {
    this.hierarchy = hierarchy
    this.lanes = lanes
    this.costDeciseconds = new Uint32Array(hierarchy.nodeCount * lanes)
  }

  clear(): void {
    this.costDeciseconds.fill(NO_WAY)
  }

  touch(): void {}

  run(direction: Direction): void {
    const { swept } = rowsFor(this.hierarchy, direction)
    if (this.lanes === 1) sweepOne(swept, this.costDeciseconds)
    else sweepLanes(swept, this.costDeciseconds, this.lanes)
  }
}

const PAGE_BYTES = 65_536
const MOST_PAGES = 65_536
const NUMBER_BYTES = 4
const CACHE_LINE_BYTES = 64

/** Where the rows of one direction lie in the memory. */
type Place = { readonly run: number; readonly runEnd: number; readonly arc: number }

/**
 * One memory, allocated once, so that views on it stay good:
 *
 *   costs │ addresses touched │ runs and arcs swept outward │ inward
 */
export class WasmSweepMachine implements SweepMachine {
  readonly kind = 'wasm'
  readonly costDeciseconds: Uint32Array
  private readonly lanes: number
  private readonly touched: TouchedPositions
  private readonly touchedAddresses: Uint32Array
  private readonly places: Readonly<Record<Direction, Place>>
  private readonly sweep: (run: number, runEnd: number, arc: number, touched: number) => void

  /** Undefined where WebAssembly, its vectors or the memory cannot be had, or lanes not by fours. */
  static open(hierarchy: Hierarchy, lanes: number): WasmSweepMachine | undefined {
    const compiled = compiledSweep(lanes)
    if (!compiled) return undefined
    try {
      return new WasmSweepMachine(hierarchy, lanes, compiled)
    } catch (error) {
      if (error instanceof RangeError) return undefined
      throw error
    }
  }

  private constructor(
    { nodeCount, down, up }: Hierarchy,
    lanes: number,
    compiled: WebAssembly.Module,
  ) {
    const stride = lanes * NUMBER_BYTES
    const outward = packRows(down, stride)
    const inward = packRows(up, stride)
    const costCount = nodeCount * lanes
    const parts = [costCount, nodeCount + 1]
    parts.push(outward.runs.length, outward.arcs.length, inward.runs.length, inward.arcs.length)
    const memory = memoryOf(parts.reduce((bytes, count) => bytes + roomFor(count), 0))
    let taken = 0
    const take = (count: number) => {
      const part = new Uint32Array(memory.buffer, taken, count)
      taken += roomFor(count)
      return part
    }
    const put = ({ runs, arcs }: PackedRows): Place => {
      const runPart = take(runs.length)
      const arcPart = take(arcs.length)
      runPart.set(runs)
      arcPart.set(arcs)
      const { byteOffset: run, byteLength } = runPart
      return { run, runEnd: run + byteLength, arc: arcPart.byteOffset }
    }
    this.lanes = lanes
    this.costDeciseconds = take(costCount)
    this.touched = new TouchedPositions(nodeCount)
    this.touchedAddresses = take(nodeCount + 1)
    this.places = { outward: put(outward), inward: put(inward) }
    const { exports } = new WebAssembly.Instance(compiled, { lent: { memory } })
    this.sweep = exports.sweep as WasmSweepMachine['sweep']
  }

  clear(): void {
    // A lone lane is filled faster than its touched positions are kept; see sweep-module.ts.
    if (this.lanes === 1) this.costDeciseconds.fill(NO_WAY)
    else this.touched.clear()
  }

  touch(position: number): void {
    const { lanes } = this
    if (lanes === 1 || !this.touched.add(position)) return
    this.costDeciseconds.fill(NO_WAY, position * lanes, (position + 1) * lanes)
  }

  run(direction: Direction): void {
    const { lanes, touched, touchedAddresses } = this
    if (lanes > 1) touched.writeRising(touchedAddresses, lanes * NUMBER_BYTES)
    const { run, runEnd, arc } = this.places[direction]
    this.sweep(run, runEnd, arc, touchedAddresses.byteOffset)
  }
}

/** Bytes of so many numbers, up to the next cache line. */
function roomFor(count: number): number {
  return Math.ceil((count * NUMBER_BYTES) / CACHE_LINE_BYTES) * CACHE_LINE_BYTES
}

function memoryOf(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE_BYTES)
  if (pages > MOST_PAGES)
    throw new RangeError(`A sweep needs ${bytes} bytes; at most 4 GiB can be had.`)
  return new WebAssembly.Memory({ initial: pages, maximum: pages })
}
