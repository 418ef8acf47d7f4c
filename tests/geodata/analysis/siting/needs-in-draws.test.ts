// Is a need met as often as an independent simulation says, and excluded only who fails it in every draw? (invented parks)
import { describe, expect, it } from 'vitest'
import { cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import { discPoints } from '#geodata/analysis/doubt/disc-points.ts'
import { odMatrix } from '#geodata/analysis/nearest/nearest.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
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
const PARK: Given = { id: 'A', at: [106.52, 29.62], radius: 6.5, land: 3 }
const EXACT_SPEED = { speedLow: 1, speedHigh: 1 }

function ask(needs: object[], more: object = {}, parks: Given[] = [PARK], plants = PLANTS) {
  const inputs = SitingInputs.parse({ segmentId: 'seat', needs, ...more })
  const outcome = siting(ground, factsOf(parks, plants), inputs, clouds)
  if (outcome.kind !== 'ranked') throw new Error(JSON.stringify(outcome))
  return outcome.result
}
const within = (amount: number, isHard = true) => ({ id: 'plantMinutesAtMost', amount, isHard })
const land = (amount: number, isHard = true) => ({ id: 'landHectares', amount, isHard })

/** Mean minutes to the plants in draws of our own, with a generator of our own. */
function simulated(draws: number): Float64Array {
  const pointsOf = ({ at, radius = 0 }: Given) =>
    radius === 0 ? [at] : discPoints(at, radius * 1000, EARTH)
  const random = seeded(7)
  const minutes = PLANTS.map((plant) =>
    odMatrix(ground, {
      origins: pointsOf(PARK),
      destinations: pointsOf(plant),
      profile: 'truck',
    }).durationSeconds.map((row) => row.map((seconds) => (seconds ?? 0) / 60)),
  )
  return Float64Array.from({ length: draws }, () => {
    const here = Math.floor(16 * random())
    const speed = 0.9 + 0.2 * random()
    const sum = minutes.reduce(
      (total, rows) => total + rows[here]![Math.floor(rows[here]!.length * random())]!,
      0,
    )
    return (speed * sum) / PLANTS.length
  })
}

describe('a need of minutes', () => {
  const drawn = simulated(400_000).sort()

  it('is met in as many draws as a simulation made another way says', () => {
    for (const share of [0.1, 0.4, 0.8, 0.97]) {
      const limit = Math.round(10 * drawn[Math.floor(share * drawn.length)]!) / 10
      const truly = drawn.filter((one) => one <= limit).length / drawn.length
      const [need] = ask([within(limit)], { doubt: { draws: 20_000 } }).ranking[0]!.needs
      expect(need!.standing).toBe('perhaps')
      expect(Math.abs(need!.chance! - truly)).toBeLessThan(4 * Math.sqrt(0.25 / 20_000))
    }
  })

  it('tells the likely range of the draws, inside outer bounds that hold every draw', () => {
    const [need] = ask([within(60)], { doubt: { draws: 20_000 } }).ranking[0]!.needs
    const { low, high, likely, told } = need!
    expect(likely![0]).toBeCloseTo(drawn[Math.floor(0.05 * drawn.length)]!, 0)
    expect(likely![1]).toBeCloseTo(drawn[Math.floor(0.95 * drawn.length)]!, 0)
    expect(low!).toBeLessThanOrEqual(drawn[0]!)
    expect(low!).toBeLessThan(likely![0])
    expect(high!).toBeGreaterThanOrEqual(drawn.at(-1)! - 0.01)
    expect(told.en).toContain(`likely ${Math.round(likely![0])}–${Math.round(likely![1])}`)
  })

  it('that is hard leaves out only who fails it by the outer bounds', () => {
    const { low, high } = ask([within(60)]).ranking[0]!.needs[0]!
    const surelyNot = ask([within(low! - 0.1)])
    expect(surelyNot.ranking).toEqual([])
    expect(surelyNot.excluded[0]?.against[0]).toMatchObject({ standing: 'failed', chance: 0 })
    const justPerhaps = ask([within(low! + 0.1)]).ranking[0]?.needs[0]
    expect(justPerhaps).toMatchObject({ standing: 'perhaps', chance: 0 })
    const surely = ask([within(high! + 0.1)]).ranking[0]?.needs[0]
    expect(surely).toMatchObject({ standing: 'met', chance: 1 })
  })

  it('is a point where places and speed are exact: met or failed, nothing between', () => {
    const parks = [{ ...PARK, radius: 0 }]
    const plants = PLANTS.map((one) => ({ ...one, radius: 0 }))
    const exact = (limit: number) =>
      ask([within(limit, false)], { doubt: EXACT_SPEED }, parks, plants)
    const [need] = exact(60).ranking[0]!.needs
    const { low, high, likely } = need!
    expect(likely).toEqual([low, low])
    expect(high).toBeCloseTo(low!, 1)
    expect(exact(high! + 0.1).ranking[0]?.needs[0]).toMatchObject({ standing: 'met', chance: 1 })
    expect(exact(low! - 0.1).ranking[0]?.needs[0]).toMatchObject({ standing: 'failed', chance: 0 })
  })
})

describe('a planned area of which nothing says how much is free', () => {
  // factsOf has nothing developed; here how much is developed is unknown.
  const facts = factsOf([PARK], PLANTS)
  const [park] = facts.parks
  const properties = { ...park!.properties, developedAreaSquareKilometers: null }
  const unsure = factsOf([], PLANTS, { parks: [{ ...park!, properties } as typeof park & {}] })
  const asked = (needs: object[]) => {
    const outcome = siting(ground, unsure, SitingInputs.parse({ segmentId: 'seat', needs }), clouds)
    if (outcome.kind !== 'ranked') throw new Error(JSON.stringify(outcome))
    return outcome.result.ranking[0]!
  }

  it('meets a need as often as an even draw from nothing to all of it', () => {
    // 300 ha planned: 225 or more in a quarter of the draws.
    const [need] = asked([land(225)]).needs
    expect(need).toMatchObject({ standing: 'perhaps', low: 0, high: 300 })
    expect(need!.chance).toBeCloseTo(0.25, 3)
  })

  it('counts as a wish in those draws, and by that chance at the middle', () => {
    const wish = asked([land(225, false)]).terms.find(({ criterion }) => criterion === 'wishes')
    expect(wish).toMatchObject({ raw: 0.25, rawLow: 0, rawHigh: 1, rawLikely: [0, 1] })
    const rarely = asked([land(294, false)]).terms.find(({ criterion }) => criterion === 'wishes')
    expect(rarely).toMatchObject({ raw: 0.02, rawHigh: 1, rawLikely: [0, 0.02] })
  })
})
