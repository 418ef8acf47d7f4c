// Are the chances of being first those that geometry gives?
import { describe, expect, it } from 'vitest'
import { firstPlaceShares } from '#geodata/analysis/decision/first-place.ts'
import { seeded } from '#tests/support/random.ts'

const DRAWS = 40_000
/** Four standard errors at most: 4 × 0.5 ÷ √40,000. */
const WITHIN = 0.01

const sure = (id: string, ...value: number[]) => ({ id, value, low: value, high: value })
const CORNERS = [sure('a', 1, 0), sure('b', 0, 1), sure('c', 0.6, 0.6)]

describe('under unknown weights', () => {
  it('wins as much of the line of weights as each is best on', () => {
    const { stated: shares } = firstPlaceShares({
      alternatives: CORNERS,
      weights: [1, 1],
      weightsAre: { kind: 'anything' },
      values: ['stated'],
      draws: DRAWS,
    })
    ;[0.4, 0.4, 0.2].forEach((expected, i) => {
      expect(Math.abs(shares[i]! - expected)).toBeLessThan(WITHIN)
    })
  })

  it('keeps near the given weights: Beta(5, 5) lies above 0.6 in 26.66 % of draws', () => {
    const { stated: shares } = firstPlaceShares({
      alternatives: CORNERS,
      weights: [3, 3],
      weightsAre: { kind: 'around', concentration: 10 },
      values: ['stated'],
      draws: DRAWS,
    })
    ;[0.2666, 0.2666, 0.4668].forEach((expected, i) => {
      expect(Math.abs(shares[i]! - expected)).toBeLessThan(WITHIN)
    })
  })

  it('draws small shapes too: Beta(0.2, 0.8) lies above 0.6 in 14.6 % of draws', () => {
    const { stated: shares } = firstPlaceShares({
      alternatives: [sure('a', 1, 0), sure('b', 0, 1.5)],
      weights: [1, 4],
      weightsAre: { kind: 'around', concentration: 1 },
      values: ['stated'],
      draws: DRAWS,
    })
    expect(Math.abs(shares[0]! - betaAbove(0.6, 0.2, 0.8))).toBeLessThan(WITHIN)
  })
})

/** Share of Beta(a, b) above x, by adding up its density in substituted steps. */
function betaAbove(x: number, a: number, b: number): number {
  // With u = tᵃ the density's pole at 0 is gone; the one at 1 by t = 1 − vᵇ on the upper part.
  const steps = 200_000
  const part = (from: number, to: number, f: (s: number) => number) => {
    let sum = 0
    for (let i = 0; i < steps; i++) sum += f(from + ((i + 0.5) / steps) * (to - from))
    return (sum * (to - from)) / steps
  }
  const low = part(0, 0.5 ** a, (u) => (1 - u ** (1 / a)) ** (b - 1) / a)
  const high = part(0, 0.5 ** b, (v) => (1 - v ** (1 / b)) ** (a - 1) / b)
  const above = part(0, (1 - x) ** b, (v) => (1 - v ** (1 / b)) ** (a - 1) / b)
  return above / (low + high)
}

describe('under unknown inputs', () => {
  it('gives an even chance against the middle, and three in four over half the range', () => {
    const open = { id: 'open', value: [0.5], low: [0], high: [1] }
    const ask = (other: typeof open) =>
      firstPlaceShares({
        alternatives: [open, other],
        weights: [1],
        weightsAre: { kind: 'fixed' },
        values: ['doubtful'],
        draws: DRAWS,
      }).doubtful[0]!
    expect(Math.abs(ask(sure('middle', 0.5)) - 0.5)).toBeLessThan(WITHIN)
    expect(Math.abs(ask({ id: 'half', value: [0.25], low: [0], high: [0.5] }) - 0.75)).toBeLessThan(
      WITHIN,
    )
  })

  it('gives nothing to one that is surely behind, and halves to two that are the same', () => {
    const alternatives = [sure('a', 0.8, 0.8), sure('b', 0.8, 0.8), sure('c', 0.1, 0.1)]
    const { doubtful: shares } = firstPlaceShares({
      alternatives,
      weights: [1, 1],
      weightsAre: { kind: 'anything' },
      values: ['doubtful'],
      draws: 100,
    })
    expect(shares).toEqual([0.5, 0.5, 0])
  })
})

it('counts what drawing every candidate in full would count, whatever it leaves out', () => {
  const random = seeded(21)
  for (let n = 0; n < 40; n++) {
    const width = 2 + Math.floor(random() * 4)
    const alternatives = Array.from({ length: 2 + Math.floor(random() * 6) }, (_, i) => {
      const ends = Array.from({ length: width }, () => [random(), random()].sort())
      return {
        id: `${i}`,
        value: ends.map(([low = 0, high = 0]) => low + (high - low) * random()),
        low: ends.map(([low = 0]) => low),
        high: ends.map(([low = 0, high = 0]) => (random() < 0.5 ? high : low + 1e-3)),
      }
    }).map((one) => ({ ...one, high: one.high.map((high, k) => Math.max(high, one.value[k]!)) }))
    const weights = Array.from({ length: width }, () => random())
    const { doubtful } = firstPlaceShares({
      alternatives,
      weights,
      weightsAre: { kind: 'fixed' },
      values: ['doubtful'],
      draws: 5000,
    })
    const wins = alternatives.map(() => 0)
    for (let draw = 0; draw < 5000; draw++) {
      const sums = alternatives.map(({ low, high }) =>
        low.reduce((sum, l, k) => sum + weights[k]! * (l + (high[k]! - l) * random()), 0),
      )
      wins[sums.indexOf(Math.max(...sums))]! += 1 / 5000
    }
    // Two independent shares of 5,000 draws differ by 0.01 on average at most; 5 × that never.
    doubtful.forEach((share, i) => {
      expect(Math.abs(share - wins[i]!)).toBeLessThan(0.05)
    })
  }
})

it('answers the same question the same way', () => {
  const question = {
    alternatives: CORNERS,
    weights: [2, 1],
    weightsAre: { kind: 'around', concentration: 20 },
    values: ['doubtful'],
    draws: 500,
  } as const
  expect(firstPlaceShares(question)).toEqual(firstPlaceShares(question))
})
