// Does knowing a thing raise the chance as much as reckoning by hand says?
import { describe, expect, it } from 'vitest'
import { worthKnowing } from '#geodata/analysis/decision/worth-knowing.ts'
import { seeded } from '#tests/support/random.ts'

const DRAWS = 8000

describe('what is worth finding out', () => {
  it('is what decides who is first, and by how much: a coin of two candidates', () => {
    const random = seeded(17)
    const coin = Uint8Array.from({ length: DRAWS }, () => (random() < 0.4 ? 0 : 1))
    const idle = Uint8Array.from({ length: DRAWS }, () => Math.floor(random() * 8))
    // Known, the coin says who is first in nine of ten draws; unknown, the better guess is right in …
    const winners = Uint16Array.from(coin, (side) => (random() < 0.9 ? side : 1 - side))
    const { now, nowIndex, known, others } = worthKnowing(winners, 2, [
      { groups: coin, groupCount: 2 },
      { groups: idle, groupCount: 8 },
    ])
    expect(nowIndex).toBe(1)
    // … 0.6 × 0.9 + 0.4 × 0.1.
    expect(now).toBeCloseTo(0.58, 1)
    expect(known[0]).toBeCloseTo(0.9, 1)
    expect(known[1]).toBeNull()
    // Where the coin shows the first side, the first is chosen instead.
    expect(others[0]).toBeCloseTo(0.4, 1)
    expect(others[1]).toBeNull()
  })

  it('is nothing where no draw could change the choice', () => {
    const groups = Uint8Array.from({ length: DRAWS }, (_, draw) => draw % 16)
    const winners = new Uint16Array(DRAWS)
    expect(worthKnowing(winners, 3, [{ groups, groupCount: 16 }])).toEqual({
      now: 1,
      nowIndex: 0,
      known: [null],
      others: [null],
    })
  })

  it('does not take chance for knowledge: of 200 idle things hardly any counts', () => {
    const random = seeded(23)
    const winners = Uint16Array.from({ length: 2000 }, () => Math.floor(random() * 3))
    const things = Array.from({ length: 200 }, () => ({
      groups: Uint8Array.from({ length: 2000 }, () => Math.floor(random() * 16)),
      groupCount: 16,
    }))
    const counted = worthKnowing(winners, 3, things).known.filter((one) => one !== null)
    expect(counted.length).toBeLessThanOrEqual(2)
  })
})
