// Who is told apart, why one is ahead, and what a chance is written as?
import { describe, expect, it } from 'vitest'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { scoreDomain } from '#geodata/drawing/charts/score-domain.ts'
import type { Candidate, RankedAnswer } from '#web/state/answers/siting-rank.ts'
import { shownRange } from '#web/state/view/shown-range.ts'
import { leadOf, rangeOf, tiedFirsts } from '#web/workspaces/site/ranking/likely.ts'

const candidate = (id: string, group: number, contributions: Record<string, number | null>) =>
  ({
    id,
    group,
    scoreLow: 10,
    scoreHigh: 90,
    scoreLikely: [40, 60],
    terms: Object.entries(contributions).map(([criterion, contribution]) => ({
      criterion,
      known: contribution !== null,
      contribution: contribution ?? 5,
    })),
  }) as unknown as Candidate

const answer = (ranking: Candidate[], isSettled = true) =>
  ({ ranking, isSettled }) as unknown as RankedAnswer

describe('what is likely of a ranking', () => {
  const a = candidate('a', 1, { near: 20, land: 4, unknown: null })
  const b = candidate('b', 1, { near: 12, land: 9, unknown: 10 })
  const c = candidate('c', 2, { near: 1, land: 1, unknown: 1 })

  it('names those that nobody can tell apart, and nobody where the first stands alone', () => {
    expect(tiedFirsts(answer([a, b, c])).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(tiedFirsts(answer([a, c]))).toEqual([])
    expect(tiedFirsts(answer([a, b, c], false))).toEqual([])
  })

  it('says where one gains and loses most, by what is known', () => {
    const { gains, loses } = leadOf(a, b)
    expect([gains?.criterion, loses?.criterion]).toEqual(['near', 'land'])
    expect(leadOf(a, c).loses).toBeNull()
  })

  it('is not told of weights that are not drawn yet; bounds are there at once', () => {
    expect(rangeOf(a, answer([a]))).toEqual([40, 60])
    expect(rangeOf(a, answer([a], false))).toBeNull()
    shownRange.value = 'bounds'
    expect(rangeOf(a, answer([a], false))).toEqual([10, 90])
    shownRange.value = 'likely'
  })
})

it('never writes a chance as certain, nor one that is there as none', () => {
  expect([0, 0.004, 0.126, 0.994, 1].map(chanceText)).toEqual(['0%', '<1%', '13%', '>99%', '100%'])
})

it('spans whole tens around the ranges', () => {
  expect(
    scoreDomain([
      [52, 61],
      [44.5, 50],
    ]),
  ).toEqual({ low: 40, high: 70 })
  expect(scoreDomain([[50, 50]])).toEqual({ low: 50, high: 60 })
})
