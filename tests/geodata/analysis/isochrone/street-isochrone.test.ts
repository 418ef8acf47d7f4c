// Do the points between the streets cost what a trip costs, and do the rings follow from that?

import { describe, expect, it } from 'vitest'
import { LOCAL_DETOUR } from '#geodata/analysis/ground/duration.ts'
import {
  degreesOf,
  type GroundArrays,
  groundArrays,
} from '#geodata/analysis/ground/street-ground/ground-arrays.ts'
import {
  groundRecord,
  recordedGround,
} from '#geodata/analysis/ground/street-ground/ground-record.ts'
import { groundShape } from '#geodata/analysis/ground/street-ground/street-ground.ts'
import { conditionedRoads, streetRoads } from '#geodata/analysis/ground/street-roads.ts'
import { type End, endOf, type Ground, spreadFrom, tripTo } from '#geodata/analysis/ground/trips.ts'
import { NEVER } from '#geodata/analysis/isochrone/outline/gates.ts'
import {
  costsAround,
  isochronesUnder,
  type StreetIsochrones,
  streetAreas,
  streetIsochrone,
  sweptIsochrones,
} from '#geodata/analysis/isochrone/street-isochrone.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import type { Conditions } from '#geodata/network/street/conditions.ts'
import { decodeNetwork, encodeNetwork } from '#geodata/network/street/network-file.ts'
import type { StreetNetwork } from '#geodata/network/street/street-network.ts'
import { seeded } from '#tests/support/random.ts'
import { lngLatOf, surveyed } from '#tests/support/surveyed.ts'

const CUTOFFS = [10, 20]
const town = surveyed({
  places: {
    a: [0, 0],
    b: [6, 0],
    c: [6, 4],
    d: [0, 4],
    e: [3.06, 4.06],
    f: [3, 7],
    g: [9, 0],
    h: [9, 3],
    i: [12, 3],
    bridge: [14, 0],
    below: [14, 0],
    k: [14, -2],
  },
  ways: {
    'a b': { highway: 'primary' },
    'b c': { highway: 'trunk' },
    'c e d': { highway: 'primary' },
    'd a': { highway: 'secondary', oneway: 'yes' },
    'e f': { highway: 'residential', hgv: 'no' },
    'b g': { highway: 'motorway' },
    'g h': { highway: 'motorway_link', oneway: 'yes' },
    'h i': { highway: 'tertiary' },
    'h g |2': { highway: 'secondary' },
    'g bridge': { highway: 'secondary' },
    'below k': { highway: 'primary', hgv: 'no' },
  },
  turns: ['no: a b | b | b g'],
})
/** West of 3 km, local roads are city streets. */
const isUrban = ([lng]: LngLat) => lng < lngLatOf([3, 0])[0]
const { ground, isochrones } = over(town)

describe('the ground between streets', () => {
  it('costs at each of its points what the trip there or from there takes', () => {
    const random = seeded(1)
    const { placeCount } = isochrones.ground
    const { offsetMeters } = isochrones.ground.arrays
    let direct = 0
    for (let i = 0; i < 12; i++) {
      // Every third one right at a street, where points along it are near; the first in the fields
      // just outside the city.
      const north = i % 3 === 0 ? 0.01 : 11 * random() - 2
      const origin: LngLat = lngLatOf(i === 0 ? [3.1, 2] : [16 * random() - 2, north])
      const end = endOf(ground, { lngLat: origin, radiusKilometers: 0 })
      for (const direction of ['outward', 'inward'] as const) {
        // Within ten minutes and beyond, where costs are worked out only when asked for.
        const costs = costsAround(isochrones, end, direction, 6000)
        const spread = spreadFrom(ground, end, direction)
        for (let met = 0; met < offsetMeters.length; met += 7) {
          const point = placeCount + met
          const cost = costs.costAt(point)
          const there = endOf(ground, { lngLat: pointAt(point), radiusKilometers: 0 })
          // Within a meter of where the way straight over begins to count, either may be taken.
          if (Math.abs(beyondStraight(end, there)) < 1) continue
          const trip = tripTo(ground, spread, there)
          const needed = trip.kind === 'reached' ? trip.duration.centralSeconds * 10 : NEVER
          // Offsets are kept in whole meters: half of one is 0.84 deciseconds at 30 km/h.
          expect(Math.abs(cost - needed)).toBeLessThanOrEqual(2)
          if (trip.kind === 'reached' && trip.lengthMeters < 2 * offsetMeters[met]!) direct++
        }
      }
    }
    expect(direct).toBeGreaterThan(0)
  })

  it('has a point near any place beside a street, fewer far off, and none near a junction', () => {
    const { stepMeters, points } = isochrones.ground.arrays
    expect(stepMeters).toBe(125)
    const [lng, lat] = degreesOf(town, isochrones.ground.arrays)
    const nearestMeters = ([east, north]: LngLat, from: number) => {
      let nearest = Infinity
      for (let point = from; point < lng.length; point++) {
        const x = (lng[point]! - east) * 111_195 * Math.cos((29.5 * Math.PI) / 180)
        nearest = Math.min(nearest, Math.hypot(x, (lat[point]! - north) * 111_195))
      }
      return nearest
    }
    const { placeCount } = isochrones.ground
    const random = seeded(3)
    for (let i = 0; i < 100; i++) {
      const beside = lngLatOf([6 * random(), 0.12 * random()])
      expect(nearestMeters(beside, 0)).toBeLessThan(125)
    }
    for (let place = 0; place < placeCount; place++) {
      expect(nearestMeters([lng[place]!, lat[place]!], placeCount)).toBeGreaterThan(62)
    }
    // At the finest step everywhere they would be 80,000.
    expect(points.length / 2).toBeLessThan(8000)
  })

  it('counts junctions at one place as one, and takes the cheapest', () => {
    const [bridge, below] = [town.junctionsAt('bridge'), town.junctionsAt('below')].flat()
    const { placeOfJunction } = isochrones.ground.arrays
    expect(bridge).not.toBe(below)
    expect(placeOfJunction[bridge!]).toBe(placeOfJunction[below!])
    // From the side that may turn towards it.
    const [ring] = ringsAround(lngLatOf([6, 2]), 'outward', undefined, [60])
    expect(holds(ring!, 'bridge')).toBe(true)
    expect(holds(ring!, 'k')).toBe(false)
  })

  it('lies in the file of its network and draws the same rings from there', () => {
    const record = groundRecord(groundArrays(town))
    const file = decodeNetwork(encodeNetwork(town, record).buffer as ArrayBuffer)
    if (file.kind !== 'network') throw new Error(file.en)
    const kept = recordedGround(file.beside)
    const read = over(file.network, kept!)
    const origin = lngLatOf([1, 1])
    expect(ringsAround(origin, 'inward', read)).toEqual(ringsAround(origin, 'inward'))
    expect(recordedGround({})).toBeNull()
  })
})

describe('isochrones over streets', () => {
  it('hold a junction exactly when its cost is within the cutoff; what no truck may enter is outside', () => {
    for (const direction of ['outward', 'inward'] as const) {
      const rings = ringsAround(lngLatOf([2, 0]), direction)
      const end = endOf(ground, { lngLat: lngLatOf([2, 0]), radiusKilometers: 0 })
      const { costs } = spreadFrom(ground, end, direction)
      for (const ring of rings) {
        for (const name of ['a', 'b', 'c', 'd', 'e', 'g', 'h', 'i']) {
          const cheapest = Math.min(
            ...town
              .junctionsAt(name)
              .flatMap((junction) => [
                costs!.costDeciseconds[junction]!,
                ...town.otherStates
                  .slice(town.firstOtherState[junction], town.firstOtherState[junction + 1])
                  .map((state) => costs!.costDeciseconds[state]!),
              ]),
          )
          expect([name, holds(ring, name)]).toEqual([name, cheapest <= ring.cutoffMinutes * 600])
        }
        expect(holds(ring, 'f')).toBe(false)
      }
    }
  })

  it('come largest first, and smaller ones lie inside', () => {
    const rings = ringsAround(lngLatOf([2, 0]), 'outward')
    expect(rings.map(({ cutoffMinutes }) => cutoffMinutes)).toEqual([20, 10])
    const [large, small] = rings
    expect(small!.areaSquareKilometers).toBeGreaterThan(0)
    expect(large!.areaSquareKilometers).toBeGreaterThan(small!.areaSquareKilometers)
    for (const position of small!.geometry.coordinates.flat(2)) {
      expect(insideArea(position as unknown as LngLat, large!.geometry.coordinates)).toBe(true)
    }
  })

  it('reach other places than are reached from, where streets are one-way', () => {
    const [outward, inward] = (['outward', 'inward'] as const).map((direction) =>
      ringsAround(lngLatOf([0, 2]), direction, undefined, [7]),
    )
    expect([holds(outward![0]!, 'a'), holds(outward![0]!, 'd')]).toEqual([true, false])
    expect([holds(inward![0]!, 'a'), holds(inward![0]!, 'd')]).toEqual([false, true])
  })

  it('under conditions hold what a trip under them reaches; without conditions, the same as by sweeps', () => {
    const streets = streetRoads(town, { zh: '测试路网', en: 'test network' })
    const under = (conditions: Conditions) => {
      const roads = conditionedRoads(streets, conditions)
      const those = isochronesUnder(isochrones, roads.network, town.hierarchy, 'time')
      return { ground: { roads, isUrban }, isochrones: those }
    }
    const origin = lngLatOf([2, 0])
    for (const direction of ['outward', 'inward'] as const) {
      const free = ringsAround(origin, direction, under({}))
      expect(free).toEqual(ringsAround(origin, direction))
      const slow = ringsAround(origin, direction, under({ timeFactor: 2 }))
      expect(slow[0]!.areaSquareKilometers).toBeLessThan(0.8 * free[0]!.areaSquareKilometers)
      const [closed] = town.streetsBetween('a', 'b')
      const around = ringsAround(origin, direction, under({ closedStreets: [closed!] }))
      expect(around[0]!.areaSquareKilometers).toBeLessThan(free[0]!.areaSquareKilometers)
    }
  })

  it('by length hold a place when the shortest way there is within the cutoff', () => {
    const streets = streetRoads(town, { zh: '测试路网', en: 'test network' })
    const roads = conditionedRoads(streets, { byLength: true })
    const under = isochronesUnder(isochrones, roads.network, town.hierarchy, 'length')
    const origin = lngLatOf([0, 0])
    const end = endOf({ roads, isUrban }, { lngLat: origin, radiusKilometers: 0 })
    const [far, near] = streetAreas(under, end, [50_000, 70_000], 'outward')
    const holdsPlace = (area: { geometry: { coordinates: number[][][][] } }, place: string) =>
      insideArea(lngLatOf(town.places[place]!), area.geometry.coordinates)
    expect([far!.cutoff, near!.cutoff]).toEqual([70_000, 50_000])
    expect(['a', 'b'].map((place) => holdsPlace(far!, place))).toEqual([true, true])
    // 16 km by b and c, though 4 km against the one-way street.
    expect(holdsPlace(far!, 'd')).toBe(false)
    expect(holdsPlace(near!, 'b')).toBe(false)
  })

  it('are empty where the origin is too far from every street', () => {
    for (const ring of ringsAround(lngLatOf([40, 40]), 'outward')) {
      expect(ring).toMatchObject({ areaSquareKilometers: 0, geometry: { coordinates: [] } })
    }
  })
})

function over(
  network: StreetNetwork,
  arrays: GroundArrays = groundArrays(network),
): { ground: Ground; isochrones: StreetIsochrones } {
  const roads = streetRoads(network, { zh: '测试路网', en: 'test network' })
  return {
    ground: { roads, isUrban },
    isochrones: sweptIsochrones(network, groundShape(network, arrays, isUrban)),
  }
}

function ringsAround(
  lngLat: LngLat,
  direction: 'outward' | 'inward',
  those = { ground, isochrones },
  cutoffs = CUTOFFS,
) {
  const end = endOf(those.ground, { lngLat, radiusKilometers: 0 })
  return streetIsochrone(those.isochrones, end, cutoffs, direction)
}

function holds(ring: { geometry: { coordinates: number[][][][] } }, place: string): boolean {
  const [junction] = town.junctionsAt(place)
  const lng = town.junctionPoints[2 * junction!]! / 1e7
  const lat = town.junctionPoints[2 * junction! + 1]! / 1e7
  return insideArea([lng, lat], ring.geometry.coordinates)
}

/** By how many meters two places are farther from each other than from their streets. */
function beyondStraight(a: End, b: End): number {
  const offsetMeters = ({ meeting }: End) =>
    meeting.kind === 'met' ? meeting.offset.lengthMeters / LOCAL_DETOUR : 0
  return greatCircleMeters(a.lngLat, b.lngLat) - offsetMeters(a) - offsetMeters(b)
}

function pointAt(point: number): LngLat {
  const [lng, lat] = degreesOf(town, isochrones.ground.arrays)
  return [lng[point]!, lat[point]!]
}
