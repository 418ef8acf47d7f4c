// How do the costs and rows of a sweep lie in one WebAssembly memory?
//
//   costs │ addresses touched │ lengths │ of each direction: runs, arcs, lengths of arcs
//
// each part from a cache line on. The memory is allocated once and never grows, so that views on it
// stay good; what callers are lent as costs are the costs the loops write.
import { NO_WAY } from '#geodata/network/contraction.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import type { SweepMachine, SweptByDirection } from '#geodata/network/sweep-machine.ts'
import { type PackedRows, packRows } from '#geodata/network/wasm/packed-rows.ts'
import { compiledSweep, type Sweep } from '#geodata/network/wasm/sweep-module.ts'
import { TouchedPositions } from '#geodata/network/wasm/touched-positions.ts'

const PAGE_BYTES = 65_536
const MOST_PAGES = 65_536
const COST_BYTES = 4
const LENGTH_BYTES = 8
const CACHE_LINE_BYTES = 64

/** Addresses of the rows of one direction, as the sweep is told them. */
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
    const stride = lanes * COST_BYTES
    const outward = swept.outward && packRows(swept.outward, stride, withLength)
    const inward = swept.inward && packRows(swept.inward, stride, withLength)
    const costCount = positionCount * lanes
    const lengthCount = withLength ? costCount : 0
    const parts = new Parts()
    const costs = parts.add(costCount * COST_BYTES)
    const addresses = parts.add((positionCount + 1) * COST_BYTES)
    this.lengthsAt = parts.add(lengthCount * LENGTH_BYTES)
    this.places = {
      ...(outward && { outward: placeFor(outward, parts) }),
      ...(inward && { inward: placeFor(inward, parts) }),
    }
    const memory = memoryOf(parts.bytes)
    if (outward && this.places.outward) fill(memory, outward, this.places.outward)
    if (inward && this.places.inward) fill(memory, inward, this.places.inward)
    this.lanes = lanes
    this.costDeciseconds = new Uint32Array(memory.buffer, costs, costCount)
    this.touchedAddresses = new Uint32Array(memory.buffer, addresses, positionCount + 1)
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

/** Hands out addresses one behind the other. */
class Parts {
  bytes = 0

  add(byteCount: number): number {
    const address = this.bytes
    this.bytes += Math.ceil(byteCount / CACHE_LINE_BYTES) * CACHE_LINE_BYTES
    return address
  }
}

function placeFor({ runs, arcs, lengthMeters }: PackedRows, parts: Parts): Place {
  const run = parts.add(runs.byteLength)
  const arc = parts.add(arcs.byteLength)
  const lengths = parts.add(lengthMeters.byteLength)
  return { run, runEnd: run + runs.byteLength, arc, meters: lengths - arc }
}

function fill({ buffer }: WebAssembly.Memory, packed: PackedRows, place: Place): void {
  const { runs, arcs, lengthMeters } = packed
  new Uint32Array(buffer, place.run, runs.length).set(runs)
  new Uint32Array(buffer, place.arc, arcs.length).set(arcs)
  new Float64Array(buffer, place.arc + place.meters, lengthMeters.length).set(lengthMeters)
}

function memoryOf(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE_BYTES)
  if (pages > MOST_PAGES) {
    throw new RangeError(`A sweep needs ${bytes} bytes; a memory holds at most 4 GiB.`)
  }
  return new WebAssembly.Memory({ initial: pages, maximum: pages })
}
