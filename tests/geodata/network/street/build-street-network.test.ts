import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costsFrom } from '#geodata/network/costs-from.ts'
import { ROAD_CLASSES } from '#geodata/network/osm/road-classes.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'
import {
  CLOSED,
  forEachState,
  STREET_IS_BRIDGE,
  STREET_IS_CLOSED,
  STREET_IS_MAIN,
  STREET_IS_TOLL,
  STREET_IS_TUNNEL,
  type StreetNetwork,
} from '#geodata/network/street/street-network.ts'
import { costsBySweep } from '#geodata/network/sweep.ts'
import { type Drawn, type Surveyed, surveyed } from '#tests/support/surveyed.ts'

const PRIMARY = { highway: 'primary' }

/** Seconds between two places by the hierarchy; null where no road leads. */
function seconds(town: Surveyed, from: string, to: string): number | null {
  const starts = town
    .junctionsAt(from)
    .map((node) => ({ node, costDeciseconds: 0, lengthMeters: 0 }))
  const { costDeciseconds } = costsBySweep(town.hierarchy, 'outward', starts)
  let least = UNREACHED
  for (const junction of town.junctionsAt(to)) {
    forEachState(town, junction, (state) => {
      least = Math.min(least, costDeciseconds[state]!)
    })
  }
  return least === UNREACHED ? null : least / 10
}

describe('a street network', () => {
  it('has a junction where ways end or meet, and keeps the points between', () => {
    const town = surveyed({
      places: { a: [0, 0], b: [1, 0], c: [2, 0], d: [3, 0], e: [2, 1] },
      ways: { 'a b c d': PRIMARY, 'e c': PRIMARY },
    })
    expect(town.junctionCount).toBe(4)
    expect(town.streets.count).toBe(3)
    const [street] = town.streetsBetween('a', 'c')
    expect(town.streets.firstPoint[street! + 1]! - town.streets.firstPoint[street!]!).toBe(3)
    expect(town.streets.lengthDecimeters[street!]).toBeCloseTo(20_000, -2)
  })

  it('charges primary roads 36 km/h: six kilometers take ten minutes', () => {
    const town = surveyed({ places: { a: [0, 0], b: [6, 0] }, ways: { 'a b': PRIMARY } })
    expect(seconds(town, 'a', 'b')).toBeCloseTo(600, -1)
  })

  it('drives a one-way street one way', () => {
    const town = surveyed({
      places: { a: [0, 0], b: [1, 0] },
      ways: { 'a b': { ...PRIMARY, oneway: 'yes' } },
    })
    expect(seconds(town, 'a', 'b')).not.toBeNull()
    expect(seconds(town, 'b', 'a')).toBeNull()
  })

  it('takes motorways for one-way where any says its direction, else for both ways and says so', () => {
    const places = { a: [0, 0], b: [1, 0], c: [2, 0] } as const
    const silent = surveyed({ places, ways: { 'a b': { highway: 'motorway' } } })
    expect(silent.origin.motorwaysBothWays).toBe(true)
    expect(seconds(silent, 'b', 'a')).not.toBeNull()
    const told = surveyed({
      places,
      ways: { 'a b': { highway: 'motorway' }, 'b c': { highway: 'motorway', oneway: 'yes' } },
    })
    expect(told.origin.motorwaysBothWays).toBe(false)
    expect(seconds(told, 'b', 'a')).toBeNull()
  })

  it('lets no truck pass a barrier, though each side is reached', () => {
    const town = surveyed({
      places: { a: [0, 0], b: [1, 0], c: [2, 0] },
      ways: { 'a b c': PRIMARY },
      barriers: { b: { barrier: 'bollard' } },
    })
    expect(town.junctionsAt('b')).toHaveLength(2)
    expect(seconds(town, 'a', 'b')).not.toBeNull()
    expect(seconds(town, 'a', 'c')).toBeNull()
  })

  it('keeps a road closed to trucks, closed', () => {
    const town = surveyed({
      places: { a: [0, 0], b: [1, 0] },
      ways: { 'a b': { ...PRIMARY, hgv: 'no' } },
    })
    expect(town.streets.flags[0]! & STREET_IS_CLOSED).toBe(STREET_IS_CLOSED)
    expect([...town.streets.impedanceDeciseconds]).toEqual([CLOSED, CLOSED])
  })

  it('takes over class, name, number and toll', () => {
    const town = surveyed({
      places: { a: [0, 0], b: [1, 0] },
      ways: { 'a b': { highway: 'trunk', name: '渝长高速', ref: 'G50', toll: 'yes' } },
    })
    expect(ROAD_CLASSES[town.streets.roadClass[0]!]).toBe('trunk')
    expect(town.texts[town.streets.name[0]!]).toBe('渝长高速')
    expect(town.texts[town.streets.ref[0]!]).toBe('G50')
    expect(town.streets.flags[0]! & STREET_IS_TOLL).toBe(STREET_IS_TOLL)
  })

  it.each([
    [{ bridge: 'yes' }, STREET_IS_BRIDGE],
    [{ bridge: 'viaduct' }, STREET_IS_BRIDGE],
    [{ tunnel: 'yes' }, STREET_IS_TUNNEL],
    [{ tunnel: 'building_passage' }, 0],
    [{ bridge: 'no' }, 0],
  ])('keeps what carries a road: %j', (tags, flag) => {
    const town = surveyed({
      places: { a: [0, 0], b: [1, 0] },
      ways: { 'a b': { ...PRIMARY, ...tags } },
    })
    expect(town.streets.flags[0]! & (STREET_IS_BRIDGE | STREET_IS_TUNNEL)).toBe(flag)
  })

  it('shares the duration of a ferry out by length', () => {
    const town = surveyed({
      places: { a: [0, 0], b: [1, 0], c: [4, 0], d: [1, 1] },
      ways: {
        'a b c': { route: 'ferry', duration: '00:40', motor_vehicle: 'yes' },
        'b d': PRIMARY,
      },
    })
    expect(seconds(town, 'a', 'b')).toBeCloseTo(600, -1)
    expect(seconds(town, 'a', 'c')).toBeCloseTo(2400, -1)
  })

  it('marks the largest part as main, and an island not', () => {
    const town = surveyed({
      places: { a: [0, 0], b: [1, 0], c: [1, 1], x: [5, 5], y: [6, 5] },
      ways: { 'a b': PRIMARY, 'b c': PRIMARY, 'c a': PRIMARY, 'x y': PRIMARY },
    })
    const isMain = (a: string, b: string) =>
      (town.streets.flags[town.streetsBetween(a, b)[0]!]! & STREET_IS_MAIN) !== 0
    expect(isMain('a', 'b')).toBe(true)
    expect(isMain('x', 'y')).toBe(false)
  })

  it('obeys a restriction at a junction, and one over a way in between', () => {
    const places = { a: [0, 0], b: [1, 0], c: [1, 1], d: [2, 0], e: [2, 1], f: [1, 2] } as const
    const ways = {
      'a b': PRIMARY,
      'b c': PRIMARY,
      'b d': PRIMARY,
      'd e': PRIMARY,
      'e c': PRIMARY,
      'c f': PRIMARY,
    }
    const free = seconds(surveyed({ places, ways }), 'a', 'f')!
    const atNode = surveyed({ places, ways, turns: ['no: a b | b | b c'] })
    expect(seconds(atNode, 'a', 'f')! - free).toBeCloseTo(200, -1)
    const overWay = surveyed({ places, ways, turns: ['no: a b | b c | c f'] })
    expect(seconds(overWay, 'a', 'c')).toBeCloseTo(200, -1)
    expect(seconds(overWay, 'a', 'f')! - free).toBeCloseTo(200, -1)
    const only = surveyed({ places, ways, turns: ['only: a b | b | b d'] })
    expect(seconds(only, 'a', 'f')! - free).toBeCloseTo(200, -1)
  })

  it('leaves out a restriction whose roads do not meet, and counts it', () => {
    const places = { a: [0, 0], b: [1, 0], c: [2, 0], d: [3, 0] } as const
    const ways = { 'a b': PRIMARY, 'b c': PRIMARY, 'c d': PRIMARY }
    const { origin } = surveyed({ places, ways, turns: ['no: a b | b | c d', 'no: a b | b | b c'] })
    expect(origin.restrictionCount).toBe(2)
    expect(origin.restrictionsLeftOut).toBe(1)
  })

  it('costs what a search from node to node over the drawing costs, in any town', () => {
    fc.assert(
      fc.property(anyDrawing, ({ drawn, from }) => {
        const town = surveyed(drawn)
        const oracle = overNodes(drawn, from)
        for (const place of Object.keys(drawn.places)) {
          if (town.junctionsAt(place).length === 0 || town.junctionsAt(from).length === 0) continue
          const found = seconds(town, from, place)
          const expected = oracle.get(place) ?? null
          if (expected === null || found === null) expect([place, found]).toEqual([place, expected])
          // Each street is rounded to a decisecond; the plan is flat, the ground is not.
          else {
            const allowed = 0.05 * town.streets.count + 0.001 * expected
            expect(Math.abs(found - expected)).toBeLessThanOrEqual(allowed)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is the same, bit by bit, from the same survey', () => {
    fc.assert(
      fc.property(anyDrawing, ({ drawn }) => {
        const strip = ({ streets, hierarchy, network }: StreetNetwork) => ({
          streets,
          hierarchy,
          network,
        })
        expect(strip(surveyed(drawn))).toEqual(strip(surveyed(drawn)))
      }),
      { numRuns: 20 },
    )
  })
})

const NAMES = 'abcdefghijkl'.split('')
const anyDrawing = fc
  .record({
    at: fc.uniqueArray(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), {
      minLength: 12,
      maxLength: 12,
      selector: (place) => place.join(),
    }),
    ways: fc.array(
      fc.record({
        nodes: fc.array(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 5 }),
        highway: fc.constantFrom('trunk', 'primary', 'residential'),
        oneway: fc.constantFrom('no', 'yes', '-1'),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    from: fc.constantFrom(...NAMES),
  })
  .map(({ at, ways, from }) => ({
    from,
    drawn: {
      places: Object.fromEntries(NAMES.map((name, i) => [name, at[i]!])),
      ways: Object.fromEntries(
        ways.map(({ nodes, ...tags }, i) => [`${nodes.join(' ')} |${i}`, tags]),
      ),
    } satisfies Drawn,
  }))

const SPEEDS: Record<string, number> = { trunk: 48, primary: 36, residential: 15 }

/** Bellman–Ford over every step from place to place, by the drawing alone. */
function overNodes({ places, ways }: Drawn, from: string): Map<string, number> {
  const costs = new Map([[from, 0]])
  const steps = Object.entries(ways).flatMap(([drawn, tags]) => {
    const nodes = drawn.split('|')[0]!.trim().split(' ')
    return nodes.slice(1).flatMap((to, i) => {
      const [a, b] = [places[nodes[i]!]!, places[to]!]
      const kilometers = Math.hypot(a[0] - b[0], a[1] - b[1])
      const cost = (kilometers * 3600) / SPEEDS[tags.highway!]!
      const there = { from: nodes[i]!, to, cost }
      const back = { from: to, to: nodes[i]!, cost }
      return tags.oneway === 'yes' ? [there] : tags.oneway === '-1' ? [back] : [there, back]
    })
  })
  for (let changed = true; changed; ) {
    changed = false
    for (const step of steps) {
      const reached = (costs.get(step.from) ?? Infinity) + step.cost
      if (reached >= (costs.get(step.to) ?? Infinity) - 1e-9) continue
      costs.set(step.to, reached)
      changed = true
    }
  }
  return costs
}

it('answers as the plain search does in a town with restrictions', () => {
  const town = surveyed({
    places: { a: [0, 0], b: [1, 0], c: [2, 0], d: [1, 1], e: [2, 1] },
    ways: { 'a b': PRIMARY, 'b c': PRIMARY, 'b d': PRIMARY, 'd e': PRIMARY, 'e c': PRIMARY },
    turns: ['no: a b | b | b c', 'only: b d | d | d e', 'no: d e | e | e c'],
  })
  for (let node = 0; node < town.network.nodeCount; node++) {
    const starts = [{ node, costDeciseconds: 0, lengthMeters: 0 }]
    for (const direction of ['outward', 'inward'] as const) {
      expect(costsBySweep(town.hierarchy, direction, starts).costDeciseconds).toEqual(
        costsFrom(town.network[direction], starts).costDeciseconds,
      )
    }
  }
})
