// Do pairwise judgements give the weights of the literature, and is their contradiction measured?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pairwiseWeights } from '#geodata/analysis/decision/pairwise.ts'

/** Choosing a house: Saaty 1990, How to make a decision, European Journal of Operational Research 48. */
const HOUSE = [
  [1, 5, 3, 7, 6, 6, 1 / 3, 1 / 4],
  [1 / 5, 1, 1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
  [1 / 3, 3, 1, 6, 3, 4, 6, 1 / 5],
  [1 / 7, 1 / 5, 1 / 6, 1, 1 / 3, 1 / 4, 1 / 7, 1 / 8],
  [1 / 6, 1 / 3, 1 / 3, 3, 1, 1 / 2, 1 / 5, 1 / 6],
  [1 / 6, 1 / 3, 1 / 4, 4, 2, 1, 1 / 5, 1 / 6],
  [3, 5, 1 / 6, 7, 5, 5, 1, 1 / 2],
  [4, 7, 5, 8, 6, 6, 2, 1],
]

it('agrees with Saaty’s choice of a house to the digits printed there', () => {
  const { weights, eigenvalue, consistencyRatio, farthest } = pairwiseWeights(HOUSE)
  const printed = [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333]
  printed.forEach((weight, k) => {
    expect(weights[k]).toBeCloseTo(weight, 2)
  })
  expect(eigenvalue).toBeCloseTo(9.669, 2)
  expect(consistencyRatio).toBeCloseTo(0.169, 2)
  // Neighbourhood over condition, 6 : 1, is the judgement that contradicts the others most.
  expect(farthest).toMatchObject({ row: 2, column: 6, given: 6 })
})

it('returns the weights that agreeing judgements were made from', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
      (parts) => {
        const { weights, consistencyRatio, farthest } = pairwiseWeights(
          parts.map((a) => parts.map((b) => a / b)),
        )
        const sum = parts.reduce((total, part) => total + part, 0)
        parts.forEach((part, k) => {
          expect(weights[k]).toBeCloseTo(part / sum, 9)
        })
        expect(consistencyRatio).toBeCloseTo(0, 6)
        expect(farthest).toBeNull()
      },
    ),
  )
})

it('has no ratio for more criteria than the random index is known for', () => {
  const many = Array.from({ length: 16 }, () => new Array(16).fill(1))
  expect(pairwiseWeights(many).consistencyRatio).toBeNull()
})
