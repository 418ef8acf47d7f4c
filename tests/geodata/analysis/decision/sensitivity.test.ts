// Is the smallest change of opinion that dethrones the first really the smallest, and does it?
import { describe, expect, it } from 'vitest'
import { type Alternative, weightedSum } from '#geodata/analysis/decision/alternatives.ts'
import { sensitivity, toShares } from '#geodata/analysis/decision/sensitivity.ts'
import { seeded } from '#tests/support/random.ts'

const CASES = 10_000
const GRID = 120
const EXACT = 1e-9

function exactly(value: number[], id: string): Alternative {
  return { id, value }
}

function randomCase(random: () => number) {
  const criteria = 2 + Math.floor(random() * 4)
  const count = 2 + Math.floor(random() * 4)
  // Tenths, so that ties and zeros come up.
  const tenths = () => Array.from({ length: criteria }, () => Math.round(random() * 10) / 10)
  const alternatives = Array.from({ length: count }, (_, i) => exactly(tenths(), `c${i}`))
  const given = tenths()
  return {
    weights: toShares(given.some((weight) => weight > 0) ? given : [1, ...given.slice(1)]),
    alternatives,
  }
}

/** Criterion k at the share t, the others in their proportions. */
function withShare(weights: readonly number[], k: number, t: number): number[] {
  const rest = weights.reduce((sum, weight, j) => (j === k ? sum : sum + weight), 0)
  return weights.map((weight, j) =>
    j === k ? t : rest > 0 ? (weight / rest) * (1 - t) : (1 - t) / (weights.length - 1),
  )
}

/** Does anyone lead the first by more than arithmetic's last digits? */
function isDethroned(weights: readonly number[], first: Alternative, all: readonly Alternative[]) {
  const own = weightedSum(weights, first.value)
  return all.some((one) => weightedSum(weights, one.value) > own + EXACT)
}

describe('against a search by hand, 10,000 random cases', () => {
  it('finds the nearest share of one weight that dethrones the first', () => {
    const random = seeded(11)
    const wrong: object[] = []
    for (let n = 0; n < CASES; n++) {
      const { weights, alternatives } = randomCase(random)
      const answer = sensitivity(weights, alternatives)
      const first = alternatives.find(({ id }) => id === answer?.firstId)!
      if (isDethroned(weights, first, alternatives)) wrong.push({ weights, first })
      weights.forEach((from, k) => {
        const change = answer?.ofEach[k]
        const found = change ? Math.abs(change.toShare - change.fromShare) : Infinity
        for (let step = 0; step <= GRID; step++) {
          const t = step / GRID
          if (Math.abs(t - from) >= found - EXACT) continue
          const nearer = withShare(weights, k, t)
          if (isDethroned(nearer, first, alternatives)) wrong.push({ weights, k, nearer })
        }
        if (!change) return
        // Level there, and dethroned a hair beyond: so nothing nearer was passed over.
        const level = withShare(weights, k, change.toShare)
        const rival = alternatives.find(({ id }) => id === change.rivalId)!
        const apart = weightedSum(level, rival.value) - weightedSum(level, first.value)
        if (Math.abs(apart) > EXACT) wrong.push({ weights, k, apart })
        if (isDethroned(level, first, alternatives)) wrong.push({ weights, k, level })
      })
    }
    expect(wrong.slice(0, 1)).toEqual([])
  })

  it('finds the least weight that must move in all, and no mix nearer dethrones the first', () => {
    const random = seeded(12)
    const nearer: object[] = []
    for (let n = 0; n < CASES; n++) {
      const { weights, alternatives } = randomCase(random)
      const answer = sensitivity(weights, alternatives)
      const first = alternatives.find(({ id }) => id === answer?.firstId)!
      const change = answer?.ofAll
      if (change) {
        const rival = alternatives.find(({ id }) => id === change.rivalId)!
        const moved =
          change.weights.reduce((sum, one, k) => sum + Math.abs(one - weights[k]!), 0) / 2
        expect(moved).toBeCloseTo(change.movedShare, 9)
        expect(change.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
        expect(Math.min(...change.weights)).toBeGreaterThanOrEqual(-EXACT)
        expect(weightedSum(change.weights, rival.value)).toBeCloseTo(
          weightedSum(change.weights, first.value),
          9,
        )
      }
      for (let trial = 0; trial < 20; trial++) {
        const other = toShares(weights.map(() => (-Math.log(1 - random())) ** 3))
        const distance = other.reduce((sum, one, k) => sum + Math.abs(one - weights[k]!), 0) / 2
        // As far toward the other mix as may still leave the first in place.
        const share = Math.min(1, ((change?.movedShare ?? 1) / distance) * (1 - EXACT))
        const between = weights.map((one, k) => one + share * (other[k]! - one))
        if (isDethroned(between, first, alternatives)) nearer.push({ weights, between })
      }
    }
    expect(nearer.slice(0, 1)).toEqual([])
  })
})

it('says nothing dethrones a candidate that is best in every criterion', () => {
  const answer = sensitivity([1, 1], [exactly([0.9, 0.8], 'a'), exactly([0.5, 0.8], 'b')])
  expect(answer).toMatchObject({ firstId: 'a', ofOne: null, ofAll: null, sameForAll: [1] })
})

it('adds a candidate that is worse in everything without changing the answer', () => {
  const two = [exactly([0.9, 0.1], 'a'), exactly([0.2, 0.7], 'b')]
  const three = [...two, exactly([0.1, 0.05], 'c')]
  expect(sensitivity([0.6, 0.4], three)).toEqual(sensitivity([0.6, 0.4], two))
})

it('does not depend on the order of the candidates or the scale of the weights', () => {
  const list = [
    exactly([0.9, 0.1, 0.3], 'a'),
    exactly([0.2, 0.7, 0.3], 'b'),
    exactly([0.5, 0.5, 0.3], 'c'),
  ]
  expect(sensitivity([6, 4, 2], [...list].reverse())).toEqual(sensitivity([3, 2, 1], list))
})

it('has nothing to say of no candidates', () => {
  expect(sensitivity([1], [])).toBeNull()
})
