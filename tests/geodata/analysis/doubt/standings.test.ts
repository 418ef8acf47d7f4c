// Do shares of draws say what an independent simulation says, and what counting by hand says?
import { describe, expect, it } from 'vitest'
import { drawsOf } from '#geodata/analysis/doubt/draws.ts'
import { likelyRange } from '#geodata/analysis/doubt/likely.ts'
import { groupsOf, standingsOf, winnersOf } from '#geodata/analysis/doubt/standings.ts'
import { seeded } from '#tests/support/random.ts'

const scores = (...rows: number[][]) => rows.map((row) => Float64Array.from(row))

describe('standings', () => {
  it('count ranks, shared firsts and who is ahead, by hand', () => {
    const { first, topThree, before, rankLikely } = standingsOf(
      scores([3, 1, 2, 2], [2, 2, 2, 1], [1, 3, 1, 0], [0, 0, 0, 3]),
    )
    // Draw 1: a; draw 2: c; draw 3: a and b share; draw 4: d.
    expect(first).toEqual([0.375, 0.125, 0.25, 0.25])
    expect(topThree).toEqual([1, 1, 0.75, 0.25])
    expect([...before[0]!]).toEqual([0.5, 0.625, 0.75, 0.75])
    expect([...before[1]!]).toEqual([0.375, 0.5, 0.75, 0.75])
    expect(rankLikely).toEqual([
      [1, 3],
      [1, 3],
      [1, 4],
      [1, 4],
    ])
    expect([...winnersOf(scores([3, 1, 2], [2, 2, 2], [1, 3, 1]), 3)]).toEqual([0, 2, 0])
  })

  it('are the same whether candidates lie apart in every draw or not', () => {
    const random = seeded(5)
    // Some far apart, some overlapping: the former are told without looking at the draws.
    const rows = Array.from({ length: 12 }, (_, i) =>
      Float64Array.from({ length: 300 }, () => (i % 4) * 0.6 + random()),
    )
    const { before, first } = standingsOf(rows)
    rows.forEach((mine, a) => {
      rows.forEach((other, b) => {
        const ahead = mine.reduce((sum, one, d) => sum + (one > other[d]! ? 1 : 0), 0) / 300
        if (a !== b) expect(before[a]![b]).toBeCloseTo(ahead, 12)
      })
      const wins = mine.reduce(
        (sum, one, d) => sum + (rows.every((other) => other === mine || other[d]! < one) ? 1 : 0),
        0,
      )
      expect(first[a]).toBeCloseTo(wins / 300, 12)
    })
  })

  it('keep the chances of the others when a copy of one joins', () => {
    const random = seeded(9)
    const rows = Array.from({ length: 4 }, () => Float64Array.from({ length: 500 }, () => random()))
    const alone = standingsOf(rows).first
    const { first } = standingsOf([...rows, rows[0]!])
    expect(first.slice(1, 4)).toEqual(alone.slice(1, 4))
    // The copy and its original share what the original had.
    expect(first[0]).toBeCloseTo(alone[0]! / 2, 12)
    expect(first[4]).toBeCloseTo(alone[0]! / 2, 12)
  })

  it('group with the likeliest whom it is not ahead of in 95 % of the draws, wherever it ranks', () => {
    const before = [
      [0.5, 0.2, 0.96, 0.99],
      [0.8, 0.5, 0.97, 0.99],
      [0.04, 0.03, 0.5, 0.7],
      [0.01, 0.01, 0.3, 0.5],
    ].map((row) => Float64Array.from(row))
    expect(groupsOf({ before, first: [0.2, 0.75, 0.05, 0] })).toEqual([1, 1, 2, 2])
    // Alone, where it is ahead of all others.
    const apart = [
      [0.5, 0.01],
      [0.99, 0.5],
    ].map((row) => Float64Array.from(row))
    expect(groupsOf({ before: apart, first: [0, 1] })).toEqual([2, 1])
  })
})

describe('the likely range', () => {
  it('leaves out 5 % of the draws at each end, whatever their order', () => {
    const random = seeded(3)
    for (const count of [100, 999, 2000]) {
      const drawn = Float64Array.from({ length: count }, () => Math.round(random() * 50))
      const sorted = drawn.toSorted()
      const cut = Math.floor(0.05 * (count - 1))
      expect(likelyRange(drawn, new Float64Array(count))).toEqual([
        sorted[cut],
        sorted[count - 1 - cut],
      ])
    }
  })
})

describe('draws', () => {
  it('take every part of a range equally often, and every point of a cloud', () => {
    const { evenly, pointOf } = drawsOf(2000)
    const parts = new Array(2000).fill(0)
    for (const share of evenly('speed')) parts[Math.floor(share * 2000)]++
    expect(new Set(parts)).toEqual(new Set([1]))
    const points = new Array(16).fill(0)
    for (const point of pointOf('CQ-N01')) points[point]++
    expect(new Set(points)).toEqual(new Set([125]))
  })

  it('do not move together under two names, and are the same under one', () => {
    const { evenly } = drawsOf(2000)
    const [a, b] = [evenly('land of A'), evenly('land of B')]
    const mean = (of: (draw: number) => number) =>
      Array.from({ length: 2000 }, (_, draw) => of(draw)).reduce((sum, one) => sum + one, 0) / 2000
    const correlation = 12 * mean((draw) => (a[draw]! - 0.5) * (b[draw]! - 0.5))
    // Of independent draws it is 0 with a standard error of 1 ÷ √2000.
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(2000))
    expect(evenly('land of A')).toEqual(a)
  })
})
