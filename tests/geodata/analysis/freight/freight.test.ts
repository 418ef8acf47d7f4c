// Are costs and emissions what their formulas say, never surer than what goes into them? Worked by hand.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freightOf, totalOf } from '#geodata/analysis/freight/freight.ts'
import { ratesOf, type TruckRates } from '#geodata/analysis/freight/rates.ts'
import { lengthDoubt } from '#geodata/analysis/ground/length-doubt.ts'
import { INVENTED_HOME } from '#tests/support/described-region.ts'
import { seeded } from '#tests/support/random.ts'

const rate = (low: number, high: number) => ({
  low,
  high,
  rowIds: ['X'],
  source: 'invented',
  asOf: null,
})
const RATES: TruckRates = {
  yuanPerKilometer: rate(5, 6.8),
  kilogramsCarbonPerTonneKilometer: rate(0.129, 0.162),
  tollYuanPerKilometer: rate(1.3, 2.04),
  paidReturn: { low: 1, high: 2 },
}
const exactly = (meters: number) => ({
  lowMeters: meters,
  centralMeters: meters,
  highMeters: meters,
})
const SHIPMENT = {
  units: 60_000,
  unitsPerTruck: 60,
  kilogramsPerUnit: 45,
  length: exactly(50_000),
  tollMeters: 40_000,
}

it('agrees with a shipment worked by hand', () => {
  const { trips, yuan, tollYuan, kilogramsCarbon } = freightOf(RATES, SHIPMENT)
  // 60,000 units in trucks of 60.
  expect(trips).toBe(1000)
  // 1,000 × 50 km × 5 yuan one way, and × 6.8 yuan both ways.
  expect(yuan).toEqual({ low: 250_000, high: 680_000 })
  // 1,000 × 40 km × 1.30 and 2.04 yuan.
  expect(tollYuan?.low).toBeCloseTo(52_000)
  expect(tollYuan?.high).toBeCloseTo(81_600)
  // 60,000 × 45 kg = 2,700 t over 50 km = 135,000 t·km.
  expect(kilogramsCarbon?.low).toBeCloseTo(17_415)
  expect(kilogramsCarbon?.high).toBeCloseTo(21_870)
})

it('leaves unknown what stands on something unknown, and nothing else', () => {
  expect(freightOf(RATES, { ...SHIPMENT, kilogramsPerUnit: null })).toMatchObject({
    trips: 1000,
    kilogramsCarbon: null,
  })
  expect(freightOf(RATES, { ...SHIPMENT, unitsPerTruck: null })).toMatchObject({
    trips: null,
    yuan: null,
    tollYuan: null,
  })
  expect(freightOf(RATES, { ...SHIPMENT, tollMeters: null }).tollYuan).toBeNull()
  const parts = [freightOf(RATES, SHIPMENT), freightOf(RATES, { ...SHIPMENT, length: null })]
  expect(totalOf(parts).yuan).toBeNull()
  expect(totalOf(parts).trips).toBe(2000)
})

it('grows with the way and with the volume, and adds up over customers', () => {
  const length = fc.integer({ min: 1, max: 400_000 })
  fc.assert(
    fc.property(length, length, fc.integer({ min: 1, max: 1e6 }), (one, other, units) => {
      const of = (meters: number) =>
        freightOf(RATES, { ...SHIPMENT, units, length: exactly(meters) })
      const [shorter, longer] = [of(Math.min(one, other)), of(Math.max(one, other))]
      expect(longer.yuan!.low).toBeGreaterThanOrEqual(shorter.yuan!.low)
      expect(totalOf([shorter, longer]).yuan!.high).toBeCloseTo(of(one + other).yuan!.high, 3)
    }),
  )
})

it('doubts the way as far as the places are in doubt, and never calls two towns one', () => {
  const town = { lngLat: [106.5, 29.5] as const, radiusKilometers: 3.2 }
  const site = { lngLat: [107.5, 29.5] as const, radiusKilometers: 0.2 }
  // 3.4 km × 1.4 either way.
  expect(lengthDoubt(town, site, 120_000)).toEqual({
    lowMeters: 115_240,
    centralMeters: 120_000,
    highMeters: 124_760,
  })
  // The mean of 200,000 pairs of random points in one disc, times the detour.
  const random = seeded(7)
  const inDisc = () => {
    const radius = 3.2 * Math.sqrt(random())
    const angle = 2 * Math.PI * random()
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const
  }
  let sum = 0
  for (let pair = 0; pair < 200_000; pair++) {
    const [one, other] = [inDisc(), inDisc()]
    sum += Math.hypot(one[0] - other[0], one[1] - other[1])
  }
  const same = lengthDoubt(town, town, 0)
  expect(same.lowMeters).toBe(0)
  expect(same.centralMeters / 1000).toBeCloseTo((sum / 200_000) * 1.4, 1)
  const exact = { ...site, radiusKilometers: 0 }
  expect(lengthDoubt(exact, exact, 5)).toEqual(exactly(5))
})

it('takes each rate from the rows of its truck, and says which', () => {
  const price = (id: string, low: number, high: number) => ({
    id,
    itemZh: '虚构',
    itemEn: 'invented',
    vehicleOrMode: null,
    valueLow: low,
    valueHigh: high,
    unit: null,
    source: `source of ${id}`,
    sourceClass: 'none',
    asOf: null,
    confidence: 'low' as const,
  })
  const toll = (id: string, region: string, value: number) => ({
    id,
    region,
    kind: 'rate_per_km',
    tollClass: '货6',
    value,
    unit: null,
    source: 'invented',
    sourceClass: 'none',
    asOf: null,
  })
  const facts = {
    home: INVENTED_HOME,
    freightCosts: [
      price('price', 6.5, 9),
      price('light', 0.078, 0.078),
      price('heavy', 0.057, 0.057),
    ],
    tolls: [toll('a', '虚构省', 2.1), toll('b', '虚构省', 2.6), toll('c', '邻省', 9)],
  }
  const rates = ratesOf(facts, 'semitrailer')
  expect(rates.yuanPerKilometer).toEqual({
    low: 6.5,
    asOf: null,
    high: 9,
    rowIds: ['price'],
    source: 'source of price',
  })
  expect(rates.kilogramsCarbonPerTonneKilometer).toMatchObject({ low: 0.057, high: 0.078 })
  expect(rates.tollYuanPerKilometer).toMatchObject({ low: 2.1, high: 2.6, rowIds: ['a', 'b'] })
  expect(ratesOf(facts, 'box4').yuanPerKilometer).toBeNull()
})
