// Are ways over an opened stretch those of a network that holds it?
import { expect, it } from 'vitest'
import { skeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import { endOf, type Ground, tripsBetween } from '#geodata/analysis/ground/trips.ts'
import { stretchWay, withStretch } from '#geodata/analysis/scenarios/opened-roads.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { buildSkeleton } from '#geodata/network/skeleton.ts'
import { seeded } from '#tests/support/random.ts'
import { realGround, skeletonSegments } from '#tests/support/region.ts'

const ground = realGround()
const { detourFactor } = buildSkeleton(skeletonSegments())
const segments = skeletonSegments().filter(({ status }) => status === 'open')
const random = seeded(16)
const interchange = () => segments[Math.floor(random() * segments.length)]
const PLACES: LngLat[] = Array.from({ length: 25 }, () => [
  105.8 + random() * 1.4,
  29 + random() * 1.2,
])

const minutes = (over: Ground) => {
  const ends = PLACES.map((lngLat) => endOf(over, { lngLat, radiusKilometers: 0 }))
  return tripsBetween(over, ends, ends).map((row) =>
    row.map((trip) => (trip.kind === 'reached' ? trip.duration.centralSeconds / 60 : null)),
  )
}

it('takes in every pair what the skeleton takes that was built with the stretch', () => {
  const before = minutes(ground)
  let shorter = 0
  for (let round = 0; round < 24; round++) {
    const [one, other] = [interchange(), interchange()]
    if (!one || !other || one.fromZh === other.toZh) continue
    const stretch = {
      from: one.fromLngLat as LngLat,
      to: other.toLngLat as LngLat,
      roadClass: 'motorway' as const,
    }
    const built = buildSkeleton([
      ...skeletonSegments(),
      {
        ...one,
        toZh: other.toZh,
        toLngLat: other.toLngLat,
        roadClass: 'motorway',
        status: 'open',
        publishedKilometers: stretchWay(stretch).lengthMeters / 1000,
        // As winding as the others are on average: the lengths that are not published stay as they are.
        geodesicKilometers: stretchWay(stretch).lengthMeters / 1000 / detourFactor,
      },
    ])
    const opened = withStretch(ground, stretch)
    if (!opened) throw new Error('Both ends are interchanges.')
    const expected = minutes({ ...ground, roads: skeletonRoads(built) })
    minutes(opened).forEach((row, from) => {
      row.forEach((found, to) => {
        const wanted = expected[from]?.[to]
        if (found === null || wanted === null || wanted === undefined) {
          expect(found).toBe(wanted)
          return
        }
        expect(Math.abs(found - wanted)).toBeLessThan(0.05)
        if (found < (before[from]?.[to] ?? 0) - 0.1) shorter += 1
      })
    })
  }
  expect(shorter).toBeGreaterThan(20)
})

it('opens nothing from a place that is far from every road', () => {
  expect(withStretch(ground, { from: [122, 30], to: [106.5, 29.5], roadClass: 'trunk' })).toBeNull()
})
