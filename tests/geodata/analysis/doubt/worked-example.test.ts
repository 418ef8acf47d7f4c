// Is the example by hand of docs/METHODS what the code says, figure by figure, in both languages?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { worthKnowing } from '#geodata/analysis/decision/worth-knowing.ts'
import { drawMinutes, type Ways } from '#geodata/analysis/doubt/clouds.ts'
import { drawsOf } from '#geodata/analysis/doubt/draws.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { valueAt } from '#geodata/analysis/siting/criterion.ts'
import { makersOf } from '#geodata/analysis/siting/makers.ts'
import type { MeasuredCandidate } from '#geodata/analysis/siting/measure.ts'
import { rankedOf } from '#geodata/analysis/siting/ranked.ts'

/** One draw as the table tells it. */
type Row = {
  point: number
  factor: number
  landB: number
  minutes: [a: number, b: number]
  scores: [a: number, b: number]
  first: string
}

function rowsOf(file: string): Row[] {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../../../docs', file), 'utf8')
  const found = text.matchAll(/^\| \d \| p(\d) \| (.+) \| ([AB]) \|$/gm)
  return [...found].map(([, point, numbers = '', first = '']) => {
    const [factor = 0, landB = 0, minutesA = 0, minutesB = 0, scoreA = 0, scoreB = 0] = numbers
      .split(' | ')
      .map(Number)
    const minutes: Row['minutes'] = [minutesA, minutesB]
    return { point: Number(point) - 1, factor, landB, minutes, scores: [scoreA, scoreB], first }
  })
}

const ROWS = rowsOf('METHODS.md')
const MINUTES = { best: 30, worst: 120 }
const LAND = { best: 5, worst: 0 }
const PLANT_AT = Uint8Array.from(ROWS, ({ point }) => point)
const FACTOR = Float64Array.from(ROWS, ({ factor }) => factor)

type Park = {
  ways: number[]
  stated: number
  /** Least and most square kilometers. */
  land: [low: number, high: number]
  drawnLand: Float64Array
}
const A: Park = {
  ways: [50, 60, 60, 70],
  stated: 60,
  land: [3, 3],
  drawnLand: new Float64Array(4).fill(3),
}
const B: Park = {
  ways: [60, 70, 50, 75],
  stated: 65,
  land: [0, 4],
  drawnLand: Float64Array.from(ROWS, ({ landB }) => landB),
}

/** The minutes to the plant in every draw. */
function drawnMinutes({ ways }: Park, shiftMinutes = 0): Float64Array {
  const minutes = Float32Array.from(ways)
  const pair = { rows: 1, columns: 4, minutes } as Ways
  const drawn = new Float64Array(4)
  drawMinutes(drawn, pair, null, PLANT_AT, FACTOR, { stretch: 1, shiftMinutes })
  return drawn
}

function measured(id: string, park: Park): MeasuredCandidate {
  const term = (weight: number, ends: number[], central: number) => ({
    weight,
    contribution: 100 * weight * central,
    contributionLow: 100 * weight * Math.min(...ends),
    contributionHigh: 100 * weight * Math.max(...ends),
  })
  const minutes = (amount: number) => valueAt(MINUTES, amount)
  const land = (amount: number) => valueAt(LAND, amount)
  const landEnds = park.land.map(land)
  return {
    id,
    terms: [
      term(0.9, [minutes(park.stated - 12), minutes(park.stated + 12)], minutes(park.stated)),
      term(0.1, landEnds, ((landEnds[0] ?? 0) + (landEnds[1] ?? 0)) / 2),
    ],
    drawn: [{ values: drawnMinutes(park).map(minutes) }, { values: park.drawnLand.map(land) }],
  } as unknown as MeasuredCandidate
}

describe('the example by hand', () => {
  it('is the same in both languages, and takes every point and every part once', () => {
    expect(ROWS).toHaveLength(4)
    expect(rowsOf('METHODS.zh-CN.md')).toEqual(ROWS)
    expect([...PLANT_AT].sort()).toEqual([0, 1, 2, 3])
    expect([...FACTOR].sort()).toEqual([0.8, 0.9, 1, 1.1])
    expect([...B.drawnLand].sort()).toEqual([0, 1, 2, 3])
  })

  it('has the minutes of the ways in every draw', () => {
    for (const [index, park] of [A, B].entries()) {
      drawnMinutes(park).forEach((minutes, draw) => {
        expect(minutes).toBeCloseTo(ROWS[draw]?.minutes[index] ?? 0, 9)
      })
    }
    // Conditions that make A's stated way 6 minutes longer do so to every way, before the factor.
    expect([...drawnMinutes(A, 6)].map((one) => Math.round(one * 10) / 10)).toEqual([
      56, 59.4, 72.6, 60.8,
    ])
  })

  it('has the scores, ranges, ranks, chances and the one group of its text', () => {
    const lent = new Float64Array(4)
    const both = [measured('B', B), measured('A', A)]
    const { ranked, standings, winners } = rankedOf(both, {
      draws: { ...drawsOf(100), count: 4 },
      lent,
    })
    const told = ranked.map(({ id, score, scoreLikely, scoreLow, scoreHigh, ...one }) => ({
      id,
      scores: [score, ...scoreLikely, scoreLow, scoreHigh].map(
        (each) => Math.round(each * 1e6) / 1e6,
      ),
      ranks: [one.rank, ...one.rankLikely, one.rankLow, one.rankHigh],
      chanceFirst: one.chanceFirst,
      group: one.group,
    }))
    expect(told).toEqual([
      {
        id: 'A',
        scores: [66, 60, 76, 54, 78],
        ranks: [1, 1, 2, 1, 2],
        chanceFirst: 0.75,
        group: 1,
      },
      {
        id: 'B',
        scores: [59, 59, 69, 43, 75],
        ranks: [2, 1, 2, 1, 2],
        chanceFirst: 0.25,
        group: 1,
      },
    ])
    expect(standings.before[0]?.[1]).toBe(0.75)
    expect([...winners].map((winner) => ranked[winner]?.id)).toEqual(ROWS.map(({ first }) => first))
    ROWS.forEach(({ minutes, scores, landB }) => {
      expect(scores).toEqual([120 - minutes[0] + 2 * 3, 120 - minutes[1] + 2 * landB])
    })
    // Of four draws nothing follows about the plant's place: what is chosen in one half meets nothing in the other.
    expect(worthKnowing(winners, 2, [{ groups: PLANT_AT, groupCount: 4 }]).known).toEqual([null])
  })

  it('raises the chance from 75 % to 90 % by the place of the plant, in 2,000 draws', () => {
    const groups = Uint8Array.from({ length: 2000 }, (_, draw) => Math.floor(draw / 500))
    // At the third point B is first in 400 of 500 draws, at the others in 100 of 1,500.
    const winners = Uint16Array.from(groups, (group, draw) => {
      const within = Math.floor((draw % 500) / 2)
      if (group === 2) return within < 200 ? 1 : 0
      return group === 0 && within < 50 ? 1 : 0
    })
    const { now, known, others } = worthKnowing(winners, 2, [{ groups, groupCount: 4 }])
    expect(now).toBe(0.75)
    expect(known[0]).toBeCloseTo(0.9, 12)
    // B is taken in the 500 draws of the third point.
    expect(others).toEqual([0.25])
  })

  it('makes a firm of the wider product a maker with 1 ÷ 3, one of the segment with 1 ÷ 5', () => {
    const firm = (id: string, productIds: string[]) => ({
      properties: { id, kind: 'supplier', segmentIds: ['body'], productIds },
    })
    const products = ['profiles', 'castings', 'sheets', 'foils'].map((productId) => ({
      productId,
      name: { zh: productId, en: productId },
    }))
    const facts = {
      taxonomy: [{ segmentId: 'body', products }],
      companies: [
        ...['one', 'two', 'three', 'four'].map((id) => firm(id, ['profiles'])),
        firm('five', ['castings']),
        firm('six', []),
      ],
      companyProducts: [{ companyId: 'one', productId: 'profiles', productText: '铝型材' }],
    } as unknown as RegionFacts
    const input = { productId: 'profiles', segmentId: 'body', title: { zh: '铝型材', en: '' } }
    const told = makersOf(facts, input).map(({ company, basis, chance }) => [
      company.properties.id,
      basis,
      chance,
    ])
    expect(told).toEqual([
      ['one', 'product', 1],
      ['two', 'class', 1 / 3],
      ['three', 'class', 1 / 3],
      ['four', 'class', 1 / 3],
      ['six', 'segment', 1 / 5],
    ])
  })
})
