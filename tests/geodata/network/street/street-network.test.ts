// Does a network know its extent, its lengths, its islands, and the states of its junctions?
import { describe, expect, it } from 'vitest'
import { type BuildStep, buildStreetNetwork } from '#geodata/network/street/build-street-network.ts'
import { forEachState, STREET_IS_MAIN } from '#geodata/network/street/street-network.ts'
import { Survey } from '#geodata/network/street/survey.ts'
import { lngLatOf, surveyed } from '#tests/support/surveyed.ts'

const PRIMARY = { highway: 'primary' }

describe('a street network', () => {
  it('reaches from its westernmost to its easternmost junction, south to north', () => {
    const { bounds } = surveyed({
      places: { a: [2, -4], b: [-3, 1], c: [5, 2], d: [1, 7] },
      ways: { 'a b': PRIMARY, 'b c': PRIMARY, 'c d': PRIMARY },
    })
    const [[west], [, south], [east], [, north]] = [
      lngLatOf([-3, 0]),
      lngLatOf([0, -4]),
      lngLatOf([5, 0]),
      lngLatOf([0, 7]),
    ]
    expect(bounds).toHaveLength(4)
    for (const [i, edge] of [west, south, east, north].entries()) {
      expect(bounds[i]).toBeCloseTo(edge, 6)
    }
  })

  it('reports meters of every edge, in both directions', () => {
    const { network } = surveyed({ places: { a: [0, 0], b: [3, 4] }, ways: { 'a b': PRIMARY } })
    expect(network.outward.lengthMeters).toHaveLength(2)
    for (const meters of network.outward.lengthMeters)
      expect(Math.abs(meters - 5000)).toBeLessThan(5)
  })

  it('counts as main what can be left and reached again', () => {
    const town = surveyed({
      places: { a: [0, 0], b: [1, 0], c: [1, 1], d: [2, 0], e: [0, 1], x: [5, 5], y: [6, 5] },
      ways: {
        'a b': PRIMARY,
        'b c': PRIMARY,
        'b d': { ...PRIMARY, oneway: 'yes' },
        'e a': { ...PRIMARY, oneway: 'yes' },
        'x y': PRIMARY,
      },
    })
    const isMain = (from: string, to: string) =>
      (town.streets.flags[town.streetsBetween(from, to)[0]!]! & STREET_IS_MAIN) !== 0
    expect([isMain('a', 'b'), isMain('b', 'c')]).toEqual([true, true])
    expect([isMain('b', 'd'), isMain('e', 'a'), isMain('x', 'y')]).toEqual([false, false, false])
  })

  it('has a state more for each street that enters a restriction, at its junction alone', () => {
    const town = surveyed({
      places: { a: [0, 0], b: [1, 0], c: [1, 1], d: [2, 0], e: [1, -1] },
      ways: { 'a b': PRIMARY, 'e b': PRIMARY, 'b c': PRIMARY, 'b d': PRIMARY },
      turns: ['no: a b | b | b c', 'no: e b | b | b d', 'no: b c | b | b d'],
    })
    const statesAt = (place: string) => {
      const states: number[] = []
      forEachState(town, town.junctionsAt(place)[0]!, (state) => states.push(state))
      return states
    }
    const [junction, ...others] = statesAt('b')
    expect(junction).toBe(town.junctionsAt('b')[0])
    expect(others.toSorted()).toEqual([0, 1, 2].map((i) => town.junctionCount + i))
    for (const place of ['a', 'c', 'd', 'e']) expect(statesAt(place)).toHaveLength(1)
    expect(town.network.nodeCount).toBe(town.junctionCount + 3)
  })

  it('says what it stands on and how far its build has got', () => {
    const survey = new Survey()
    survey.addWay(1, Float64Array.of(1, 2), PRIMARY)
    survey.expectNodes()
    survey.addNode(1, 0, 0, undefined)
    survey.addNode(2, 1000, 0, undefined)
    const steps: BuildStep[] = []
    const about = { sources: ['town.osm.pbf'], dataDate: '2026-11-01' }
    const { origin } = buildStreetNetwork(survey, about, (step) => steps.push(step))
    expect(steps).toEqual(['streets', 'turns', 'hierarchy'])
    expect(origin).toEqual({
      ...about,
      profile: 'truck',
      motorwaysBothWays: false,
      restrictionCount: 0,
      restrictionsLeftOut: 0,
      unreadRestrictions: { count: 0, examples: [] },
      unreadLimits: { count: 0, examples: [] },
    })
  })
})
