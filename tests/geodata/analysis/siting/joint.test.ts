// Are the chances of a ranking those of an independent simulation, and is doubt shared? On invented parks over the real skeleton.
import { describe, expect, it } from 'vitest'
import { cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import { discPoints } from '#geodata/analysis/doubt/disc-points.ts'
import { odMatrix } from '#geodata/analysis/nearest/nearest.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import type { District } from '#geodata/contract/collections.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { factsOf, type Given } from '#tests/support/parks-and-plants.ts'
import { seeded } from '#tests/support/random.ts'
import { realGround } from '#tests/support/region.ts'

const ground = realGround()
const EARTH = { districts: [], rivers: [] }
const clouds = cloudsOver(ground, EARTH)

const PLANTS: Given[] = [
  { id: 'plant-1', at: [106.63, 29.72], radius: 3.2 },
  { id: 'plant-2', at: [106.26, 29.29] },
]
const PARKS: Given[] = [
  { id: 'A', at: [106.52, 29.62], radius: 6.5 },
  { id: 'B', at: [106.41, 29.5], radius: 3.2, land: 2 },
  { id: 'C', at: [106.66, 29.45], radius: 3.2, land: 4 },
]
const ONLY = {
  plantMinutes: 60,
  land: 40,
  plantsWithin: 0,
  cluster: 0,
  hubMinutes: 0,
  upstreamMinutes: 0,
  segmentFit: 0,
}
const EXACT_SPEED = { speedLow: 1, speedHigh: 1 }

function ask(more: object, parks = PARKS, plants = PLANTS) {
  const inputs = SitingInputs.parse({ segmentId: 'seat', weights: ONLY, ...more })
  const outcome = siting(ground, factsOf(parks, plants), inputs, clouds)
  if (outcome.kind !== 'ranked') throw new Error(JSON.stringify(outcome))
  return outcome.result
}

const pointsOf = ({ at, radius = 0 }: Given) =>
  radius === 0 ? [at] : discPoints(at, radius * 1000, EARTH)
const valueAtRaw = (raw: number, best: number, worst: number) =>
  Math.min(1, Math.max(0, (raw - worst) / (best - worst)))

it('gives the chances of two million draws that are made another way', () => {
  const random = seeded(99)
  const pick = (count: number) => Math.floor(random() * count)
  const minutes = PARKS.map((park) =>
    PLANTS.map((plant) => {
      const { durationSeconds } = odMatrix(ground, {
        origins: pointsOf(park),
        destinations: pointsOf(plant),
        profile: 'truck',
      })
      return durationSeconds.map((row) => row.map((seconds) => (seconds ?? 0) / 60))
    }),
  )
  const wins = PARKS.map(() => 0)
  const ahead = PARKS.map(() => 0)
  const DRAWS = 2_000_000
  const drawn = new Float64Array(PARKS.length)
  for (let draw = 0; draw < DRAWS; draw++) {
    const plantPoints = PLANTS.map((plant) => pick(pointsOf.length && plant.radius ? 16 : 1))
    const speed = 0.9 + 0.2 * random()
    PARKS.forEach((park, i) => {
      const point = pick(park.radius ? 16 : 1)
      let sum = 0
      for (let p = 0; p < PLANTS.length; p++)
        sum += minutes[i]![p]![point]![plantPoints[p]!]! * speed
      const land = park.land === undefined ? random() : valueAtRaw(park.land ?? 0, 5, 0)
      drawn[i] = 60 * valueAtRaw(sum / PLANTS.length, 30, 120) + 40 * land
    })
    let first = 0
    for (let i = 1; i < drawn.length; i++) if (drawn[i]! > drawn[first]!) first = i
    wins[first]!++
    for (let i = 0; i < drawn.length; i++) if (drawn[2]! > drawn[i]!) ahead[i]!++
  }
  const { ranking } = ask({ doubt: { draws: 20_000 } })
  for (const { id, chanceFirst } of ranking) {
    const share = wins[PARKS.findIndex((park) => park.id === id)]! / DRAWS
    // Four standard errors of 20,000 draws at most; stratified draws err less.
    expect(Math.abs(chanceFirst - share), id).toBeLessThan(4 * Math.sqrt(0.25 / 20_000))
  }
})

describe('doubt that is shared', () => {
  it('sets two pins at one place apart by exactly nothing, whatever is unknown of them', () => {
    const lngLat: LngLat = [106.45, 29.55]
    const pins = ['one', 'other'].map((id) => ({ id, lngLat }))
    const [a, b] = ask({ pins, parkIds: [] }).ranking
    expect(a).toMatchObject({ rank: 1, rankLikely: [1, 1], chanceFirst: 0.5, group: 1 })
    expect(b).toMatchObject({ rank: 1, rankLikely: [1, 1], chanceFirst: 0.5, firstIsAhead: 0.5 })
  })

  it('moves everybody alike with the speed: who is ahead at one speed is ahead at all', () => {
    const exact = PARKS.map((one) => ({ ...one, radius: 0, land: 3 }))
    const plants = PLANTS.map((one) => ({ ...one, radius: 0 }))
    const { ranking } = ask({}, exact, plants)
    const minutes = ranking[0]?.terms.find(({ criterion }) => criterion === 'plantMinutes')
    expect(minutes?.rawLikely?.[0]).toBeCloseTo(0.91 * (minutes?.raw ?? 0), 0)
    expect(minutes?.rawLikely?.[1]).toBeCloseTo(1.09 * (minutes?.raw ?? 0), 0)
    expect(ranking.map(({ chanceFirst }) => chanceFirst)).toEqual([1, 0, 0])
    expect(ranking.map(({ rankLikely }) => rankLikely)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
  })

  it('is none where every input is exact: ranges are points', () => {
    const exact = PARKS.map((one) => ({ ...one, radius: 0, land: 3 }))
    const plants = PLANTS.map((one) => ({ ...one, radius: 0 }))
    for (const { score, scoreLikely, scoreLow, scoreHigh } of ask(
      { doubt: EXACT_SPEED },
      exact,
      plants,
    ).ranking) {
      for (const end of [...scoreLikely, scoreLow, scoreHigh]) expect(end).toBeCloseTo(score, 3)
    }
  })

  it('lies within the bounds with the central value, term by term and in the score', () => {
    for (const one of ask({}).ranking) {
      const [low, high] = one.scoreLikely
      expect(one.scoreLow).toBeLessThanOrEqual(low)
      expect(low).toBeLessThanOrEqual(one.score)
      expect(one.score).toBeLessThanOrEqual(high)
      expect(high).toBeLessThanOrEqual(one.scoreHigh)
      expect(one.rankLow).toBeLessThanOrEqual(one.rankLikely[0])
      expect(one.rankLikely[1]).toBeLessThanOrEqual(one.rankHigh)
      for (const { valueLow, valueLikely, value, valueHigh } of one.terms) {
        expect(valueLow).toBeLessThanOrEqual(valueLikely[0])
        expect(valueLikely[0]).toBeLessThanOrEqual(value)
        expect(value).toBeLessThanOrEqual(valueLikely[1])
        expect(valueLikely[1]).toBeLessThanOrEqual(valueHigh)
      }
    }
  })

  it('narrows with the disc of a park', () => {
    const width = (radius: number) => {
      const parks = [{ ...PARKS[1]!, radius }]
      const [low, high] = ask({ doubt: EXACT_SPEED }, parks).ranking[0]!.scoreLikely
      return high - low
    }
    expect(width(6.5)).toBeGreaterThan(width(3.2))
    expect(width(3.2)).toBeGreaterThan(width(0.5))
  })

  it('answers the same question with the same bytes', () => {
    expect(JSON.stringify(ask({}))).toBe(JSON.stringify(ask({})))
  })
})

describe('the points of a disc', () => {
  const center: LngLat = [106.5, 29.5]
  const box = (west: number, east: number): District =>
    ({
      type: 'Feature',
      id: 'own',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, 29],
            [east, 29],
            [east, 30],
            [west, 30],
            [west, 29],
          ],
        ],
      },
      properties: { level: 'district' },
    }) as unknown as District

  it('fill it evenly: as many in the inner half of its area as in the outer', () => {
    const points = discPoints(center, 3200, EARTH)
    expect(points).toHaveLength(16)
    expect(
      Math.max(...points.map((point) => greatCircleMeters(point, center))),
    ).toBeLessThanOrEqual(3200)
    const inner = points.filter((point) => greatCircleMeters(point, center) < 3200 / Math.SQRT2)
    expect(Math.abs(inner.length - 8)).toBeLessThanOrEqual(1)
  })

  it('lie in the district of the place and not in its river', () => {
    const own = box(106.49, 107)
    const river = [
      [106.505, 29],
      [106.505, 30],
    ]
    const points = discPoints(center, 3200, {
      districts: [own, box(106, 106.49)],
      rivers: [[...river]],
    })
    const { coordinates } = own.geometry as { coordinates: number[][][] }
    for (const point of points) {
      expect(insideArea(point, [coordinates])).toBe(true)
      // 300 m from the middle line of the river, in degrees of longitude there.
      expect(Math.abs(point[0] - 106.505)).toBeGreaterThan(0.003)
    }
    expect(new Set(points.map(String)).size).toBe(16)
  })
})
