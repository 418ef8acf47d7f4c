// What must not change an answer: units, the order of candidates, a candidate behind another, a gap.
//
// A weighted sum of fixed value functions scores each candidate alone, so none of these reverses its
// ranks. TOPSIS does reverse them (topsis.test.ts), and so does AHP where it compares candidates with
// each other (below); the product takes only weights from AHP.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pairwiseWeights } from '#geodata/analysis/decision/pairwise.ts'
import { firstPlaceChanges } from '#geodata/analysis/decision/siting-sensitivity.ts'
import { valueAt } from '#geodata/analysis/siting/criterion.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { rerank } from '#web/state/answers/siting-rank.ts'

const CRITERIA = ['a', 'b', 'c']

/** Minutes 30 … 120 per candidate and criterion; null: unknown. */
type Table = (number | null)[][]

/** A ranking as siting makes it; `perUnit` writes the amounts in another unit. */
function rankedOf(table: Table, weights: number[], perUnit = 1): SitingResult {
  const scale = { best: 30 * perUnit, worst: 120 * perUnit }
  const result = {
    criteria: CRITERIA.map((id, k) => ({
      id,
      ...scale,
      weight: weights[k] ?? 0,
      defaultShare: (weights[k] ?? 0) / 100,
    })),
    ranking: table.map((row, i) => ({
      id: `site-${i}`,
      terms: row.map((minutes, k) => {
        const value = minutes === null ? 0.5 : valueAt(scale, minutes * perUnit)
        return {
          criterion: CRITERIA[k],
          raw: minutes === null ? null : minutes * perUnit,
          known: minutes !== null,
          value,
          valueLow: minutes === null ? 0 : value,
          valueHigh: minutes === null ? 1 : value,
          valueLikely: [value, value],
        }
      }),
    })),
  } as unknown as SitingResult
  return rerank(result, {})
}

const minutes = fc.integer({ min: 30, max: 120 })
const row = (cell: fc.Arbitrary<number | null>) => fc.array(cell, { minLength: 3, maxLength: 3 })
const tables = fc.array(row(fc.option(minutes, { freq: 5 })), { minLength: 2, maxLength: 6 })
const mixes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 })

it('does not depend on units', () => {
  fc.assert(
    fc.property(tables, mixes, (table, weights) => {
      const inSixtieths = firstPlaceChanges(rankedOf(table, weights, 64))
      expect(inSixtieths).toEqual(firstPlaceChanges(rankedOf(table, weights)))
    }),
  )
})

it('does not depend on the order of candidates', () => {
  fc.assert(
    fc.property(tables, mixes, (table, weights) => {
      const ranked = rankedOf(table, weights)
      const backward = { ...ranked, ranking: ranked.ranking.toReversed() }
      expect(firstPlaceChanges(backward)).toEqual(firstPlaceChanges(ranked))
    }),
  )
})

it('keeps every rank and every change when a candidate surely behind the first is added', () => {
  fc.assert(
    fc.property(tables, mixes, (table, weights) => {
      const ranked = rankedOf(table, weights)
      const [first] = ranked.ranking
      const behind =
        first?.terms.map(({ valueLow }) => Math.min(120, 120 - 90 * valueLow + 1)) ?? []
      const more = rankedOf([...table, behind], weights)
      const others = more.ranking.filter(({ id }) => id !== `site-${table.length}`)
      expect(others.map(({ id }) => id)).toEqual(ranked.ranking.map(({ id }) => id))
      const { sameForAll: _, ...before } = firstPlaceChanges(ranked)
      expect(firstPlaceChanges(more)).toMatchObject(before)
    }),
  )
})

it('widens every rank when an input is forgotten, and narrows none', () => {
  fc.assert(
    fc.property(tables, mixes, fc.nat(), (table, weights, at) => {
      const ranked = rankedOf(table, weights)
      const forgotten = table.map((cells, i) =>
        cells.map((cell, k) => (i * 3 + k === at % (table.length * 3) ? null : cell)),
      )
      const { ranking } = rankedOf(forgotten, weights)
      for (const one of ranked.ranking) {
        const then = ranking.find(({ id }) => id === one.id)
        expect(then?.scoreLow).toBeLessThanOrEqual(one.scoreLow + 1e-9)
        expect(then?.scoreHigh).toBeGreaterThanOrEqual(one.scoreHigh - 1e-9)
        expect(then?.rankLow).toBeLessThanOrEqual(one.rankLow)
        expect(then?.rankHigh).toBeGreaterThanOrEqual(one.rankHigh)
      }
    }),
  )
})

/**
 * Candidates scored by AHP itself: local priorities of each criterion sum to one. Belton and Gear 1983,
 * On a short-coming of Saaty’s method of analytic hierarchies, Omega 11.
 */
it('shows why AHP scores no candidates: a copy of one reverses the ranks of the others', () => {
  const scores = (measured: number[][]) =>
    [0, 1, 2].map((k) => {
      const column = measured.map((cells) => cells[k] ?? 0)
      return pairwiseWeights(column.map((a) => column.map((b) => a / b))).weights
    })
  const total = (measured: number[][]) =>
    measured.map((_, i) => scores(measured).reduce((sum, local) => sum + (local[i] ?? 0) / 3, 0))
  const [a, b, c] = [
    [1, 9, 8],
    [9, 1, 9],
    [1, 1, 1],
  ]
  const three = total([a, b, c])
  expect(three.map((score) => Number(score.toFixed(2)))).toEqual([0.45, 0.47, 0.08])
  const four = total([a, b, c, b])
  expect(four.map((score) => Number(score.toFixed(2)))).toEqual([0.37, 0.29, 0.06, 0.29])
})
