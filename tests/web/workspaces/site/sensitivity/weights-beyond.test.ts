// Do the weights to look with put another first, and do judgements of pairs survive the address?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairwiseWeights } from '#geodata/analysis/decision/pairwise.ts'
import { firstPlaceChanges } from '#geodata/analysis/decision/siting-sensitivity.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { rerank } from '#web/state/answers/siting-rank.ts'
import {
  decodePairs,
  encodePairs,
  judgementsOf,
  MOST_STEPS,
  pairCount,
  pairsFromWeights,
} from '#web/state/view/pairwise.ts'
import { weightsBeyond, withOneShare } from '#web/workspaces/site/sensitivity/weights-beyond.ts'

const IDS = ['a', 'b', 'c', 'd']
const row = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 })

function resultOf(values: number[][], weights: number[]): SitingResult {
  return rerank(
    {
      criteria: IDS.map((id, k) => ({
        id,
        best: 1,
        worst: 0,
        weight: weights[k] ?? 0,
        defaultShare: (weights[k] ?? 0) / 100,
      })),
      ranking: values.map((cells, i) => ({
        id: `site-${i}`,
        terms: cells.map((cell, k) => {
          const value = cell / 100
          return {
            criterion: IDS[k],
            value,
            valueLow: value,
            valueHigh: value,
            valueLikely: [value, value],
            known: true,
          }
        }),
      })),
    } as unknown as SitingResult,
    {},
  )
}

describe('weights to look with', () => {
  it('put the named rival ahead of the first, for every change that is said', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
        (values, weights) => {
          const result = resultOf(values, weights)
          const changes = firstPlaceChanges(result)
          const levels = changes.ofEach.map(({ criterion, toShare }) =>
            withOneShare(result.criteria, criterion, toShare),
          )
          if (changes.ofAll) {
            levels.push(
              new Map(changes.ofAll.weights.map(({ criterion, share }) => [criterion, share])),
            )
          }
          for (const level of levels) {
            const moved = [...level].reduce(
              (sum, [id, share]) =>
                sum + Math.abs(share - result.criteria.find((one) => one.id === id)!.weight),
              0,
            )
            const asked = weightsBeyond(result, level)
            const sum = Object.values(asked).reduce((total, weight) => total + weight, 0)
            const then = rerank(result, asked)
            // Where the two are level already, or at the end of the axis, nothing lies beyond.
            const atEnd = [...level.values()].some((share) => share < 1e-3 || share > 1 - 1e-3)
            if (moved > 0.01 && !atEnd) expect(then.ranking[0]?.id).not.toBe(result.ranking[0]?.id)
            expect(sum).toBeGreaterThan(0)
          }
        },
      ),
    )
  })
})

describe('judgements of pairs', () => {
  const step = fc.integer({ min: -MOST_STEPS, max: MOST_STEPS })
  it('come back from the address as they were', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.array(step, { minLength: 6 }),
        (count, all) => {
          const pairs = { ids: IDS.slice(0, count), steps: all.slice(0, pairCount(count)) }
          expect(decodePairs(encodePairs(pairs))).toEqual(pairs)
        },
      ),
    )
  })

  it.each(['', 'a.b', 'a.b:', 'a.b:ii', 'a.b:z', 'a:', ':i', 'a b.c:i'])(
    'are none where the address holds “%s”',
    (text) => {
      expect(decodePairs(text)).toBeNull()
    },
  )

  it('begin with what the weights say, and give those weights back', () => {
    const { criteria } = resultOf([[1, 2, 3, 4]], [8, 4, 2, 2])
    const pairs = pairsFromWeights(criteria)
    expect(pairs.steps).toEqual([1, 3, 3, 1, 1, 0])
    const { weights, consistencyRatio } = pairwiseWeights(judgementsOf(pairs))
    weights.forEach((weight, k) => {
      expect(weight).toBeCloseTo([0.5, 0.25, 0.125, 0.125][k] ?? 0, 9)
    })
    expect(consistencyRatio).toBeCloseTo(0, 9)
  })
})
