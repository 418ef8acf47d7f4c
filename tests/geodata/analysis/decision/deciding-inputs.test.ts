// Does knowing an input change the winner where it is said to, and nowhere else?
import { expect, it } from 'vitest'
import { type Alternative, firstOf, weightedSum } from '#geodata/analysis/decision/alternatives.ts'
import { decidingInputs } from '#geodata/analysis/decision/deciding-inputs.ts'
import { toShares } from '#geodata/analysis/decision/sensitivity.ts'
import { seeded } from '#tests/support/random.ts'

const CASES = 1000
const STEPS = 200

function randomCase(random: () => number) {
  const criteria = 1 + Math.floor(random() * 4)
  const alternatives = Array.from({ length: 2 + Math.floor(random() * 4) }, (_, i): Alternative => {
    const isDoubtful = Array.from({ length: criteria }, () => random() < 0.4)
    const value = isDoubtful.map(() => Math.round(random() * 10) / 10)
    return {
      id: `c${i}`,
      value,
      low: value.map((one, k) => (isDoubtful[k] ? one * random() : one)),
      high: value.map((one, k) => (isDoubtful[k] ? one + (1 - one) * random() : one)),
    }
  })
  const weights = Array.from({ length: criteria }, () => Math.round(random() * 5))
  return { points: weights, weights: toShares(weights), alternatives }
}

/** The candidates with one input replaced. */
function withInput(all: readonly Alternative[], id: string, k: number, x: number) {
  return all.map((one) => (one.id === id ? { ...one, value: one.value.with(k, x) } : one))
}

it('agrees with putting every possible value in, 1,000 random cases', () => {
  const random = seeded(31)
  const wrong: unknown[] = []
  for (let n = 0; n < CASES; n++) {
    const { points, weights, alternatives } = randomCase(random)
    const { inputs, doubtfulCount } = decidingInputs(points, alternatives)
    const first = firstOf(weights, alternatives)!
    let doubtful = 0
    for (const one of alternatives) {
      for (const [k, weight] of weights.entries()) {
        const [low, high] = [one.low[k]!, one.high[k]!]
        if (low === high || weight === 0) continue
        doubtful++
        const said = inputs.find((input) => input.id === one.id && input.criterion === k)
        let loss = 0
        for (let step = 0; step < STEPS; step++) {
          const x = low + ((step + 0.5) / STEPS) * (high - low)
          const then = withInput(alternatives, one.id, k, x)
          const sums = then.map(({ value }) => weightedSum(weights, value))
          const own = sums[alternatives.indexOf(first)]!
          loss += (Math.max(...sums) - own) / STEPS
          const isFirst = own > Math.max(...sums) - 1e-9
          const shouldHold = said ? x >= said.holdsLow && x <= said.holdsHigh : true
          // At the very level either may be first.
          const isLevel = Math.abs(own - Math.max(...sums.filter((s) => s !== own))) < 1e-6
          if (isFirst !== shouldHold && !isLevel) wrong.push({ weights, alternatives, said, x })
          const rival = then.findIndex(({ id }) => id === said?.rivalId)
          if (!isFirst && Math.max(...sums) - (sums[rival] ?? 0) > 1e-9) wrong.push({ said, x })
        }
        expect(said?.expectedLoss ?? 0).toBeCloseTo(loss, 4)
      }
    }
    expect(doubtfulCount).toBe(doubtful)
  }
  expect(wrong.slice(0, 1)).toEqual([])
})

it('reports the scores with the input at its other end', () => {
  const sure = { id: 'sure', value: [0.7, 0.7], low: [0.7, 0.7], high: [0.7, 0.7] }
  const open = { id: 'open', value: [0.8, 0.5], low: [0.8, 0], high: [0.8, 1] }
  const { inputs } = decidingInputs([3, 1], [sure, open])
  // open has 0.725 and is first; with its second input at 0 it has 0.6, and level at 0.4.
  expect(inputs).toHaveLength(1)
  expect(inputs[0]).toMatchObject({ id: 'open', criterion: 1, rivalId: 'sure', holdsHigh: 1 })
  expect(inputs[0]?.holdsLow).toBeCloseTo(0.4, 12)
  expect(inputs[0]?.firstSum).toBeCloseTo(0.6, 12)
  expect(inputs[0]?.rivalSum).toBeCloseTo(0.7, 12)
  // Half of 0.25 × 0.4 × 0.4: the rival leads by up to a tenth over two fifths of the range.
  expect(inputs[0]?.expectedLoss).toBeCloseTo(0.02, 12)
})

it('leaves out what carries no weight and what cannot change the first', () => {
  const first = { id: 'a', value: [0.9, 0.5], low: [0.8, 0], high: [1, 1] }
  const rival = { id: 'b', value: [0.1, 0.5], low: [0.1, 0.5], high: [0.1, 0.5] }
  expect(decidingInputs([1, 0], [first, rival])).toEqual({ inputs: [], doubtfulCount: 1 })
  expect(decidingInputs([1, 1], [first])).toEqual({ inputs: [], doubtfulCount: 0 })
})
