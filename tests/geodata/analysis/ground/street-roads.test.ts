// Do trips over streets go where a driver would, and is the line that is drawn the way that is timed?
import { describe, expect, it } from 'vitest'
import { conditionedRoads, streetRoads } from '#geodata/analysis/ground/street-roads.ts'
import {
  endOf,
  type Ground,
  spreadFrom,
  tripsBetween,
  tripTo,
} from '#geodata/analysis/ground/trips.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { seeded } from '#tests/support/random.ts'
import { lngLatOf, surveyed } from '#tests/support/surveyed.ts'

const PRIMARY = { highway: 'primary', name: '金渝大道' }
const town = surveyed({
  places: { a: [0, 0], b: [6, 0], c: [6, 4], d: [0, 4], e: [3, 4] },
  ways: {
    'a b': PRIMARY,
    'b c': { highway: 'trunk', ref: 'G212', toll: 'yes' },
    'c e d': { highway: 'primary', ref: 'S101' },
    'd a': { highway: 'secondary', oneway: 'yes' },
  },
})
const ground: Ground = {
  roads: streetRoads(town, { zh: '测试路网', en: 'test network' }),
  isUrban: () => false,
}
const end = (place: readonly [number, number], radiusKilometers = 0) =>
  endOf(ground, { lngLat: lngLatOf(place), radiusKilometers })

describe('trips over streets', () => {
  it('charges the way to the street as local road', () => {
    const [trip] = tripsBetween(ground, [end([1, 0])], [end([5, -1])]).flat()
    if (trip?.kind !== 'reached') throw new Error(`The trip is ${trip?.kind}.`)
    const driven = (4 / 36) * 3600
    const local = ((1 * 1.4) / 40) * 3600
    expect(trip.duration.centralSeconds).toBeCloseTo(driven + local, -1)
  })

  it('drives along the street both places are on, and round the block against a one-way street', () => {
    const seconds = (from: [number, number], to: [number, number]) => {
      const trip = tripTo(ground, spreadFrom(ground, end(from)), end(to))
      if (trip.kind !== 'reached') throw new Error(`The trip is ${trip.kind}.`)
      return trip.duration.centralSeconds
    }
    expect(seconds([0, 3], [0, 1])).toBeCloseTo((2 / 30) * 3600, -1)
    const round = (1 / 30 + 6 / 36 + 4 / 48 + 6 / 36 + 1 / 30) * 3600
    expect(seconds([0, 1], [0, 3])).toBeCloseTo(round, -1)
  })

  it('goes straight over where two places are nearer to each other than to any street', () => {
    const [trip] = tripsBetween(ground, [end([3, 1.8])], [end([3, 2.2])]).flat()
    expect(trip).toMatchObject({ kind: 'reached', lengthMeters: 560 })
  })

  it('is too far beyond ten kilometers, and says so', () => {
    const [trip] = tripsBetween(ground, [end([3, -12])], [end([0, 0])]).flat()
    expect(trip).toMatchObject({ kind: 'too-far', entry: 'street', limitMeters: 10_000 })
  })

  it('answers a matrix as trip by trip, inward as outward', () => {
    const random = seeded(11)
    const places = Array.from({ length: 30 }, () =>
      end([7 * random() - 0.5, 5 * random() - 0.5], random()),
    )
    const matrix = tripsBetween(ground, places, places)
    places.forEach((from, row) => {
      places.forEach((to, column) => {
        const outward = tripTo(ground, spreadFrom(ground, from, 'outward'), to)
        const inward = tripTo(ground, spreadFrom(ground, to, 'inward'), from)
        expect(matrix[row]![column]).toEqual(outward)
        if (outward.kind === 'reached') expect(inward).toMatchObject({ duration: outward.duration })
      })
    })
  })
})

describe('a route', () => {
  const random = seeded(5)
  const places = Array.from({ length: 25 }, (): [number, number] => [
    7 * random() - 0.5,
    5 * random() - 0.5,
  ])

  it('is drawn as long as it says, and takes what the trip takes', () => {
    for (const from of places) {
      for (const to of places) {
        const drawn = ground.roads.routeBetween(end(from), end(to))
        const [trip] = tripsBetween(ground, [end(from)], [end(to)]).flat()
        if (trip?.kind !== 'reached' || !drawn) throw new Error('There is no way.')
        expect(drawn.costDeciseconds / 10).toBeLessThanOrEqual(trip.duration.centralSeconds)
        expect(Math.abs(drawn.lengthMeters - trip.lengthMeters)).toBeLessThanOrEqual(1)
        const steps = drawn.lngLats.slice(1).map((lngLat, i) => {
          return greatCircleMeters(drawn.lngLats[i]! as LngLat, lngLat)
        })
        const local = steps[0]! + steps.at(-1)!
        const line = steps.slice(1, -1).reduce((sum, meters) => sum + meters, 0)
        const driven = drawn.legs.reduce((sum, leg) => sum + leg.lengthMeters, 0)
        if (drawn.legs.length > 0) {
          expect(Math.abs(line - driven)).toBeLessThan(2 + 0.002 * driven)
          expect(Math.abs(drawn.lengthMeters - driven - 1.4 * local)).toBeLessThan(5)
        }
      }
    }
  })

  it('lists its roads in driving order with their toll', () => {
    const drawn = ground.roads.routeBetween(end([3, 0]), end([3, 4]))
    expect(
      drawn?.legs.map(({ name, ref, isToll }) => name || ref + (isToll ? ' toll' : '')),
    ).toEqual(['金渝大道', 'G212 toll', 'S101'])
  })

  it('finds another way under conditions, and none where there is none', () => {
    const roads = streetRoads(town, { zh: '测试路网', en: 'test network' })
    const without = conditionedRoads(roads, { avoidsToll: true })
    const meet = (place: readonly [number, number]) =>
      endOf({ ...ground, roads: without }, { lngLat: lngLatOf(place), radiusKilometers: 0 })
    expect(without.routeBetween(meet([3, 0]), meet([3, 4]))).toBeNull()
    expect(without.routeBetween(meet([3, 4]), meet([3, 0]))?.legs).toHaveLength(3)
  })

  it('takes every trip longer by exactly the factor: streets, the local ways to them, and straight over', () => {
    const free = streetRoads(town, { zh: '测试路网', en: 'test network' })
    const slow: Ground = { ...ground, roads: conditionedRoads(free, { timeFactor: 1.5 }) }
    const seconds = (on: Ground, from: [number, number], to: [number, number]) => {
      const at = (place: [number, number]) =>
        endOf(on, { lngLat: lngLatOf(place), radiusKilometers: 0 })
      const [trip] = tripsBetween(on, [at(from)], [at(to)]).flat()
      return trip?.kind === 'reached' ? trip.duration.centralSeconds : Number.NaN
    }
    const pairs: [[number, number], [number, number]][] = [
      // Two kilometers of local road at either end; along one street; over no street at all.
      [
        [1, -2],
        [5, 6],
      ],
      [
        [0, 3],
        [0, 1],
      ],
      [
        [3, 1.8],
        [3, 2.2],
      ],
    ]
    for (const [from, to] of pairs) {
      const one = seconds(ground, from, to)
      expect(one).toBeGreaterThan(30)
      expect(Math.abs(seconds(slow, from, to) - 1.5 * one)).toBeLessThanOrEqual(0.4)
    }
  })
})
