// Does knowing less only widen a count and a median?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countWithin, medianMinutes } from '#geodata/analysis/ground/doubtful.ts'
import type { SecondsInterval } from '#geodata/contract/shared.ts'

const time: fc.Arbitrary<SecondsInterval> = fc
  .tuple(fc.nat(6000), fc.nat(3000), fc.nat(3000))
  .map(([low, up, more]) => ({
    lowSeconds: low,
    centralSeconds: low + up,
    highSeconds: low + up + more,
  }))
const times = fc.array(fc.option(time, { nil: null, freq: 4 }), { minLength: 1, maxLength: 9 })

/** Every true world the rows allow: each at its low or its high end, an unknown at 0 or nowhere. */
function worlds(rows: readonly (SecondsInterval | null)[]): number[][] {
  return rows.reduce<number[][]>(
    (before, row) => {
      const ends = row ? [row.lowSeconds, row.highSeconds] : [0, Number.POSITIVE_INFINITY]
      return before.flatMap((world) => ends.map((end) => [...world, end]))
    },
    [[]],
  )
}

it('counts between the fewest and the most that any world allows', () => {
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 200 }), (rows, cutoff) => {
      const counts = worlds(rows).map((world) => world.filter((one) => one <= cutoff * 60).length)
      const { low, central, high } = countWithin(rows, cutoff)
      expect([low, high]).toEqual([Math.min(...counts), Math.max(...counts)])
      expect(central).toBeGreaterThanOrEqual(low)
      expect(central).toBeLessThanOrEqual(high ?? 0)
    }),
  )
})

it('finds the median between the least and the greatest of any world', () => {
  const middle = (world: number[]) => {
    const sorted = [...world].sort((a, b) => a - b)
    const [lower, upper] = [Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2)]
    return ((sorted[lower] ?? 0) + (sorted[upper] ?? 0)) / 2
  }
  fc.assert(
    fc.property(times, (rows) => {
      const median = medianMinutes(rows)
      expect(median === null).toBe(rows.every((row) => row === null))
      if (median === null) return
      const all = worlds(rows).map((world) => middle(world) / 60)
      expect(median.low).toBeCloseTo(Math.min(...all), 9)
      const most = Math.max(...all)
      if (Number.isFinite(most)) expect(median.high).toBeCloseTo(most, 9)
      else expect(median.high).toBeNull()
      expect(median.central).toBeGreaterThanOrEqual(median.low)
      expect(median.central).toBeLessThanOrEqual(median.high ?? Number.POSITIVE_INFINITY)
    }),
  )
})

it('only widens when a row becomes unknown', () => {
  fc.assert(
    fc.property(fc.array(time, { minLength: 2, maxLength: 9 }), fc.nat(), (rows, which) => {
      const without = rows.map((row, index) => (index === which % rows.length ? null : row))
      const [before, after] = [countWithin(rows, 60), countWithin(without, 60)]
      expect(after.low).toBeLessThanOrEqual(before.low)
      expect(after.high ?? 0).toBeGreaterThanOrEqual(before.high ?? 0)
      const [knew, knows] = [medianMinutes(rows), medianMinutes(without)]
      expect(knows?.low).toBeLessThanOrEqual(knew?.low ?? 0)
      expect(knows?.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(knew?.high ?? 0)
    }),
  )
})
