// Is a place inside a ring exactly when a truck gets there in time, and is the ring a sound shape?
import { beforeAll, describe, expect, it } from 'vitest'
import { spreadFrom, tripTo } from '#geodata/analysis/ground/trips.ts'
import { buildGrid, type Grid } from '#geodata/analysis/isochrone/grid.ts'
import {
  exitsWithin,
  isochrone,
  type Ring,
} from '#geodata/analysis/isochrone/skeleton-isochrone.ts'
import { AreaGeometry } from '#geodata/contract/shared.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { seeded } from '#tests/support/random.ts'
import { JIEFANGBEI, realGround } from '#tests/support/region.ts'
import { crossingsOf, ringSquareKilometers } from '#tests/support/rings.ts'

const ground = realGround()
const CUTOFFS = [30, 60, 90, 120]
/** The core, a county seat, the far north-east, the far west, and a place off the expressways. */
const ORIGINS: LngLat[] = [
  JIEFANGBEI,
  [105.93, 29.35],
  [109.5, 31.05],
  [104.07, 30.66],
  [107.75, 29.32],
]
let grid: Grid
beforeAll(() => {
  grid = buildGrid(ground)
})

describe('isochrone', () => {
  it('holds a place exactly when a truck gets there in time, 995 times of 1000', () => {
    const random = seeded(1)
    let [right, all] = [0, 0]
    for (const origin of ORIGINS) {
      for (const direction of ['outward', 'inward'] as const) {
        const rings = isochrone(ground, grid, origin, CUTOFFS, direction)
        const spread = spreadFrom(ground, { lngLat: origin, radiusKilometers: 0 }, direction)
        const [west, south, east, north] = boundsOf(rings[0]!)
        for (let i = 0; i < 1000; i++) {
          const lngLat: LngLat = [
            west + random() * (east - west),
            south + random() * (north - south),
          ]
          const trip = tripTo(ground, spread, { lngLat, radiusKilometers: 0 })
          const needed = trip.kind === 'reached' ? trip.duration.centralSeconds : Infinity
          for (const ring of rings) {
            all++
            if (holds(ring, lngLat) === needed <= ring.cutoffMinutes * 60) right++
          }
        }
      }
    }
    console.log(`random places on the right side of a ring: ${((right / all) * 100).toFixed(2)} %`)
    expect(right / all).toBeGreaterThanOrEqual(0.995)
  })

  it('holds an interchange exactly when its cost is within the cutoff, 995 times of 1000', () => {
    let [right, all] = [0, 0]
    const random = seeded(2)
    for (let i = 0; i < 40; i++) {
      const origin: LngLat = [105.2 + random() * 3, 28.9 + random() * 1.8]
      const spread = spreadFrom(ground, { lngLat: origin, radiusKilometers: 0 })
      const rings = isochrone(ground, grid, origin, CUTOFFS, 'outward')
      for (const node of ground.roads.skeleton.interchanges) {
        const lngLat = ground.roads.skeleton.nodeLngLats[node]!
        const trip = tripTo(ground, spread, { lngLat, radiusKilometers: 0 })
        const needed = trip.kind === 'reached' ? trip.duration.centralSeconds : Infinity
        for (const ring of rings) {
          all++
          if (holds(ring, lngLat) === needed <= ring.cutoffMinutes * 60) right++
        }
      }
    }
    console.log(`interchanges on the right side of a ring: ${((right / all) * 100).toFixed(2)} %`)
    expect(right / all).toBeGreaterThanOrEqual(0.995)
  })

  it('draws closed, simple rings: outer ones counterclockwise, holes clockwise inside them', () => {
    for (const origin of ORIGINS) {
      for (const { geometry } of isochrone(ground, grid, origin, CUTOFFS, 'outward')) {
        AreaGeometry.parse(geometry)
        for (const polygon of geometry.coordinates) {
          polygon.forEach((ring, index) => {
            expect(ring.length).toBeGreaterThanOrEqual(4)
            expect(ring.at(-1)).toEqual(ring[0])
            expect(Math.sign(ringSquareKilometers(ring))).toBe(index === 0 ? 1 : -1)
            expect(crossingsOf(ring)).toEqual([])
            if (index > 0) expect(insideArea(lngLatAt(ring), [[polygon[0]!]])).toBe(true)
          })
        }
      }
    }
  })

  it('names every interchange within the cutoff, and no other, with the minutes of a trip to it', () => {
    for (const origin of ORIGINS) {
      const exits = exitsWithin(ground, origin, 60, 'outward')
      const spread = spreadFrom(ground, { lngLat: origin, radiusKilometers: 0 }, 'outward')
      const { interchanges, nodeNames, nodeLngLats } = ground.roads.skeleton
      const minutesTo = (node: number) => {
        const trip = tripTo(ground, spread, { lngLat: nodeLngLats[node]!, radiusKilometers: 0 })
        return trip.kind === 'reached' ? trip.duration.centralSeconds / 60 : Infinity
      }
      expect(exits.length).toBeGreaterThan(0)
      expect(exits).toEqual([...exits].sort((a, b) => a.minutes - b.minutes))
      for (const { nameZh, minutes } of exits) {
        expect(minutes).toBeLessThanOrEqual(60)
        // Local roads may be shorter than the way that leaves the expressway there, never the reverse.
        expect(minutesTo(nodeNames.indexOf(nameZh))).toBeLessThanOrEqual(minutes + 1e-6)
      }
      const named = new Set(exits.map(({ nameZh }) => nameZh))
      const far = interchanges.filter((node) => minutesTo(node) > 60)
      expect(far.filter((node) => named.has(nodeNames[node] ?? ''))).toEqual([])
      expect(named.size).toBe(exits.length)
    }
  })

  it('puts the largest cutoff first and every smaller ring inside it', () => {
    const rings = isochrone(ground, grid, JIEFANGBEI, [60, 30, 120], 'outward')
    expect(rings.map(({ cutoffMinutes }) => cutoffMinutes)).toEqual([120, 60, 30])
    const areas = rings.map(({ areaSquareKilometers }) => areaSquareKilometers)
    expect(areas).toEqual([...areas].sort((a, b) => b - a))
    const [outer, inner] = rings
    for (const [ring] of inner!.geometry.coordinates)
      expect(holds(outer!, lngLatAt(ring!))).toBe(true)
  })

  it('reaches as far inward as outward, for all roads of the skeleton run both ways', () => {
    const outward = isochrone(ground, grid, JIEFANGBEI, CUTOFFS, 'outward')
    expect(isochrone(ground, grid, JIEFANGBEI, CUTOFFS, 'inward')).toEqual(outward)
  })

  it('draws a disc of local roads where no interchange is within the cutoff', () => {
    const [ring] = isochrone(ground, grid, [107.75, 29.32], [10], 'outward')
    const radiusKilometers = ((10 / 60) * 40) / 1.4
    const expected = Math.PI * radiusKilometers ** 2
    expect(Math.abs((ring?.areaSquareKilometers ?? 0) / expected - 1)).toBeLessThan(0.05)
  })
})

function holds(ring: Ring, lngLat: LngLat): boolean {
  return insideArea(lngLat, ring.geometry.coordinates)
}

function boundsOf({ geometry }: Ring): [number, number, number, number] {
  const positions = geometry.coordinates.flat(2)
  const lngs = positions.map(([lng]) => lng!)
  const lats = positions.map(([, lat]) => lat!)
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

function lngLatAt(ring: number[][]): LngLat {
  return [ring[0]![0]!, ring[0]![1]!]
}
