// Is the share of trips in time what a simulation counts, and does doubt only ever widen it?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalShareBelow, normalZOf } from '#geodata/analysis/jit/normal.ts'
import {
  latestFreeMinutes,
  type PartMinutes,
  type Span,
  type Traffic,
  type Triple,
  windowAt,
} from '#geodata/analysis/jit/on-time.ts'
import { seeded } from '#tests/support/random.ts'

const exact = (minutes: number): Span => ({ low: minutes, high: minutes })
const FREE_FLOW: Traffic = { hourFactor: 1, variation: 0.2, requiredShare: 0.95 }

describe('the normal distribution', () => {
  it.each([
    // Abramowitz & Stegun 1964, table 26.1.
    [0, 0.5],
    [0.5, 0.6914624613],
    [1, 0.8413447461],
    [1.96, 0.9750021049],
    [-2.5, 0.0062096653],
    [3, 0.998650102],
  ])('has the share of the table below %f', (z, share) => {
    expect(normalShareBelow(z)).toBeCloseTo(share, 9)
    expect(normalZOf(share)).toBeCloseTo(z, 7)
  })
})

describe('a worked example', () => {
  // A seat: 120 to 240 minutes from order to line; 15 to 25 to load; 10 to 30 at the gate and 15 to 25
  // to unload; 40 minutes of road, 35 to 47 by the precision of the places, a fifth slower at eight.
  const seat: PartMinutes = {
    budget: { low: 120, high: 240 },
    loading: { low: 15, high: 25 },
    dock: { low: 25, high: 55 },
  }
  const road: Triple = [35, 40, 47]

  it('leaves the slack that is worked out by hand', () => {
    const { slackMinutes } = windowAt(seat, road, { ...FREE_FLOW, hourFactor: 1.2 })
    // 120 − 25 − 55 − 56.4; 180 − 20 − 40 − 48; 240 − 15 − 25 − 42.
    expect(slackMinutes.map((minutes) => minutes.toFixed(6))).toEqual([
      '-16.400000',
      '72.000000',
      '158.000000',
    ])
  })

  it('is in time as often as the logarithms say', () => {
    const { onTimeShare, verdict } = windowAt(seat, road, { ...FREE_FLOW, hourFactor: 1.2 })
    // σ = √ln 1.04 = 0.198042; ln(40 ÷ 56.4) ÷ σ = −1.734872; of −1.73 the table gives 0.0418.
    expect(onTimeShare[0]).toBeCloseTo(0.0414, 4)
    expect(onTimeShare[1]).toBeGreaterThan(0.9999)
    expect(verdict).toBe('perhaps')
  })

  it('is decided by the sign of the slack alone where nothing varies', () => {
    const still = { ...FREE_FLOW, variation: 0 }
    const part = { budget: exact(100), loading: exact(20), dock: exact(30) }
    expect(windowAt(part, [50, 50, 50], still).verdict).toBe('makes')
    expect(windowAt(part, [50.1, 50.1, 50.1], still).verdict).toBe('fails')
    expect(windowAt(part, [49, 50, 51], still).verdict).toBe('perhaps')
  })

  it('calls sure only what the bounds allow, and likely what nine in ten draws give', () => {
    const still = { ...FREE_FLOW, variation: 0 }
    const part = { budget: exact(100), loading: exact(20), dock: exact(30) }
    const verdict = (likely: Triple, bounds: Triple) =>
      windowAt(part, bounds, still, likely).verdict
    expect(verdict([30, 40, 45], [20, 40, 50])).toBe('makes')
    expect(verdict([30, 40, 50], [20, 40, 51])).toBe('likely')
    expect(verdict([30, 40, 51], [20, 40, 60])).toBe('perhaps')
    expect(verdict([51, 60, 70], [50, 60, 80])).toBe('unlikely')
    expect(verdict([55, 60, 70], [51, 60, 80])).toBe('fails')
    const { slackMinutes, slackLikely } = windowAt(part, [20, 40, 60], still, [30, 40, 51])
    expect([slackMinutes, slackLikely]).toEqual([
      [-10, 10, 30],
      [-1, 10, 20],
    ])
  })

  it('reaches as far as the speed allows: nearer at the slowest, farther at the fastest', () => {
    const still = { ...FREE_FLOW, variation: 0 }
    const part = { budget: exact(149), loading: exact(20), dock: exact(30) }
    const latest = latestFreeMinutes(part, still, { low: 0.9, high: 1.1 })
    expect(latest.map((minutes) => Number(minutes.toFixed(6)))).toEqual([90, 99, 110])
  })

  it('cannot be in time where loading and dock take it all', () => {
    const part = { budget: exact(40), loading: exact(20), dock: exact(30) }
    expect(windowAt(part, [0, 0, 0], FREE_FLOW)).toMatchObject({
      onTimeShare: [0, 0, 0],
      verdict: 'fails',
    })
    expect(latestFreeMinutes(part, FREE_FLOW, exact(1))).toEqual([0, 0, 0])
  })
})

it('counts as many trips in time as 200,000 drawn ones, within 1 %', () => {
  const random = seeded(20261123)
  const draws = 200_000
  for (const [median, variation, limit] of [
    [40, 0.1, 42],
    [60, 0.2, 60],
    [60, 0.3, 85],
    [90, 0.5, 70],
  ] as const) {
    // Mean and deviation first, then the lognormal that has them: another way than the closed form's.
    const sigmaSquared = Math.log(1 + variation ** 2)
    const mean = median * Math.exp(sigmaSquared / 2)
    const deviation = mean * variation
    let inTime = 0
    let sum = 0
    let squares = 0
    for (let draw = 0; draw < draws; draw++) {
      const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
      const minutes = median * Math.exp(Math.sqrt(sigmaSquared) * normal)
      sum += minutes
      squares += minutes * minutes
      if (minutes <= limit) inTime += 1
    }
    const drawnMean = sum / draws
    expect(drawnMean / mean).toBeCloseTo(1, 2)
    expect(Math.sqrt(squares / draws - drawnMean ** 2) / deviation).toBeCloseTo(1, 1)
    const part = { budget: exact(limit + 50), loading: exact(20), dock: exact(30) }
    const told = windowAt(part, [median, median, median], { ...FREE_FLOW, variation })
    expect(Math.abs(told.onTimeShare[1] - inTime / draws)).toBeLessThan(0.01)
  }
})

const minutes = (most: number) => fc.double({ min: 0, max: most, noNaN: true })
const span = (most: number) =>
  fc.tuple(minutes(most), minutes(most)).map(([a, b]): Span => ({ low: a, high: a + b }))
const part = fc.record({ budget: span(600), loading: span(60), dock: span(90) })
const drive = fc
  .tuple(minutes(120), minutes(60), minutes(60))
  .map(([low, more, most]): Triple => [low, low + more, low + more + most])
const traffic = fc.record({
  hourFactor: fc.double({ min: 0.5, max: 3, noNaN: true }),
  variation: fc.double({ min: 0, max: 1, noNaN: true }),
  requiredShare: fc.double({ min: 0.5, max: 0.999, noNaN: true }),
})
const ORDER = { fails: 0, unlikely: 1, perhaps: 2, likely: 3, makes: 4 }

it('keeps low ≤ central ≤ high', () => {
  fc.assert(
    fc.property(part, drive, traffic, (one, road, how) => {
      for (const [low, central, high] of Object.values(windowAt(one, road, how)).filter(
        (value): value is Triple => Array.isArray(value),
      )) {
        expect(low).toBeLessThanOrEqual(central + 1e-9)
        expect(central).toBeLessThanOrEqual(high + 1e-9)
      }
    }),
  )
})

it('is never less sure with a longer budget', () => {
  fc.assert(
    fc.property(part, drive, traffic, minutes(300), (one, road, how, more) => {
      const { low, high } = one.budget
      const longer = { ...one, budget: { low: low + more, high: high + more } }
      const before = windowAt(one, road, how)
      const after = windowAt(longer, road, how)
      after.onTimeShare.forEach((share, end) => {
        expect(share).toBeGreaterThanOrEqual((before.onTimeShare[end] ?? 0) - 1e-12)
      })
      expect(ORDER[after.verdict]).toBeGreaterThanOrEqual(ORDER[before.verdict])
    }),
  )
})

it('never narrows where a place is known less precisely', () => {
  fc.assert(
    fc.property(part, drive, traffic, minutes(30), (one, [low, central, high], how, wider) => {
      const before = windowAt(one, [low, central, high], how)
      const after = windowAt(one, [Math.max(0, low - wider), central, high + wider], how)
      for (const key of ['slackMinutes', 'onTimeShare'] as const) {
        expect(after[key][0]).toBeLessThanOrEqual(before[key][0] + 1e-12)
        expect(after[key][2]).toBeGreaterThanOrEqual(before[key][2] - 1e-12)
      }
      if (before.verdict === 'perhaps') expect(after.verdict).toBe('perhaps')
    }),
  )
})

it('names as the farthest place the one from which the part just makes it', () => {
  fc.assert(
    fc.property(part, traffic, (one, how) => {
      latestFreeMinutes(one, how, exact(1)).forEach((farthest, end) => {
        if (farthest < 1) return
        const at = (free: number) =>
          windowAt(one, [free, free, free], how).onTimeShare[end] ?? Number.NaN
        expect(at(farthest * 0.999)).toBeGreaterThanOrEqual(how.requiredShare)
        expect(at(farthest * 1.001)).toBeLessThanOrEqual(how.requiredShare)
      })
    }),
  )
})
