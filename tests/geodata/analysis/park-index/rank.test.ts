// Are the ranks of the index the ones some world allows, and no others?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankedUnder, rankIntervals } from '#geodata/analysis/park-index/rank.ts'
import type { IndexTermDefinition } from '#geodata/contract/processes/park-index.ts'

const scored = fc
  .tuple(fc.nat(12), fc.nat(6), fc.nat(6))
  .map(([low, a, b]) => ({ scoreLow: low, score: low + a, scoreHigh: low + a + b }))

/** Every world in which each score is at one of its ends: enough, since ranks only depend on order. */
function worlds(all: { scoreLow: number; scoreHigh: number }[]): number[][] {
  return all.reduce<number[][]>(
    (before, { scoreLow, scoreHigh }) =>
      before.flatMap((world) => [scoreLow, scoreHigh].map((end) => [...world, end])),
    [[]],
  )
}

describe('the interval of a rank', () => {
  it('is what going through every world finds', () => {
    fc.assert(
      fc.property(fc.array(scored, { minLength: 1, maxLength: 7 }), (all) => {
        const found = all.map(() => ({ rankLow: Number.POSITIVE_INFINITY, rankHigh: 0 }))
        for (const world of worlds(all)) {
          world.forEach((mine, index) => {
            const rank = 1 + world.filter((other) => other > mine).length
            const interval = found[index]
            if (!interval) return
            interval.rankLow = Math.min(interval.rankLow, rank)
            interval.rankHigh = Math.max(interval.rankHigh, rank)
          })
        }
        expect(rankIntervals(all)).toEqual(found)
      }),
    )
  })

  it('only widens, for everyone, when one score becomes less certain', () => {
    fc.assert(
      fc.property(
        fc.array(scored, { minLength: 2, maxLength: 12 }),
        fc.nat(),
        fc.nat(5),
        fc.nat(5),
        (all, which, down, up) => {
          const wider = all.map((one, index) =>
            index === which % all.length
              ? { ...one, scoreLow: one.scoreLow - down, scoreHigh: one.scoreHigh + up }
              : one,
          )
          const before = rankIntervals(all)
          rankIntervals(wider).forEach((after, index) => {
            expect(after.rankLow).toBeLessThanOrEqual(before[index]?.rankLow ?? 0)
            expect(after.rankHigh).toBeGreaterThanOrEqual(before[index]?.rankHigh ?? 0)
          })
        },
      ),
    )
  })
})

const term = (id: string, weight: number): IndexTermDefinition => ({
  id,
  title: { zh: `虚构${id}`, en: `invented ${id}` },
  definition: { zh: '虚构', en: 'invented' },
  unit: 'points',
  best: 1,
  worst: 0,
  weight,
})
/** An invented park: a value per term, or null where it is unknown. */
const park = (id: string, values: Record<string, number | null>) => ({
  id,
  nameZh: `虚构${id}`,
  nameEn: id,
  labelZh: `虚构${id}`,
  labelEn: id,
  districtZh: '虚构区',
  terms: Object.entries(values).map(([criterion, value]) => ({
    criterion,
    weight: 0,
    raw: value,
    rawLow: value,
    rawHigh: value,
    value: value ?? 0.5,
    valueLow: value ?? 0,
    valueHigh: value ?? 1,
    contribution: 0,
    contributionLow: 0,
    contributionHigh: 0,
    known: value !== null,
    reason: null,
    source: 'invented',
    rows: [],
  })),
})

describe('the index', () => {
  it('is a hundred times the weighted sum of values, whatever the weights add up to', () => {
    const terms = [term('firms', 0.5), term('level', 0.5)]
    const parks = [park('A', { firms: 1, level: 0 }), park('B', { firms: 0.2, level: 0.8 })]
    const scores = (asked: Record<string, number>) =>
      rankedUnder(terms, parks, asked).ranking.map(({ id, score }) => [id, Math.round(score)])
    expect(scores({})).toEqual([
      ['A', 50],
      ['B', 50],
    ])
    expect(scores({ firms: 30, level: 90 })).toEqual([
      ['B', 65],
      ['A', 25],
    ])
    expect(scores({ firms: 0, level: 0 })).toEqual(scores({}))
  })

  it('never takes the unknown for zero: it may still be first and last', () => {
    const { ranking } = rankedUnder(
      [term('firms', 1)],
      [park('known', { firms: 0.6 }), park('dark', { firms: null }), park('low', { firms: 0.1 })],
      {},
    )
    const dark = ranking.find(({ id }) => id === 'dark')
    expect(dark).toMatchObject({ score: 50, scoreLow: 0, scoreHigh: 100, rankLow: 1, rankHigh: 3 })
  })

  it('leaves every score and rank within what was possible when a missing value is found', () => {
    const value = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null })
    const region = fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(region, fc.double({ min: 0, max: 1, noNaN: true }), (values, found) => {
        const terms = [term('firms', 0.7), term('level', 0.3)]
        const parksOf = (fill: (value: number | null) => number | null) =>
          values.map(([firms, level], index) =>
            park(`P${index}`, { firms: fill(firms), level: fill(level) }),
          )
        const before = rankedUnder(
          terms,
          parksOf((one) => one),
          {},
        ).ranking
        const after = rankedUnder(
          terms,
          parksOf((one) => one ?? found),
          {},
        ).ranking
        for (const { id, score, rankLow, rankHigh } of after) {
          const was = before.find((one) => one.id === id)
          expect(score).toBeGreaterThanOrEqual((was?.scoreLow ?? 0) - 1e-9)
          expect(score).toBeLessThanOrEqual((was?.scoreHigh ?? 0) + 1e-9)
          expect(rankLow).toBeGreaterThanOrEqual(was?.rankLow ?? 0)
          expect(rankHigh).toBeLessThanOrEqual(was?.rankHigh ?? 0)
        }
      }),
    )
  })
})
