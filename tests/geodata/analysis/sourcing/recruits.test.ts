// Do land and doubt bound recruits as a small example says? (invented)
import { expect, it } from 'vitest'
import { sourcingRates } from '#geodata/analysis/sourcing/rates.ts'
import { gapFilling } from '#geodata/analysis/sourcing/recruits.ts'
import { GapFillingInputs } from '#geodata/contract/processes/gap-filling.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'
import { solve } from '#server/processes/solver.ts'

const named = (id: string) => ({ id, nameZh: id, nameEn: id })
const minutes = (low: number, central: number, high: number) =>
  [60 * low, 60 * central, 60 * high] as [number, number, number]
const product = (productId: string, segmentId = 'parts') => ({
  productId,
  segmentId,
  name: { zh: productId, en: productId },
})

/** Two plants; seats are made next to the first; someone of the segment "glass" is near the second. */
const town: SourcingKnown = {
  products: [product('seat'), product('wheel'), product('lamp'), product('window', 'glass')],
  productsLeftOut: [],
  plants: [
    { ...named('east'), capacity: 300 },
    { ...named('west'), capacity: 100 },
  ],
  plantsLeftOut: [],
  firms: [
    {
      ...named('seat maker'),
      parkId: null,
      productIds: ['seat'],
      onlySegmentIds: [],
      secondsTo: [minutes(10, 12, 14), minutes(50, 70, 90)],
      likelySecondsTo: [null, null],
    },
    {
      ...named('glass maker'),
      parkId: null,
      productIds: [],
      onlySegmentIds: ['glass'],
      secondsTo: [minutes(80, 90, 100), minutes(5, 6, 7)],
      likelySecondsTo: [null, null],
    },
  ],
  parks: [
    {
      ...named('small park'),
      segmentIds: ['parts', 'glass'],
      undevelopedHectares: 25,
      secondsTo: [minutes(20, 30, 40), minutes(20, 30, 40)],
      likelySecondsTo: [null, null],
    },
    {
      ...named('edge park'),
      segmentIds: ['parts', 'glass'],
      undevelopedHectares: null,
      secondsTo: [minutes(50, 55, 65), null],
      likelySecondsTo: [null, null],
    },
  ],
}

const recruit = (settings: object) =>
  gapFilling(town, GapFillingInputs.parse(settings), { solve, limitSeconds: 5 })

it('counts makers surely, at the middle, and at most', () => {
  const { plants, total } = sourcingRates(town, 60)
  expect(plants).toMatchObject([
    { plantId: 'east', needed: 4, one: { low: 1, central: 1, high: 1 } },
    // The seat maker may be in time; the glass maker may make windows.
    { plantId: 'west', needed: 4, one: { low: 0, central: 0, high: 2 } },
  ])
  expect(total.two).toEqual({ low: 0, central: 0, high: 0, likely: null })
})

it('puts no more recruits into a park than its land holds; unknown land sets no limit', () => {
  const free = recruit({ count: 4, mostInPark: null })
  expect(free.recruits.map(({ parkId }) => parkId)).not.toContain('edge park')
  expect(free.filledWeight).toBe(7)
  const { recruits, proof } = recruit({ count: 4, mostInPark: null, hectaresEach: 10 })
  expect(proof.kind).toBe('proven')
  const inSmall = recruits.filter(({ parkId }) => parkId === 'small park')
  expect(inSmall).toHaveLength(2)
  expect(inSmall.every(({ isLandUnknown }) => !isLandUnknown)).toBe(true)
  const atEdge = recruits.filter(({ parkId }) => parkId === 'edge park')
  expect(atEdge.length).toBeGreaterThan(0)
  expect(atEdge.every(({ isLandUnknown }) => isLandUnknown)).toBe(true)
  expect(
    recruit({ count: 4, hectaresEach: 26 }).recruits.map(({ parkId }) => parkId),
  ).not.toContain('small park')
})

it('says what of a recruit is sure: not where another firm may already make it', () => {
  const { recruits } = recruit({ count: 4, mostInPark: null })
  const of = (id: string) => recruits.find(({ productId }) => productId === id)
  expect(of('wheel')).toMatchObject({ addedWeight: 2, addedWeightLow: 2, addedWeightHigh: 2 })
  expect(of('window')).toMatchObject({ addedWeight: 2, addedWeightLow: 1, addedWeightHigh: 2 })
  expect(of('seat')).toMatchObject({ addedWeight: 1, addedWeightLow: 0, addedWeightHigh: 1 })
})

it('weighs plants by capacity, so that they still sum to their number', () => {
  const { recruits, neededWeight } = recruit({ count: 1, byCapacity: true })
  expect(neededWeight).toBeCloseTo(8, 9)
  expect(recruits[0]?.addedWeight).toBeCloseTo(2, 9)
  const edge = recruit({ count: 1, byCapacity: true, hectaresEach: 26 })
  expect(edge.recruits[0]?.addedWeight).toBeCloseTo(1.5, 9)
})
