// Moving a weight in the page must give what the server would have given.
import { describe, expect, it } from 'vitest'
import type { CriterionId, SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'
import { rerank, weightsInForce } from '#web/state/answers/siting-rank.ts'

const term = (criterion: CriterionId, low: number, value = low, high = value): SitingTerm => ({
  criterion,
  weight: 0.5,
  raw: low === high ? value : null,
  rawLow: null,
  rawHigh: null,
  rawLikely: null,
  unit: 'minutes',
  value,
  valueLow: low,
  valueHigh: high,
  valueLikely: [low, high],
  contribution: 50 * value,
  contributionLow: 50 * low,
  contributionHigh: 50 * high,
  contributionLikely: [50 * low, 50 * high],
  known: low === high,
  reason: null,
  source: '',
  asOf: null,
})

const town = (candidates: Record<string, SitingTerm[]>): SitingResult => ({
  question: {
    segmentId: 's',
    segment: { zh: '环节', en: 'segment' },
    product: null,
    matchedBy: 'segment',
  },
  criteria: (['plantMinutes', 'land'] as const).map((id) => ({
    id,
    title: { zh: id, en: id },
    unit: 'minutes',
    weight: 0.4,
    defaultShare: 0.5,
    best: 30,
    worst: 120,
  })),
  ranking: Object.entries(candidates).map(([id, terms]) => ({
    id,
    kind: 'park',
    nameZh: id,
    nameEn: id,
    lngLat: [106, 29],
    rank: 0,
    rankLow: 0,
    rankHigh: 0,
    rankLikely: [0, 0],
    scoreLikely: [0, 0],
    chanceFirst: 0,
    chanceTopThree: 0,
    firstIsAhead: 0.5,
    group: 1,
    score: 0,
    scoreLow: 0,
    scoreHigh: 0,
    terms,
    needs: [],
    flags: [],
    plants: [],
    suppliers: [],
    nearestHub: null,
  })),
  excluded: [],
  needs: [],
  offered: { plants: [], inputs: [] },
  relaxations: [],
  notices: [],
  assumptions: [],
  doubt: { draws: 100, seed: 1, likelyShare: 0.9, assumptions: [] },
  basis: {
    network: { name: { zh: '网', en: 'n' }, kind: 'skeleton', date: '2026', hash: 'h' },
    dataset: { hash: 'h', builtFrom: 'b' },
    parametersHash: 'p',
    profile: 'truck',
  },
})

describe('re-ranking in the page', () => {
  const near = [term('plantMinutes', 1), term('land', 0.1)]
  const wide = [term('plantMinutes', 0.2), term('land', 1)]

  it('lets the weights decide who is first', () => {
    const answer = town({ near, wide })
    const first = (asked: Record<string, number>) => rerank(answer, asked).ranking[0]?.id
    expect(first({ plantMinutes: 90, land: 10 })).toBe('near')
    expect(first({ plantMinutes: 10, land: 90 })).toBe('wide')
  })

  it('sums the contributions to the score and keeps the weights summing to one', () => {
    for (const one of rerank(town({ near, wide }), { plantMinutes: 3, land: 1 }).ranking) {
      expect(one.terms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
      expect(one.terms.reduce((sum, t) => sum + t.contribution, 0)).toBeCloseTo(one.score)
    }
  })

  it('gives an unknown a rank interval and never a zero', () => {
    const doubtful = [term('plantMinutes', 0.5), term('land', 0, 0.5, 1)]
    const sure = [term('plantMinutes', 0.5), term('land', 0.6)]
    const last = [term('plantMinutes', 0.1), term('land', 0)]
    const { ranking } = rerank(town({ doubtful, sure, last }), {})
    const found = Object.fromEntries(ranking.map((one) => [one.id, [one.rankLow, one.rankHigh]]))
    expect(found).toEqual({ sure: [1, 2], doubtful: [1, 2], last: [3, 3] })
    expect(ranking.find(({ id }) => id === 'doubtful')?.score).toBeCloseTo(50)
  })

  it('takes equal weights when the user sets all to zero', () => {
    const { criteria } = town({})
    const weights = weightsInForce(criteria, { plantMinutes: 0, land: 0 })
    expect([...weights.values()]).toEqual([0.5, 0.5])
  })
})
