// Are suppliers in time as often as an independent simulation says, and are ranges inside their bounds? (invented town)
import { describe, expect, it } from 'vitest'
import { cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import { discPoints } from '#geodata/analysis/doubt/disc-points.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { odMatrix } from '#geodata/analysis/nearest/nearest.ts'
import { doubtOf } from '#geodata/analysis/siting/doubt-of.ts'
import { atLeast, drawnCells, withSupplier } from '#geodata/analysis/sourcing/drawn-cells.ts'
import { likelyRates } from '#geodata/analysis/sourcing/drawn-rates.ts'
import { sourcingKnown } from '#geodata/analysis/sourcing/known.ts'
import { sourcingRates } from '#geodata/analysis/sourcing/rates.ts'
import { gapFilling } from '#geodata/analysis/sourcing/recruits.ts'
import { DoubtAsked } from '#geodata/contract/processes/doubt.ts'
import { GapFillingInputs } from '#geodata/contract/processes/gap-filling.ts'
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
const PARKS: Given[] = [{ id: 'park', at: [106.52, 29.62], radius: 3.2 }]
const FIRMS: (Given & { makes: string[] })[] = [
  { id: 'recorded', at: [106.41, 29.5], radius: 6.5, makes: ['seat-frame'] },
  { id: 'near', at: [106.5, 29.6], radius: 3.2, makes: ['seat-foam'] },
  // Of these only the segment is known.
  { id: 'possible', at: [106.45, 29.55], radius: 3.2, makes: [] },
]

function townOf(radius: (given: Given) => number): RegionFacts {
  const blurred = <G extends Given>(one: G) => ({ ...one, radius: radius(one) })
  const facts = factsOf(PARKS.map(blurred), PLANTS.map(blurred))
  const [like] = facts.companies
  const firms = FIRMS.map(blurred).map(({ id, at, radius: precisionRadiusKilometers, makes }) => ({
    ...like,
    id,
    geometry: { type: 'Point', coordinates: [...at] },
    properties: {
      ...like?.properties,
      id,
      kind: 'tier1',
      nameZh: id,
      nameEn: id,
      segmentIds: ['seat'],
      productIds: makes,
      precisionRadiusKilometers,
    },
  }))
  const product = (productId: string) => ({
    productId,
    name: { zh: productId, en: productId },
    wording: '',
  })
  return factsOf(PARKS.map(blurred), [], {
    companies: [...facts.companies, ...firms] as RegionFacts['companies'],
    plants: facts.plants,
    taxonomy: [
      {
        segmentId: 'seat',
        name: { zh: '虚构', en: 'Invented' },
        system: 'cockpit',
        products: [product('seat-frame'), product('seat-foam')],
      },
    ] as unknown as RegionFacts['taxonomy'],
    productInputs: ['seat-frame', 'seat-foam'].map((productId) => ({
      productId,
      deliveryModeToPlant: 'JIS',
    })) as unknown as RegionFacts['productInputs'],
  })
}

function drawnOf(facts: RegionFacts, withinMinutes: number, asked: object = {}) {
  const doubt = doubtOf(DoubtAsked.parse(asked))
  const plantIds = PLANTS.map(({ id }) => id)
  const outcome = sourcingKnown(ground, facts, { plantIds }, { clouds, doubt })
  if (outcome.kind !== 'known' || !outcome.pairs) throw new Error(JSON.stringify(outcome))
  const { known, pairs } = outcome
  const drawn = drawnCells(facts, known, pairs, withinMinutes, doubt)
  return { known, drawn, rates: likelyRates(sourcingRates(known, withinMinutes), known, drawn) }
}

const TOWN = townOf(({ radius = 0 }) => radius)
const shareOf = (is: Uint8Array | boolean) =>
  typeof is === 'boolean' ? Number(is) : is.reduce((sum, one) => sum + one, 0) / is.length

/** Share of draws of our own in which a frame can be had in time at the first plant. */
function simulated(withinMinutes: number, makerChance: number): number {
  const pointsOf = ({ at, radius = 0 }: Given) =>
    radius === 0 ? [at] : discPoints(at, radius * 1000, EARTH)
  const minutesOf = (firm: Given, plant: Given) =>
    odMatrix(ground, {
      origins: pointsOf(firm),
      destinations: pointsOf(plant),
      profile: 'truck',
    }).durationSeconds.map((row) => row.map((seconds) => (seconds ?? 0) / 60))
  const [plant] = PLANTS
  const [recorded, , possible] = FIRMS.map((firm) => minutesOf(firm, plant!))
  const random = seeded(3)
  const pick = () => Math.floor(16 * random())
  const DRAWS = 300_000
  let served = 0
  for (let draw = 0; draw < DRAWS; draw++) {
    const at = pick()
    const speed = 0.9 + 0.2 * random()
    const isNear = (ways: number[][]) => ways[pick()]![at]! * speed <= withinMinutes
    const [first, second] = [isNear(recorded!), isNear(possible!)]
    if (first || (random() < makerChance && second)) served++
  }
  return served / DRAWS
}

describe('suppliers in time', () => {
  it('are there in as many draws as a simulation made another way says', () => {
    const asked = { draws: 20_000, makerChance: 0.3 }
    const [low, high] = drawnOf(TOWN, 60, asked).known.firms[0]!.likelySecondsTo[0]!
    for (const share of [0.05, 0.4, 0.8]) {
      const withinMinutes = Math.round((low + share * (high - low)) / 60)
      const { known, drawn } = drawnOf(TOWN, withinMinutes, asked)
      const frame = known.products.findIndex(({ productId }) => productId === 'seat-frame')
      const drawnShare = shareOf(atLeast(drawn.cells[frame]![0]!, 1))
      const truly = simulated(withinMinutes, 0.3)
      expect(truly).toBeGreaterThan(0.02)
      expect(truly).toBeLessThan(0.98)
      expect(Math.abs(drawnShare - truly)).toBeLessThan(4 * Math.sqrt(0.25 / 20_000))
    }
  })

  it('give rates whose likely range lies in the outer bounds, with the central value in it', () => {
    for (let withinMinutes = 15; withinMinutes <= 90; withinMinutes += 5) {
      const { rates } = drawnOf(TOWN, withinMinutes)
      for (const rate of [rates.total, ...rates.plants, ...rates.segments, ...rates.products]) {
        for (const { low, likely, central, high } of [rate.one, rate.two]) {
          expect(low).toBeLessThanOrEqual(likely![0])
          expect(likely![0]).toBeLessThanOrEqual(central)
          expect(central).toBeLessThanOrEqual(likely![1])
          expect(likely![1]).toBeLessThanOrEqual(high)
        }
      }
    }
  })

  it('are points where every place, the speed and every maker is known', () => {
    const asked = { speedLow: 1, speedHigh: 1, makerChance: 0 }
    const { known, rates } = drawnOf(
      townOf(() => 0),
      40,
      asked,
    )
    for (const { secondsTo, likelySecondsTo } of [...known.firms, ...known.parks]) {
      secondsTo.forEach((seconds, plant) => {
        const [low, central, high] = seconds!
        for (const end of [low, high, ...likelySecondsTo[plant]!]) {
          // Ways are kept as whole deciseconds in 32 bits, likely minutes in hundredths.
          expect(Math.abs(end - central)).toBeLessThan(0.4)
        }
      })
    }
    for (const { one } of rates.plants) expect(one.likely).toEqual([one.central, one.central])
  })

  it('are one more with a new supplier in the draws in which its park is near enough', () => {
    const [low, high] = drawnOf(TOWN, 60).known.parks[0]!.likelySecondsTo[0]!
    const { known, drawn } = drawnOf(TOWN, (low + high) / 2 / 60)
    const foam = known.products.findIndex(({ productId }) => productId === 'seat-foam')
    const before = atLeast(drawn.cells[foam]![0]!, 2)
    const after = atLeast(withSupplier(drawn, foam, 0).cells[foam]![0]!, 2)
    expect(shareOf(after)).toBeGreaterThan(shareOf(before))
    expect(shareOf(after)).toBeLessThanOrEqual(shareOf(drawn.parkWithin(0, 0)))
    // Nothing is added to what was drawn before.
    expect(atLeast(drawn.cells[foam]![0]!, 2)).toEqual(before)
  })
})

it('recruits fill a likely range of the gaps, inside its bounds, and parts add up', () => {
  for (const withinMinutes of [25, 35, 60]) {
    const { known, drawn } = drawnOf(TOWN, withinMinutes)
    const settings = GapFillingInputs.parse({ withinMinutes, assignedOnly: false, count: 3 })
    const result = gapFilling(known, settings, null, drawn)
    const ranges = [
      [result.gapWeightLow, result.gapWeightLikely, result.gapWeight, result.gapWeightHigh],
      [
        result.filledWeightLow,
        result.filledWeightLikely,
        result.filledWeight,
        result.filledWeightHigh,
      ],
      ...result.recruits.map((one) => [
        one.addedWeightLow,
        one.addedWeightLikely,
        one.addedWeight,
        one.addedWeightHigh,
      ]),
    ] as [number, [number, number], number, number][]
    for (const [low, likely, central, high] of ranges) {
      expect(low).toBeLessThanOrEqual(likely[0])
      expect(likely[0]).toBeLessThanOrEqual(central)
      expect(central).toBeLessThanOrEqual(likely[1])
      expect(likely[1]).toBeLessThanOrEqual(high)
    }
    // A gap is where nobody is in time: the complement of the rate, draw by draw.
    const needed = known.products.length * known.plants.length
    const { one } = likelyRates(sourcingRates(known, withinMinutes), known, drawn).total
    expect(result.gapWeightLikely).toEqual([needed - one.likely![1], needed - one.likely![0]])
  }
})
