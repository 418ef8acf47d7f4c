// Are sourcing rates, recruits and sites what a plain count over the same times says?
import { describe, expect, it } from 'vitest'
import { GapFillingResult } from '#geodata/contract/processes/gap-filling.ts'
import {
  LocalSourcingResult,
  type SourcingKnown,
} from '#geodata/contract/processes/local-sourcing.ts'
import { LocationAllocationResult } from '#geodata/contract/processes/location-allocation.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const ask = (id: string, inputs: object) =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }))
const answerOf = async (id: string, inputs: object) => (await ask(id, inputs)).json()

/** Minutes at the middle of the trip; Infinity where there is none. */
const minutes = (secondsTo: SourcingKnown['firms'][number]['secondsTo'], plant: number) =>
  (secondsTo[plant]?.[1] ?? Number.POSITIVE_INFINITY) / 60

/** Plants whose need of a product no recorded maker reaches in time: counted anew, without our code. */
function gapsOf({ products, plants, firms }: SourcingKnown, within: number) {
  return products.flatMap(({ productId }) =>
    plants.flatMap((plant, index) => {
      const makers = firms.filter(({ productIds }) => productIds.includes(productId))
      const served = makers.some(({ secondsTo }) => minutes(secondsTo, index) <= within)
      return served ? [] : [{ productId, plantId: plant.id, plant: index }]
    }),
  )
}

describe('the local sourcing rate', () => {
  it('counts products with a recorded maker in time, and what a new one would add', async () => {
    const added = { productId: 'brake-by-wire', parkId: 'CQ-V02' }
    for (const withinMinutes of [30, 60, 90]) {
      const result = LocalSourcingResult.parse(
        await answerOf('local-sourcing', { withinMinutes, added }),
      )
      const { known, today, withAdded } = result
      const gaps = gapsOf(known, withinMinutes)
      const needed = known.products.length * known.plants.length
      expect(today.total.needed).toBe(needed)
      expect(today.total.one.central).toBe(needed - gaps.length)
      for (const { one, two } of [...today.plants, ...today.segments]) {
        expect(one.low).toBeLessThanOrEqual(one.central)
        expect(one.central).toBeLessThanOrEqual(one.high)
        expect(two.central).toBeLessThanOrEqual(one.central)
      }
      const park = known.parks.find(({ id }) => id === added.parkId)!
      const filled = gaps.filter(
        ({ productId, plant }) =>
          productId === added.productId && minutes(park.secondsTo, plant) <= withinMinutes,
      )
      expect(withAdded!.total.one.central - today.total.one.central).toBe(filled.length)
    }
  })

  it('adds several suppliers at once, each filling what those before it left', async () => {
    const added = [
      { productId: 'brake-by-wire', parkId: 'CQ-V02' },
      { productId: 'brake-by-wire', parkId: 'CQ-N01' },
      { productId: 'seat', parkId: 'CQ-N01' },
    ]
    const { known, today, withAdded } = LocalSourcingResult.parse(
      await answerOf('local-sourcing', { added }),
    )
    const filled = gapsOf(known, 60).filter(({ productId, plant }) =>
      added.some(
        (one) =>
          one.productId === productId &&
          minutes(known.parks.find(({ id }) => id === one.parkId)!.secondsTo, plant) <= 60,
      ),
    )
    expect(filled.length).toBeGreaterThan(0)
    expect(withAdded!.total.one.central - today.total.one.central).toBe(filled.length)
    for (const { one } of [withAdded!.total, ...withAdded!.segments]) {
      const [low = 0, high = 0] = one.likely ?? []
      expect([one.low <= low, low <= one.central, high <= one.high]).toEqual([true, true, true])
    }
    const lost = added.with(1, { productId: 'brake-by-wire', parkId: 'nowhere' })
    const gone = await problemOf(await ask('local-sourcing', { added: lost }), 404)
    expect(gone.errors?.map(({ pointer }) => pointer)).toEqual(['/inputs/added/1/parkId'])
  })

  it('names what it leaves out of the denominator, with the reason', async () => {
    const { known } = LocalSourcingResult.parse(await answerOf('local-sourcing', {}))
    const out = known.productsLeftOut.map(({ productId }) => productId)
    expect(out).toEqual(
      expect.arrayContaining(['cathode-material', 'electrolyte', 'automotive-chip', 'hd-map']),
    )
    const needed = known.products.map(({ productId }) => productId)
    expect(needed).toEqual(expect.arrayContaining(['seat', 'battery-tray', 'cockpit-display']))
    for (const { reason } of known.productsLeftOut) expect(reason.zh).not.toBe('')
  })
})

describe('gap filling', () => {
  it('orders recruits by what each adds; together they fill what a plain count says', async () => {
    const result = GapFillingResult.parse(
      await answerOf('gap-filling', { count: 10, mostInPark: 2, exact: true }),
    )
    const gaps = gapsOf(result.known, 60)
    expect(result.gapWeight).toBe(gaps.length)
    const filled = gaps.filter(({ productId, plant }) =>
      result.recruits.some((recruit) => {
        const park = result.known.parks.find(({ id }) => id === recruit.parkId)!
        return recruit.productId === productId && minutes(park.secondsTo, plant) <= 60
      }),
    )
    expect(result.filledWeight).toBe(filled.length)
    expect(result.recruits.reduce((sum, { addedWeight }) => sum + addedWeight, 0)).toBe(
      filled.length,
    )
    const gains = result.recruits.map(({ addedWeight }) => addedWeight)
    expect(gains).toEqual([...gains].sort((a, b) => b - a))
    for (const [, members] of Map.groupBy(result.recruits, ({ parkId }) => parkId)) {
      expect(members.length).toBeLessThanOrEqual(2)
    }
    expect(result.proof).toMatchObject({ kind: 'proven', gapShare: 0 })
    expect(result.filledWeight).toBeGreaterThanOrEqual(result.greedyWeight)
  })

  it('is bounded from above by the single best pair for one recruit', async () => {
    const result = GapFillingResult.parse(
      await answerOf('gap-filling', { count: 1, assignedOnly: false }),
    )
    const gaps = gapsOf(result.known, 60)
    const best = Math.max(
      ...result.known.products.flatMap(({ productId }) =>
        result.known.parks.map(
          (park) =>
            gaps.filter(
              (gap) => gap.productId === productId && minutes(park.secondsTo, gap.plant) <= 60,
            ).length,
        ),
      ),
    )
    expect(result.recruits).toHaveLength(1)
    expect(result.filledWeight).toBe(best)
  })
})

describe('what is not known of a recruit', () => {
  it('widens what it adds, as a count of both ends of every trip says', async () => {
    const result = GapFillingResult.parse(await answerOf('gap-filling', { count: 10 }))
    const { known, recruits } = result
    const limit = 60 * 60
    const ends = new Map<string, { isServed: boolean; mayBe: boolean }>(
      known.products.flatMap(({ productId, segmentId }) =>
        known.plants.map((_, plant) => {
          const at = (one: (typeof known.firms)[number]) => one.secondsTo[plant]
          const makers = known.firms.filter(({ productIds }) => productIds.includes(productId))
          const maybe = known.firms.filter(({ onlySegmentIds }) =>
            onlySegmentIds.includes(segmentId),
          )
          const isServed = makers.some((firm) => (at(firm)?.[2] ?? Infinity) <= limit)
          const mayBe = [...makers, ...maybe].some((firm) => (at(firm)?.[0] ?? 0) <= limit)
          return [`${productId} ${plant}`, { isServed, mayBe }]
        }),
      ),
    )
    const all = [...ends.values()]
    expect(result.gapWeightLow).toBe(all.filter(({ mayBe }) => !mayBe).length)
    expect(result.gapWeightHigh).toBe(all.filter(({ isServed }) => !isServed).length)
    const reached = (end: 0 | 2) =>
      new Set(
        recruits.flatMap(({ productId, parkId }) => {
          const park = known.parks.find(({ id }) => id === parkId)!
          return known.plants.flatMap((_, plant) =>
            (park.secondsTo[plant]?.[end] ?? Infinity) <= limit ? [`${productId} ${plant}`] : [],
          )
        }),
      )
    expect(result.filledWeightLow).toBe([...reached(2)].filter((c) => !ends.get(c)?.mayBe).length)
    expect(result.filledWeightHigh).toBe(
      [...reached(0)].filter((c) => !ends.get(c)?.isServed).length,
    )
    for (const { addedWeight, addedWeightLow, addedWeightHigh } of recruits) {
      expect(addedWeightLow).toBeLessThanOrEqual(addedWeight)
      expect(addedWeight).toBeLessThanOrEqual(addedWeightHigh)
    }
  })
})

describe('location-allocation', () => {
  const asked = { productId: 'battery-tray', count: 2, withExisting: false, exact: true }

  it('finds the pair of parks that reaches most plants, and the one that is nearest to them', async () => {
    const { known } = LocalSourcingResult.parse(await answerOf('local-sourcing', {}))
    const pairs = known.parks.flatMap((one, index) =>
      known.parks.slice(index + 1).map((other) => [one, other] as const),
    )
    const nearest = (pair: (typeof pairs)[number], plant: number) =>
      Math.min(...pair.map(({ secondsTo }) => minutes(secondsTo, plant)))
    const most = Math.max(
      ...pairs.map((pair) => known.plants.filter((_, plant) => nearest(pair, plant) <= 30).length),
    )
    const covered = LocationAllocationResult.parse(
      await answerOf('location-allocation', { ...asked, objective: 'coverage', withinMinutes: 30 }),
    )
    expect(covered.after).toBe(most)
    expect(covered.proof.kind).toBe('proven')
    const least = Math.min(
      ...pairs.map((pair) =>
        known.plants.reduce((sum, _, plant) => sum + Math.min(240, nearest(pair, plant)), 0),
      ),
    )
    const close = LocationAllocationResult.parse(
      await answerOf('location-allocation', { ...asked, objective: 'minutes' }),
    )
    expect(close.after).toBeCloseTo(least / known.plants.length, 6)
    expect(close.proof.kind).toBe('proven')
  })

  it('keeps who is there already, and is never worse for it', async () => {
    const base = { productId: 'brake-by-wire', objective: 'minutes', count: 1 }
    const kept = LocationAllocationResult.parse(await answerOf('location-allocation', base))
    const alone = LocationAllocationResult.parse(
      await answerOf('location-allocation', { ...base, withExisting: false }),
    )
    expect(kept.after).toBeLessThanOrEqual(alone.after + 1e-9)
    expect(kept.after).toBeLessThanOrEqual(kept.before + 1e-9)
  })

  it('says which id is unknown', async () => {
    const pointerOf = async (inputs: object) =>
      (await problemOf(await ask('location-allocation', inputs), 404)).errors?.[0]?.pointer
    expect(await pointerOf({ productId: 'nothing' })).toBe('/inputs/productId')
    expect(await pointerOf({ ...asked, parkIds: ['CQ-V02', 'Z'] })).toBe('/inputs/parkIds/1')
    expect(await pointerOf({ ...asked, plantIds: ['Z'] })).toBe('/inputs/plantIds/0')
  })
})
