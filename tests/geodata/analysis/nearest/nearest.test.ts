// Does a matrix keep its rows and columns, say why a cell is empty, and carry the doubt of its ends?
import { describe, expect, it } from 'vitest'
import { discPoints } from '#geodata/analysis/doubt/disc-points.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { nearest, odMatrix } from '#geodata/analysis/nearest/nearest.ts'
import type { NearestInputs } from '#geodata/contract/processes/nearest.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { INVENTED_HOME } from '#tests/support/described-region.ts'
import { seeded } from '#tests/support/random.ts'
import { realGround } from '#tests/support/region.ts'

const JIEFANGBEI: LngLat = [106.577, 29.557]
const YONGCHUAN: LngLat = [105.927, 29.356]
const WANZHOU: LngLat = [108.409, 30.808]
const TIBET: LngLat = [91.1, 29.65]
const ground = realGround()
const DRAWN = { draws: 2000, speedLow: 0.9, speedHigh: 1.1 }
const EXACT_SPEED = { draws: 2000, speedLow: 1, speedHigh: 1 }

describe('odMatrix', () => {
  it('answers row by row what each pair answers alone', () => {
    const origins = [JIEFANGBEI, WANZHOU]
    const destinations = [YONGCHUAN, JIEFANGBEI, WANZHOU]
    const whole = odMatrix(ground, { origins, destinations, profile: 'truck' })
    origins.forEach((origin, row) => {
      destinations.forEach((destination, column) => {
        const alone = odMatrix(ground, {
          origins: [origin],
          destinations: [destination],
          profile: 'truck',
        })
        expect(whole.durationSeconds[row]?.[column]).toBe(alone.durationSeconds[0]?.[0])
        expect(whole.lengthMeters[row]?.[column]).toBe(alone.lengthMeters[0]?.[0])
      })
    })
    expect(whole.durationSeconds[0]?.[0]).not.toBe(whole.durationSeconds[1]?.[0])
  })

  it('leaves a cell empty that has no answer, and names its row, column and reason', () => {
    const { durationSeconds, issues } = odMatrix(ground, {
      origins: [JIEFANGBEI, TIBET],
      destinations: [TIBET, YONGCHUAN],
      profile: 'truck',
    })
    expect(durationSeconds[0]?.[0]).toBeNull()
    expect(durationSeconds[1]?.[1]).toBeNull()
    expect(issues.map(({ kind, origin, destination }) => [kind, origin, destination])).toEqual([
      ['too-far', 0, 0],
      ['too-far', 1, 1],
    ])
    expect(issues[0]?.detail.en).toMatch(/nearest interchange is \d+ km away/)
  })

  it('gives no intervals where no radius is given: the durations are the answer', () => {
    const answer = odMatrix(ground, {
      origins: [JIEFANGBEI],
      destinations: [YONGCHUAN],
      profile: 'truck',
    })
    expect(answer).not.toHaveProperty('durationLowSeconds')
    expect(answer).not.toHaveProperty('durationHighSeconds')
  })

  it('widens with the radius of either end, and holds the exact answer', () => {
    const ask = (originRadius: number, destinationRadius: number) => {
      const { durationLowSeconds, durationSeconds, durationHighSeconds } = odMatrix(ground, {
        origins: [JIEFANGBEI],
        destinations: [YONGCHUAN],
        originRadiusKilometers: [originRadius],
        destinationRadiusKilometers: [destinationRadius],
        profile: 'truck',
        doubt: EXACT_SPEED,
      })
      const [low, central, high] = [durationLowSeconds, durationSeconds, durationHighSeconds].map(
        (matrix) => matrix?.[0]?.[0] ?? Number.NaN,
      )
      return { low: low!, central: central!, high: high! }
    }
    const exact = ask(0, 0)
    expect(exact.low).toBe(exact.central)
    expect(exact.high).toBe(exact.central)
    const town = ask(3.2, 0)
    const both = ask(3.2, 6.5)
    expect(town.low).toBeLessThan(exact.central)
    expect(both.low).toBeLessThan(town.low)
    expect(both.high).toBeGreaterThan(town.high)
    expect(both.central).toBe(exact.central)
  })
})

describe('nearest', () => {
  const firm = (id: string, lngLat: LngLat | null) =>
    ({
      type: 'Feature',
      id,
      geometry: lngLat && { type: 'Point', coordinates: [...lngLat] },
      properties: {
        id,
        nameZh: `虚构${id}`,
        nameEn: `Invented ${id}`,
        kind: 'tier1',
        segmentIds: id === 'far' ? ['battery'] : ['seat'],
        precisionRadiusKilometers: 0.2,
      },
    }) as unknown as RegionFacts['companies'][number]
  const facts: RegionFacts = {
    home: INVENTED_HOME,
    parks: [],
    companies: [
      firm('far', WANZHOU),
      firm('near', YONGCHUAN),
      firm('nowhere', null),
      firm('off', TIBET),
    ],
    hubs: [],
    taxonomy: [],
    plants: [],
    productInputs: [],
    companyProducts: [],
    transformationPaths: [],
    jitPractice: [],
    jitParts: [],
    freightCosts: [],
    platforms: [],
    certifications: [],
    landUtilities: [],
    parkAnswers: [],
    districts: [],
    tolls: [],
    sites: [],
    basemap: [],
  }
  const ask = (more: object) =>
    nearest(ground, facts, {
      origin: JIEFANGBEI,
      collection: 'companies',
      originRadiusKilometers: 0,
      exceptIds: [],
      direction: 'outward',
      count: 10,
      profile: 'truck',
      doubt: DRAWN,
      ...more,
    })

  it('ranks by truck time and lists what cannot be measured with its reason', () => {
    const { items, unmeasured } = ask({})
    expect(items.map(({ id }) => id)).toEqual(['near', 'far'])
    expect(items[0]?.straightMeters).toBeLessThan(items[0]?.lengthMeters ?? 0)
    expect(unmeasured.map(({ id }) => id)).toEqual(['nowhere', 'off'])
    expect(unmeasured[0]?.reason.en).toContain('coordinates are unknown')
    expect(unmeasured[1]?.reason.en).toContain('beyond 40 km')
  })

  it('keeps to the segment asked for and to the count', () => {
    expect(ask({ segmentId: 'battery' }).items.map(({ id }) => id)).toEqual(['far'])
    expect(ask({ count: 1 }).items.map(({ id }) => id)).toEqual(['near'])
    expect(ask({ exceptIds: ['near'] }).items.map(({ id }) => id)).toEqual(['far'])
  })

  describe('against measuring every pair by itself', () => {
    const random = seeded(41)
    const radii = [0, 0.2, 0.5, 3.2, 6.5]
    const firms = Array.from({ length: 40 }, (_, i) => {
      const one = firm(`f${i}`, [105.9 + 1.6 * random(), 29 + 1.3 * random()])
      const precisionRadiusKilometers = radii[i % radii.length] ?? 0
      return { ...one, properties: { ...one.properties, precisionRadiusKilometers } }
    })
    const everywhere: RegionFacts = { ...facts, companies: firms }

    it.each(['outward', 'inward'] as const)(
      'reports both orders, the detour and who is misled, %s',
      (direction) => {
        let misled = 0
        for (let n = 0; n < 8; n++) {
          const origin: LngLat = [106.1 + 0.9 * random(), 29.2 + 0.8 * random()]
          const originRadiusKilometers = radii[n % radii.length] ?? 0
          const answer = nearest(ground, everywhere, {
            origin,
            originRadiusKilometers,
            exceptIds: [],
            direction,
            collection: 'companies',
            count: 1000,
            profile: 'truck',
            doubt: DRAWN,
          })
          const alone = firms.map(({ properties, geometry }) => {
            const there = geometry?.coordinates as unknown as LngLat
            const [from, to] = direction === 'outward' ? [origin, there] : [there, origin]
            const ends = [originRadiusKilometers, properties.precisionRadiusKilometers ?? 0]
            const [fromRadius = 0, toRadius = 0] =
              direction === 'outward' ? ends : ends.toReversed()
            const one = odMatrix(ground, {
              origins: [from],
              destinations: [to],
              originRadiusKilometers: [fromRadius],
              destinationRadiusKilometers: [toRadius],
              profile: 'truck',
            })
            const first = (matrix?: (number | null)[][]) => matrix?.[0]?.[0] ?? Number.NaN
            const straight = crowMeters(origin, there)
            const doubt = 1000 * (fromRadius + toRadius)
            return {
              id: properties.id,
              seconds: first(one.durationSeconds),
              straight,
              straightLow: straight - doubt,
              straightHigh: straight + doubt,
              detour: straight > doubt ? first(one.lengthMeters) / straight : null,
            }
          })
          expect(answer.measuredCount).toBe(firms.length)
          for (const item of answer.items) {
            const one = alone.find(({ id }) => id === item.id)!
            expect(item.timeRank).toBe(
              1 + alone.filter(({ seconds }) => seconds < one.seconds).length,
            )
            expect(item.straightRank).toBe(
              1 + alone.filter(({ straight }) => straight < one.straight).length,
            )
            expect(item.detour ?? 0).toBeCloseTo(one.detour ?? 0, 2)
          }
          const slower = shareSlower(origin, originRadiusKilometers, firms, direction)
          const pairs = alone.flatMap((a) =>
            alone
              .filter((b) => a.straightHigh < b.straightLow - 1 && b.seconds < a.seconds)
              .map((b) => ({ ids: [a.id, b.id], times: a.seconds / b.seconds })),
          )
          const { straightId = '', timeId = '' } = answer.misleading ?? {}
          const told = pairs.find(({ ids: [a, b] }) => a === straightId && b === timeId)
          // 2,000 draws stand for the 95 % within two points.
          if (answer.misleading) expect(slower(straightId, timeId)).toBeGreaterThan(0.93)
          for (const { ids, times } of pairs) {
            if (times > (told?.times ?? 0)) expect(slower(ids[0]!, ids[1]!)).toBeLessThan(0.97)
          }
          if (answer.misleading) misled++
        }
        // The region has rivers and ridges enough that some origins are misled.
        expect(misled).toBeGreaterThan(0)
      },
    )
  })

  it('keeps to the product asked for, and finds platforms', () => {
    const one = firm('maker', YONGCHUAN)
    const maker = { ...one, properties: { ...one.properties, productIds: ['foam'] } }
    const other = { ...one, properties: { ...one.properties, id: 'other', productIds: [] } }
    const more = {
      ...facts,
      companies: [maker, other],
      platforms: [firm('lab', WANZHOU) as unknown as RegionFacts['platforms'][number]],
    }
    const inputs = {
      origin: JIEFANGBEI,
      originRadiusKilometers: 0,
      exceptIds: [],
      direction: 'outward',
      count: 10,
      profile: 'truck',
      doubt: DRAWN,
    } satisfies Partial<NearestInputs>
    const makers = nearest(ground, more, { ...inputs, collection: 'companies', productId: 'foam' })
    expect(makers.items.map(({ id }) => id)).toEqual(['maker'])
    const labs = nearest(ground, more, { ...inputs, collection: 'platforms' })
    expect(labs.items.map(({ id }) => id)).toEqual(['lab'])
  })
})

/** How often the first takes longer than the other: over all points of their discs, since one speed moves both. */
function shareSlower(
  origin: LngLat,
  originRadius: number,
  firms: readonly RegionFacts['companies'][number][],
  direction: 'outward' | 'inward',
) {
  const pointsOf = (at: LngLat, radius: number) =>
    radius === 0 ? [at] : discPoints(at, radius * 1000, { districts: [], rivers: [] })
  const here = pointsOf(origin, originRadius)
  const theirs = firms.map(({ properties: { id, precisionRadiusKilometers }, geometry }) => ({
    id,
    points: pointsOf(geometry?.coordinates as unknown as LngLat, precisionRadiusKilometers ?? 0),
  }))
  const there = theirs.flatMap(({ points }) => points)
  const isOutward = direction === 'outward'
  const { durationSeconds } = odMatrix(ground, {
    origins: isOutward ? here : there,
    destinations: isOutward ? there : here,
    profile: 'truck',
  })
  const seconds = (point: number, column: number) =>
    (isOutward ? durationSeconds[point]?.[column] : durationSeconds[column]?.[point]) ?? Infinity
  const rowsOf = new Map<string, number[][]>()
  let first = 0
  for (const { id, points } of theirs) {
    const from = first
    rowsOf.set(
      id,
      here.map((_, point) => points.map((__, column) => seconds(point, from + column))),
    )
    first += points.length
  }
  return (slow: string, fast: string) => {
    const shares = here.map((_, point) => {
      const [a = [], b = []] = [rowsOf.get(slow)?.[point], rowsOf.get(fast)?.[point]]
      return (
        a
          .flatMap((one) => b.map((other): number => (one > other ? 1 : 0)))
          .reduce((x, y) => x + y, 0) /
        (a.length * b.length)
      )
    })
    return shares.reduce((x, y) => x + y, 0) / shares.length
  }
}

/** The spherical law of cosines, which the product does not use. */
function crowMeters([lngA, latA]: LngLat, [lngB, latB]: LngLat): number {
  const rad = Math.PI / 180
  const cos =
    Math.sin(latA * rad) * Math.sin(latB * rad) +
    Math.cos(latA * rad) * Math.cos(latB * rad) * Math.cos((lngA - lngB) * rad)
  return 6_371_008.8 * Math.acos(Math.min(1, cos))
}
