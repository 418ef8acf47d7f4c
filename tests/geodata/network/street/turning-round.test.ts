// Where does a truck turn round, and where does it drive on until it can?
import { describe, expect, it } from 'vitest'
import { costsFrom } from '#geodata/network/costs-from.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'
import { forEachState } from '#geodata/network/street/street-network.ts'
import { costsBySweep } from '#geodata/network/sweep.ts'
import { type Drawn, surveyed } from '#tests/support/surveyed.ts'

const PRIMARY = { highway: 'primary' }

/** Meters between two places by every search; null where no road leads. */
function meters({ from = 'a', to = 'd', ...drawn }: Drawn & { from?: string; to?: string }) {
  const town = surveyed(drawn)
  const starts = [{ node: town.junctionsAt(from)[0]!, costDeciseconds: 0, lengthMeters: 0 }]
  const swept = costsBySweep(town.hierarchy, 'outward', starts)
  const plain = costsFrom(town.network.outward, starts)
  expect(swept.costDeciseconds).toEqual(plain.costDeciseconds)
  let [least, length] = [UNREACHED, 0]
  forEachState(town, town.junctionsAt(to)[0]!, (state) => {
    if (plain.costDeciseconds[state]! >= least) return
    least = plain.costDeciseconds[state]!
    length = plain.lengthMeters[state]!
  })
  return least === UNREACHED ? null : Math.round(length / 10) * 10
}

/** No turn from a b into b d; a truck has to go round somewhere east of b. */
const places = {
  a: [0, 0],
  b: [0.2, 0],
  c: [0.4, 0],
  e: [0.6, 0],
  f: [0.8, 0],
  d: [0.2, 0.2],
  g: [0.4, 0.2],
} as const
const noTurn = ['no: a b | b | b d']
const ways = { 'a b': PRIMARY, 'b c': PRIMARY, 'b d': PRIMARY }

describe('a truck that may not turn where it wants', () => {
  it('drives over mere splits to the end of the road, and turns round there', () => {
    const onward = { ...ways, 'c e': PRIMARY, 'e f': PRIMARY }
    expect(meters({ places, ways: onward })).toBe(400)
    expect(meters({ places, ways: onward, turns: noTurn })).toBe(1600)
  })

  it('turns round at a crossing, though it is nearer', () => {
    const crossing = { ...ways, 'c e': PRIMARY, 'e f': PRIMARY, 'c g': PRIMARY }
    expect(meters({ places, ways: crossing, turns: noTurn })).toBe(800)
  })

  it('counts no road that is closed to it as a crossing', () => {
    const closed = { ...ways, 'c e': PRIMARY, 'e f': PRIMARY, 'c g': { ...PRIMARY, hgv: 'no' } }
    expect(meters({ places, ways: closed, turns: noTurn })).toBe(1600)
  })

  it('turns round where it cannot drive on', () => {
    const oneway = { ...ways, 'e c': { ...PRIMARY, oneway: 'yes' }, 'e f': PRIMARY }
    expect(meters({ places, ways: oneway, turns: noTurn })).toBe(800)
  })

  it('goes round a ring rather than back', () => {
    const ring = { ...ways, 'c e': PRIMARY, 'e g': PRIMARY, 'g d': PRIMARY }
    const way = Math.hypot(0.2, 0.2) * 1000 + 800
    expect(meters({ places, ways: ring, turns: noTurn })).toBeCloseTo(way, -1.5)
  })

  it('does not turn round between a split and a via way either', () => {
    const onward = { ...ways, 'c e': PRIMARY, 'e f': PRIMARY, 'd g': PRIMARY }
    const over = ['no: a b | b d | d g']
    expect(meters({ places, ways: onward, turns: over, to: 'd' })).toBe(400)
    expect(meters({ places, ways: onward, turns: over, to: 'g' })).toBe(1800)
  })
})

it('adds no state where nothing is restricted, however often ways are split', () => {
  const town = surveyed({ places, ways: { ...ways, 'c e': PRIMARY, 'e f': PRIMARY } })
  expect(town.network.nodeCount).toBe(town.junctionCount)
})
