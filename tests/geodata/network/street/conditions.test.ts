import { describe, expect, it } from 'vitest'
import { plainSearcher } from '#geodata/network/searcher.ts'
import { type Conditions, underConditions } from '#geodata/network/street/conditions.ts'
import { STREET_IS_CLOSED } from '#geodata/network/street/street-network.ts'
import { surveyed } from '#tests/support/surveyed.ts'

/** From a to d: 6 km of toll motorway by b, or 4 km of primary road by c. */
const town = surveyed({
  places: { a: [0, 0], b: [3, 0], c: [2, 2], d: [6, 0] },
  ways: {
    'a b': { highway: 'motorway', oneway: 'no', toll: 'yes' },
    'b d': { highway: 'motorway', oneway: 'no', toll: 'yes' },
    'a c': { highway: 'primary' },
    'c d': { highway: 'primary' },
  },
})
const [a, c, d] = ['a', 'c', 'd'].map((place) => town.junctionsAt(place)[0]!)

/** Seconds from a to d; null where there is no way. */
function seconds(conditions: Conditions): number | null {
  const { network } = underConditions(town, conditions)
  const at = (node: number) => [{ node, costDeciseconds: 0, lengthMeters: 0 }]
  const path = plainSearcher(network).path(at(a!), at(d!))
  return path.kind === 'path' ? path.costDeciseconds / 10 : null
}

const byMotorway = (6 / 68) * 3600
const byPrimary = ((Math.hypot(2, 2) + Math.hypot(4, 2)) / 36) * 3600

describe('roads under conditions', () => {
  it('drives freely where there are none', () => {
    expect(seconds({})).toBeCloseTo(byMotorway, 0)
  })

  it('goes round a closed street, an avoided class and a toll', () => {
    const motorway = town.streetsBetween('a', 'b')
    expect(seconds({ closedStreets: motorway })).toBeCloseTo(byPrimary, 0)
    expect(seconds({ avoidedClasses: ['motorway'] })).toBeCloseTo(byPrimary, 0)
    expect(seconds({ avoidsToll: true })).toBeCloseTo(byPrimary, 0)
  })

  it('finds no way where every street is closed', () => {
    expect(seconds({ avoidsToll: true, closedStreets: town.streetsBetween('a', 'c') })).toBeNull()
  })

  it('takes longer by the factor, and turns elsewhere where one class is slow', () => {
    expect(seconds({ timeFactor: 1.5 })).toBeCloseTo(1.5 * byMotorway, 0)
    expect(seconds({ timeFactorByClass: { motorway: 3 } })).toBeCloseTo(byPrimary, 0)
    expect(() => seconds({ timeFactor: 0 })).toThrow('above 0')
  })

  it('takes longer by exactly the factor over many short streets too', () => {
    // 200 streets of 0.6 to 0.7 s: rounded one by one, the factor 1.3 would take 1.43 times as long.
    const places = Array.from({ length: 201 }, (_, at) => [`p${at}`, [at * 0.0065, 0]] as const)
    const chain = surveyed({
      places: Object.fromEntries(places),
      ways: Object.fromEntries(
        places.slice(1).map(([to], at) => [`p${at} ${to}`, { highway: 'primary', ref: `${at}` }]),
      ),
    })
    const [from, to] = ['p0', 'p200'].map((place) => chain.junctionsAt(place)[0]!)
    const deciseconds = (timeFactor: number) => {
      const { network } = underConditions(chain, { timeFactor })
      const at = (node: number) => [{ node, costDeciseconds: 0, lengthMeters: 0 }]
      const path = plainSearcher(network).path(at(from!), at(to!))
      return path.kind === 'path' ? path.costDeciseconds : Number.NaN
    }
    const free = deciseconds(1)
    expect(free).toBeGreaterThan(1000)
    for (const factor of [1.07, 1.3, 2.5]) {
      expect(Math.abs(deciseconds(factor) - factor * free)).toBeLessThanOrEqual(1)
    }
  })

  it('goes the shortest way by length', () => {
    const { network } = underConditions(town, { byLength: true })
    const start = { node: a!, costDeciseconds: 0, lengthMeters: 0 }
    const { costDeciseconds } = plainSearcher(network).costs([start], 'outward')
    expect(costDeciseconds[c!]! / 10).toBeCloseTo(2828, -1)
  })

  it('marks what is left out as closed, and leaves the network it came from alone', () => {
    const [street] = town.streetsBetween('a', 'b')
    const before = [...town.streets.impedanceDeciseconds]
    const { streets } = underConditions(town, { avoidsToll: true })
    expect(streets.flags[street!]! & STREET_IS_CLOSED).toBe(STREET_IS_CLOSED)
    expect([...town.streets.impedanceDeciseconds]).toEqual(before)
    expect(town.streets.flags[street!]! & STREET_IS_CLOSED).toBe(0)
  })
})
