// Does WebAssembly answer as the plain loops do, and do these serve where it cannot be had?
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { NO_WAY } from '#geodata/network/contraction.ts'
import { costsFrom, emptyCosts, type Start } from '#geodata/network/costs-from.ts'
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import { buildNetwork } from '#geodata/network/road-network.ts'
import { buildSkeleton } from '#geodata/network/skeleton.ts'
import { emptySlots, readLane, type SweepSlots, sweep } from '#geodata/network/sweep.ts'
import { moduleBytes } from '#geodata/network/wasm/bytes.ts'
import { sweepLanesFunction } from '#geodata/network/wasm/sweep-lanes.ts'
import { sweepOneFunction } from '#geodata/network/wasm/sweep-one.ts'
import { usedSlots } from '#tests/contracts/searches.ts'
import { anyTown } from '#tests/contracts/shortest-paths.ts'
import { skeletonSegments } from '#tests/support/region.ts'

const at = (node: number): Start => ({ node, costDeciseconds: 0, lengthMeters: 0 })
const LANE_COUNTS = [1, 4, 8, 12, 16]
const MOST_LANES = 32

/** Lengths of what is reached; of the rest they are meaningless. */
function lengthsOf({ costDeciseconds, lengthMeters }: SweepSlots): number[] | undefined {
  return (
    lengthMeters &&
    Array.from(lengthMeters, (meters, at) => (costDeciseconds[at] === NO_WAY ? -1 : meters))
  )
}

describe('a sweep in WebAssembly', () => {
  it('fills every slot as the plain loops do, with lanes out of reach and lanes without an origin', () => {
    const drawn = anyTown.chain((town) => {
      const start = fc.record({
        node: fc.nat(town.nodeCount - 1),
        costDeciseconds: fc.oneof(fc.nat(900), fc.constant(2 ** 30), fc.nat(2 ** 30 - 2)),
        lengthMeters: fc.constant(0),
      })
      return fc.record({
        town: fc.constant(town),
        lanes: fc.constantFrom(...LANE_COUNTS, MOST_LANES),
        origins: fc.array(fc.array(start, { maxLength: 3 }), { maxLength: 32 }),
      })
    })
    fc.assert(
      fc.property(drawn, ({ town, lanes, origins }) => {
        const hierarchy = buildHierarchy(buildNetwork(town.nodeCount, town.edges))
        for (const withLength of lanes === MOST_LANES ? [false] : [false, true]) {
          const slots = usedSlots(hierarchy, lanes, withLength)
          const plain = emptySlots(hierarchy, { lanes, withLength, plain: true })
          expect(plain.machine.kind).toBe('plain')
          for (const direction of ['outward', 'inward', 'outward'] as const) {
            sweep(hierarchy, direction, origins.slice(0, lanes), slots)
            sweep(hierarchy, direction, origins.slice(0, lanes), plain)
            expect(slots.costDeciseconds).toEqual(plain.costDeciseconds)
            expect(lengthsOf(slots)).toEqual(lengthsOf(plain))
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('agrees with the plain search for all pairs of the real skeleton, alone and in sixteen lanes', () => {
    const { network } = buildSkeleton(skeletonSegments())
    const hierarchy = buildHierarchy(network)
    const [one, sixteen] = [emptySlots(hierarchy), emptySlots(hierarchy, { lanes: 16 })]
    const costs = emptyCosts(network.outward)
    for (let first = 0; first < network.nodeCount; first += 16) {
      const nodes = Array.from({ length: 16 }, (_, lane) => (first + lane) % network.nodeCount)
      const origins = nodes.map((node) => [at(node)])
      sweep(hierarchy, 'inward', origins, sixteen)
      origins.forEach((origin, lane) => {
        const expected = costsFrom(network.inward, origin).costDeciseconds
        sweep(hierarchy, 'inward', [origin], one)
        for (const [slots, read] of [[one, 0] as const, [sixteen, lane] as const]) {
          readLane(hierarchy, slots, read, Number.POSITIVE_INFINITY, costs)
          if (costs.costDeciseconds.some((cost, node) => cost !== expected[node])) {
            throw new Error(`Lane ${lane} from node ${nodes[lane]} differs.`)
          }
        }
      })
    }
  })

  it('keeps the answers of two sets of slots apart', () => {
    const hierarchy = buildHierarchy(
      buildNetwork(2, [{ from: 0, to: 1, impedanceDeciseconds: 7, lengthMeters: 1 }]),
    )
    const [first, second] = [emptySlots(hierarchy), emptySlots(hierarchy)]
    sweep(hierarchy, 'outward', [[at(0)]], first)
    sweep(hierarchy, 'inward', [[at(1)]], second)
    expect(hierarchy.nodeAt).toHaveLength(2)
    expect(first.costDeciseconds[hierarchy.positionOf[1]!]).toBe(7)
    expect(second.costDeciseconds[hierarchy.positionOf[0]!]).toBe(7)
  })

  it('sweeps an empty network', () => {
    const hierarchy = buildHierarchy(buildNetwork(0, []))
    for (const lanes of [1, 4]) {
      const slots = emptySlots(hierarchy, { lanes })
      sweep(hierarchy, 'outward', [], slots)
      expect(slots.costDeciseconds).toHaveLength(0)
    }
  })

  it('refuses slots made for another hierarchy', () => {
    const hierarchy = buildHierarchy(buildNetwork(1, []))
    const other = emptySlots(buildHierarchy(buildNetwork(1, [])))
    expect(() => sweep(hierarchy, 'outward', [[at(0)]], other)).toThrow('another hierarchy')
  })
})

describe('the plain loops', () => {
  afterEach(() => vi.unstubAllGlobals())
  const hierarchy = buildHierarchy(buildNetwork(1, []))
  const kind = (lanes: number) => emptySlots(hierarchy, { lanes }).machine.kind

  it('serve lanes that do not come by fours, and more than fit the registers', () => {
    expect([2, 5, 36].map(kind)).toEqual(['plain', 'plain', 'plain'])
    expect(emptySlots(hierarchy, { lanes: 20, withLength: true }).machine.kind).toBe('plain')
  })

  it('need not serve a page that compiles at most 4 KiB at once', () => {
    const sizes = [false, true].flatMap((withLength) => {
      const most = withLength ? 16 : MOST_LANES
      const written = [sweepOneFunction(withLength), sweepLanesFunction(most, withLength)]
      return written.map((one) => moduleBytes([one]).length)
    })
    expect(Math.max(...sizes)).toBeLessThan(4096)
  })

  it('serve where there is no WebAssembly, where a page forbids it, and where memory is short', () => {
    expect(kind(24)).toBe('wasm')
    const { CompileError } = WebAssembly
    const refuse = (error: Error) =>
      class {
        constructor() {
          throw error
        }
      }
    // Numbers of lanes that are not compiled yet.
    vi.stubGlobal('WebAssembly', undefined)
    expect(kind(20)).toBe('plain')
    vi.stubGlobal('WebAssembly', { CompileError, Module: refuse(new CompileError('unsafe-eval')) })
    expect(kind(28)).toBe('plain')
    vi.unstubAllGlobals()
    vi.stubGlobal('WebAssembly', { Memory: refuse(new RangeError('could not allocate memory')) })
    expect(kind(24)).toBe('plain')
  })
})
