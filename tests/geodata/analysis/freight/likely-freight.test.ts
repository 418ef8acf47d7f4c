// Do minutes, kilometers and costs of a candidate stand on the same joint draws as its ranking? On the real skeleton.
import { describe, expect, it } from 'vitest'
import { cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import { logistics } from '#geodata/analysis/freight/logistics.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import { LogisticsInputs } from '#geodata/contract/processes/logistics.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { factsOf, type Given } from '#tests/support/parks-and-plants.ts'
import { seeded } from '#tests/support/random.ts'
import { realGround } from '#tests/support/region.ts'

const ground = realGround()
const clouds = cloudsOver(ground, { districts: [], rivers: [] })
const PARK: Given = { id: 'A', at: [106.52, 29.62], radius: 6.5 }
const EXACT_PARK: Given = { ...PARK, radius: 0 }
const PLANTS: Given[] = [
  { id: 'plant-1', at: [106.63, 29.72], radius: 6.5 },
  { id: 'plant-2', at: [106.26, 29.29], radius: 6.5 },
  { id: 'plant-3', at: [107.39, 29.7], radius: 6.5 },
]
const ASKED = {
  segmentId: 'seat',
  annualUnits: 90_000,
  logistics: { truck: 'box10', unitsPerTruck: 60, kilogramsPerUnit: 45 },
}
const FIXED = {
  price: { low: 5, high: 5 },
  return: { low: 1, high: 1 },
  carbon: { low: 0.1, high: 0.1 },
}

function freight(parks: readonly Given[], plants: readonly Given[], more: object = {}) {
  const inputs = LogisticsInputs.parse({ candidateId: 'A', siting: ASKED, factors: FIXED, ...more })
  const outcome = logistics(ground, factsOf(parks, plants), inputs, clouds)
  if (outcome.kind !== 'found') throw new Error(JSON.stringify(outcome))
  return outcome.result
}

const width = ([low, high]: readonly [number, number]) => high - low

describe('the total', () => {
  it('is surer than its parts together where their places are in doubt each for itself', () => {
    const { customers, total } = freight([EXACT_PARK], PLANTS)
    for (const of of ['yuan', 'kilogramsCarbon'] as const) {
      const parts = customers.map(({ freight: { likely } }) => width(likely[of]!))
      const sum = parts.reduce((all, one) => all + one, 0)
      expect(width(total.likely[of]!)).toBeLessThan(0.8 * sum)
      expect(width(total.likely[of]!)).toBeGreaterThan(Math.max(...parts) * 0.5)
    }
  })

  it('is as sure as its parts together where the rate alone is in doubt', () => {
    const exact = PLANTS.map((plant) => ({ ...plant, radius: 0 }))
    const factors = { ...FIXED, price: { low: 5, high: 6.8 } }
    const { customers, total } = freight([EXACT_PARK], exact, { factors })
    const sum = (end: 0 | 1) =>
      customers.reduce((all, { freight: { likely } }) => all + likely.yuan![end], 0)
    expect(total.likely.yuan![0]).toBeCloseTo(sum(0), 6)
    expect(total.likely.yuan![1]).toBeCloseTo(sum(1), 6)
    // Nine in ten of even draws between 5 and 6.8 yuan: 5.09 … 6.71.
    const perYuan = total.yuan!.low / 5
    expect(total.likely.yuan![0] / perYuan).toBeCloseTo(5.09, 2)
    expect(total.likely.yuan![1] / perYuan).toBeCloseTo(6.71, 2)
  })
})

it('gives the range of 200,000 draws that are made another way', () => {
  const exact = PLANTS.slice(0, 1).map((plant) => ({ ...plant, radius: 0 }))
  const factors = { ...FIXED, price: { low: 5, high: 6.8 }, return: { low: 1, high: 2 } }
  const closely = { ...ASKED, doubt: { draws: 20_000 } }
  const [customer] = freight([EXACT_PARK], exact, { factors, siting: closely }).customers
  const random = seeded(5)
  const drawn = Float64Array.from(
    { length: 200_000 },
    () => (5 + 1.8 * random()) * (1 + random()),
  ).sort()
  const once = customer!.freight.yuan!.low / 5
  const [low, high] = customer!.freight.likely.yuan!.map((yuan) => yuan / once)
  // Four standard errors of the quantiles of 20,000 draws.
  expect(Math.abs(low! - drawn[0.05 * drawn.length]!)).toBeLessThan(0.1)
  expect(Math.abs(high! - drawn[0.95 * drawn.length]!)).toBeLessThan(0.1)
})

it('draws alike for two candidates at one place', () => {
  const lngLat = [106.45, 29.55]
  const pins = ['one', 'other'].map((id) => ({ id, lngLat }))
  const [one, other] = ['one', 'other'].map((candidateId) => {
    const { candidateId: _, ...result } = freight([], PLANTS, {
      candidateId,
      siting: { ...ASKED, parkIds: [], pins },
      factors: {},
    })
    return result
  })
  expect(one?.customers[0]?.likelyMinutes).not.toBeNull()
  expect(one).toEqual(other)
})

it('tells the minutes of the ranking, and bounds that hold every likely range', () => {
  const { customers, total } = freight([PARK], PLANTS, { factors: {} })
  const ranking = siting(ground, factsOf([PARK], PLANTS), SitingInputs.parse(ASKED), clouds)
  if (ranking.kind !== 'ranked') throw new Error(JSON.stringify(ranking))
  const [first] = ranking.result.ranking
  for (const { id, duration, likelyMinutes, length, likelyKilometers, freight: one } of customers) {
    const plant = first?.plants.find((known) => known.id === id)
    expect([duration, likelyMinutes]).toEqual([plant?.duration, plant?.likelyMinutes])
    expect(duration!.lowSeconds / 60).toBeLessThanOrEqual(likelyMinutes![0] + 0.01)
    expect(duration!.highSeconds / 60).toBeGreaterThanOrEqual(likelyMinutes![1] - 0.01)
    expect(length!.lowMeters / 1000).toBeLessThanOrEqual(likelyKilometers![0] + 0.01)
    expect(length!.highMeters / 1000).toBeGreaterThanOrEqual(likelyKilometers![1] - 0.01)
    expect(one.yuan).toBeNull()
    expect(one.likely.yuan).toBeNull()
  }
  expect(total.likely).toEqual({ yuan: null, tollYuan: null, kilogramsCarbon: null })
})

it('is no range but the speed where everything is exact, and that of all trips alike', () => {
  const exact = PLANTS.map((plant) => ({ ...plant, radius: 0 }))
  for (const { duration, likelyMinutes, likelyKilometers, lengthMeters } of freight(
    [EXACT_PARK],
    exact,
  ).customers) {
    const minutes = duration!.centralSeconds / 60
    expect(likelyMinutes![0] / minutes).toBeCloseTo(0.91, 2)
    expect(likelyMinutes![1] / minutes).toBeCloseTo(1.09, 2)
    expect(duration!.lowSeconds / 60 / minutes).toBeCloseTo(0.9, 2)
    expect(likelyKilometers![0]).toBeCloseTo(lengthMeters! / 1000, 1)
    expect(width(likelyKilometers!)).toBeLessThan(0.02)
  }
})
