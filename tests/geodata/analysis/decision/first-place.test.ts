// Are the chances of being first those that geometry gives?
import { describe, expect, it } from 'vitest'
import { firstPlaceShares } from '#geodata/analysis/decision/first-place.ts'

const DRAWS = 40_000
/** Four standard errors at most: 4 × 0.5 ÷ √40,000. */
const WITHIN = 0.01

const sure = (id: string, ...value: number[]) => ({ id, value, drawn: value })
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

describe('with the values of joint draws', () => {
  const even = (count: number, at: (draw: number) => number) =>
    Float64Array.from({ length: count }, (_, draw) => at(draw))

  it('counts who is first in each draw: a shared doubt moves both and changes nothing', () => {
    const shared = even(100, (draw) => draw / 100)
    const { drawn } = firstPlaceShares({
      alternatives: [
        { id: 'a', value: [0.5, 0.2], drawn: [shared, 0.2] },
        { id: 'b', value: [0.5, 0.1], drawn: [shared, 0.1] },
      ],
      weights: [1, 1],
      weightsAre: { kind: 'anything' },
      values: ['drawn'],
      draws: 100,
    })
    expect(drawn).toEqual([1, 0])
  })

  it('gives three in four to one that is ahead in three of four draws, whatever the weights', () => {
    const { drawn } = firstPlaceShares({
      alternatives: [
        { id: 'a', value: [0.5], drawn: [even(4, (draw) => (draw === 3 ? 0 : 1))] },
        sure('b', 0.5),
      ],
      weights: [1],
      weightsAre: { kind: 'around', concentration: 20 },
      values: ['drawn'],
      draws: 400,
    })
    expect(drawn).toEqual([0.75, 0.25])
  })

  it('gives halves to two that are the same, and nothing to one that is behind', () => {
    const { drawn } = firstPlaceShares({
      alternatives: [sure('a', 0.8, 0.8), sure('b', 0.8, 0.8), sure('c', 0.1, 0.1)],
      weights: [1, 1],
      weightsAre: { kind: 'anything' },
      values: ['drawn'],
      draws: 100,
    })
    expect(drawn).toEqual([0.5, 0.5, 0])
  })
})

it('answers the same question the same way', () => {
  const question = {
    alternatives: CORNERS,
    weights: [2, 1],
    weightsAre: { kind: 'around', concentration: 20 },
    values: ['stated'],
    draws: 500,
  } as const
  expect(firstPlaceShares(question)).toEqual(firstPlaceShares(question))
})
