// Does siting measure what it says, keep its doubts, and rank by them? On invented parks and firms.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { odMatrix } from '#geodata/analysis/nearest/nearest.ts'
import { SITING_CRITERIA } from '#geodata/analysis/siting/criteria.ts'
import { relaxationsOf } from '#geodata/analysis/siting/relaxation.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import { SitingInputs, type SitingResult } from '#geodata/contract/processes/siting.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { INVENTED_HOME } from '#tests/support/described-region.ts'
import { realGround } from '#tests/support/region.ts'

const ground = realGround()

const PLACES: Record<string, LngLat> = {
  yubei: [106.63, 29.72],
  bishan: [106.23, 29.59],
  yongchuan: [105.93, 29.36],
  fuling: [107.39, 29.7],
  jiangjin: [106.26, 29.29],
  wanzhou: [108.41, 30.81],
  lhasa: [91.1, 29.65],
}

type ParkGiven = { at: string; segments?: string[]; planned?: number; developed?: number }

function park(id: string, { at, segments = ['seat'], planned, developed }: ParkGiven) {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [...(PLACES[at] ?? [0, 0])] },
    properties: {
      id,
      labelZh: `虚构园${id}`,
      labelEn: `Invented park ${id}`,
      adcode: at,
      stage: 'candidate',
      role: 'parts',
      segmentIds: segments,
      plannedAreaSquareKilometers: planned ?? null,
      developedAreaSquareKilometers: developed ?? null,
      precisionRadiusKilometers: 0,
      source: 'invented',
    },
  } as unknown as RegionFacts['parks'][number]
}

function firm(id: string, at: string, more: object = {}) {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [...(PLACES[at] ?? [0, 0])] },
    properties: {
      id,
      nameZh: `虚构企业${id}`,
      nameEn: `Invented firm ${id}`,
      kind: 'tier1',
      city: INVENTED_HOME.name.zh,
      segmentIds: [],
      productIds: [],
      parkId: null,
      precisionRadiusKilometers: 0,
      ...more,
    },
  } as unknown as RegionFacts['companies'][number]
}

const FACTS: RegionFacts = {
  home: INVENTED_HOME,
  parks: [
    park('A', { at: 'yubei', segments: ['seat'], planned: 20, developed: 4 }),
    park('B', { at: 'bishan', segments: ['battery'] }),
    park('C', { at: 'yongchuan', segments: ['seat', 'battery'], planned: 10, developed: 9.9 }),
    park('D', { at: 'wanzhou', segments: [] }),
  ],
  companies: [
    firm('plant-1', 'yubei', { kind: 'oem' }),
    firm('plant-2', 'jiangjin', { kind: 'oem' }),
    firm('foam', 'fuling', { segmentIds: ['material'], productIds: ['foam'] }),
    firm('foam-far', 'wanzhou', { segmentIds: ['material'], productIds: ['foam'] }),
    firm('seat-1', 'bishan', { segmentIds: ['seat'], productIds: ['seat-frame'] }),
    firm('seat-2', 'yubei', { segmentIds: ['seat'] }),
  ],
  hubs: [
    {
      ...firm('port', 'fuling'),
      properties: { ...firm('port', 'fuling').properties, kind: 'port' },
    } as unknown as RegionFacts['hubs'][number],
  ],
  taxonomy: [
    {
      segmentId: 'seat',
      name: { zh: '虚构环节', en: 'Invented segment' },
      system: 'cockpit',
      products: [
        { productId: 'seat-frame', name: { zh: '虚构产品', en: 'Invented' }, wording: '' },
        { productId: 'no-maker', name: { zh: '无人做', en: 'Made by nobody' }, wording: '' },
      ],
    },
  ],
  plants: ['plant-1', 'plant-2'].map((companyId, index) => ({
    rowType: 'plant',
    companyId,
    nameZh: companyId,
    designedCapacityVehiclesPerYear: index === 0 ? 300_000 : 100_000,
    status: 'running',
    source: 'invented',
    asOf: index === 0 ? '2011' : '2025-12',
  })),
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
  productInputs: [
    {
      id: 'foam-for-frames',
      productId: 'seat-frame',
      segmentId: null,
      deliveryModeToPlant: null,
      inputZh: '泡沫',
      inputEn: 'foam',
      inputSegmentId: 'material',
      inputProductId: 'foam',
      source: 'invented',
      asOf: null,
      sourceClass: 'none',
      confidence: 'low',
    },
  ],
}

function ask(more: object = {}, facts: RegionFacts = FACTS) {
  const outcome = siting(ground, facts, SitingInputs.parse({ productId: 'seat-frame', ...more }))
  if (outcome.kind !== 'ranked') throw new Error(`unknown id ${outcome.id}`)
  return outcome.result
}

type Answer = ReturnType<typeof ask>

function term(result: Answer, id: string, criterion: SitingResult['criteria'][number]['id']) {
  const found = result.ranking
    .find((one) => one.id === id)
    ?.terms.find((one) => one.criterion === criterion)
  if (!found) throw new Error(`no term ${criterion} at ${id}`)
  return found
}

/** Minutes between two named places by the matrix, which has its own tests. */
function minutesBetween(from: string, to: string): number {
  const { durationSeconds } = odMatrix(ground, {
    origins: [PLACES[from]!],
    destinations: [PLACES[to]!],
    profile: 'truck',
  })
  return durationSeconds[0]![0]! / 60
}

describe('the measures', () => {
  it('are the mean minutes to the plants, also weighted by capacity', () => {
    const [near, far] = [minutesBetween('bishan', 'yubei'), minutesBetween('bishan', 'jiangjin')]
    expect(term(ask(), 'B', 'plantMinutes').raw).toBeCloseTo((near + far) / 2, 1)
    expect(term(ask({ weightPlantsByCapacity: true }), 'B', 'plantMinutes').raw).toBeCloseTo(
      (3 * near + far) / 4,
      1,
    )
  })

  it('count the plants inside the window, and not those outside', () => {
    const minutes = [minutesBetween('bishan', 'yubei'), minutesBetween('bishan', 'jiangjin')]
    for (const window of [5, Math.min(...minutes) + 0.1, Math.max(...minutes) + 0.1]) {
      const counted = term(ask({ plantWindowMinutes: window }), 'B', 'plantsWithin').raw
      expect(counted).toBe(minutes.filter((one) => one <= window).length)
    }
  })

  it('take the nearest maker of each input, towards the candidate', () => {
    const result = ask()
    expect(term(result, 'A', 'upstreamMinutes').raw).toBeCloseTo(
      minutesBetween('fuling', 'yubei'),
      1,
    )
    expect(result.ranking.find(({ id }) => id === 'A')?.suppliers.map(({ id }) => id)).toEqual([
      'foam',
    ])
    expect(result.ranking.find(({ id }) => id === 'D')?.suppliers.map(({ id }) => id)).toEqual([
      'foam-far',
    ])
  })

  it('count the firms of the segment nearby, and leave vehicle makers out', () => {
    expect(term(ask(), 'A', 'cluster').raw).toBe(1)
    const bySegment = { productId: undefined, segmentId: 'seat', clusterMinutes: 300 }
    expect(term(ask(bySegment), 'A', 'cluster').raw).toBe(2)
  })

  it('count who makes the same product as a competitor, and not as a mate', () => {
    const wide = { clusterMinutes: 300 }
    const result = ask(wide)
    expect(term(result, 'A', 'competitors')).toMatchObject({ raw: 1, rawLow: 1 })
    // seat-2 may make it: it widens both, and carries neither.
    expect(term(result, 'A', 'competitors').rawHigh).toBe(2)
    expect(term(result, 'A', 'cluster')).toMatchObject({ raw: 1, rawLow: 0, rawHigh: 1 })
    const never = ask({ ...wide, doubt: { makerChance: 0 } })
    expect(term(never, 'A', 'competitors').rawLikely).toEqual([1, 1])
    expect(term(never, 'A', 'cluster').rawLikely).toEqual([1, 1])
    const always = ask({ ...wide, doubt: { makerChance: 1 } })
    expect(term(always, 'A', 'competitors').rawLikely).toEqual([1, 2])
    expect(term(always, 'A', 'cluster').rawLikely).toEqual([0, 1])
  })

  it('weigh competitors only where somebody does, none best, and not of a segment alone', () => {
    const criterion = ask().criteria.find(({ id }) => id === 'competitors')
    expect(criterion).toMatchObject({ weight: 0, best: 0, worst: 5, unit: 'companies' })
    const weighed = ask({ clusterMinutes: 300, weights: { competitors: 100 } })
    expect(term(weighed, 'A', 'competitors').value).toBeCloseTo(0.8, 9)
    const bySegment = ask({ productId: undefined, segmentId: 'seat' })
    expect(bySegment.criteria.map(({ id }) => id)).not.toContain('competitors')
  })

  it('say land as planned minus developed, and fit by the assignment', () => {
    const result = ask()
    expect(term(result, 'A', 'land').raw).toBe(16)
    expect(term(result, 'A', 'segmentFit').raw).toBe(1)
    expect(term(result, 'B', 'segmentFit').raw).toBe(0)
  })
})

describe('what is unknown', () => {
  it('is named, spans the whole value and is never zero', () => {
    const land = term(ask(), 'B', 'land')
    expect(land.known).toBe(false)
    expect(land.raw).toBeNull()
    expect(land.reason?.zh).toContain('未知')
    expect([land.valueLow, land.value, land.valueHigh]).toEqual([0, 0.5, 1])
    expect(term(ask(), 'D', 'segmentFit').known).toBe(false)
  })

  it('leaves room for every value that it could turn out to have', () => {
    const doubtful = ask().ranking.find(({ id }) => id === 'B')!
    fc.assert(
      fc.property(fc.double({ min: 0, max: 60, noNaN: true }), (planned) => {
        const parks = FACTS.parks.map((one) =>
          one.id === 'B'
            ? park('B', { at: 'bishan', segments: ['battery'], planned, developed: 0 })
            : one,
        )
        const known = ask({}, { ...FACTS, parks }).ranking.find(({ id }) => id === 'B')!
        expect(known.score).toBeGreaterThanOrEqual(doubtful.scoreLow - 1e-9)
        expect(known.score).toBeLessThanOrEqual(doubtful.scoreHigh + 1e-9)
        expect(known.scoreHigh - known.scoreLow).toBeLessThan(
          doubtful.scoreHigh - doubtful.scoreLow,
        )
      }),
      { numRuns: 40 },
    )
  })

  it('gives the rank every place it can take when each score moves in its interval', () => {
    const { ranking } = ask()
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (shares) => {
          const drawn = ranking.map((one, index) => ({
            ...one,
            drawn: one.scoreLow + (shares[index] ?? 0) * (one.scoreHigh - one.scoreLow),
          }))
          for (const one of drawn) {
            const rank = 1 + drawn.filter((other) => other.drawn > one.drawn).length
            expect(rank).toBeGreaterThanOrEqual(one.rankLow)
            expect(rank).toBeLessThanOrEqual(one.rankHigh)
          }
        },
      ),
    )
  })

  it('is said of plants that cannot be measured, which are left out of the mean', () => {
    const companies = [...FACTS.companies, firm('plant-3', 'lhasa', { kind: 'oem' })]
    const plants = [...FACTS.plants, { ...FACTS.plants[0]!, companyId: 'plant-3' }]
    const result = ask({}, { ...FACTS, companies, plants })
    expect(result.ranking[0]?.flags.map(({ en }) => en).join()).toContain('1 plants cannot be')
    expect(term(result, 'B', 'plantMinutes').raw).toBe(term(ask(), 'B', 'plantMinutes').raw)
  })

  it('is reported when no firm makes the product, and the segment is counted instead', () => {
    const result = ask({ productId: 'no-maker' })
    expect(result.question.matchedBy).toBe('segment')
    expect(term(result, 'A', 'upstreamMinutes').known).toBe(false)
    expect(result.ranking[0]?.flags.map(({ en }) => en).join()).toContain('counted by segment')
  })
})

describe('the score', () => {
  it('is the weighted sum of its terms, each within 0 … 100', () => {
    for (const one of ask().ranking) {
      const sum = one.terms.reduce((total, { value, weight }) => total + value * weight * 100, 0)
      expect(one.score).toBeCloseTo(sum, 9)
      expect(one.scoreLow).toBeLessThanOrEqual(one.score)
      expect(one.scoreHigh).toBeGreaterThanOrEqual(one.score)
      expect(one.scoreHigh).toBeLessThanOrEqual(100 + 1e-9)
    }
  })

  it('does not change when all weights are multiplied, and follows one weight alone', () => {
    const weights = { plantMinutes: 3, land: 1, cluster: 2 }
    const tenfold = { plantMinutes: 30, land: 10, cluster: 20 }
    const none = Object.fromEntries(SITING_CRITERIA.map(({ id }) => [id, 0]))
    const scores = (given: object) =>
      ask({ weights: { ...none, ...given } }).ranking.map(({ id, score }) => [id, score.toFixed(9)])
    expect(scores(tenfold)).toEqual(scores(weights))
    const byLand = ask({ weights: { ...none, land: 1 } }).ranking
    expect(byLand[0]?.id).toBe('A')
    expect(byLand.at(-1)?.id).toBe('C')
  })

  it('does not depend on the order of parks and firms', () => {
    const turned = {
      ...FACTS,
      parks: [...FACTS.parks].reverse(),
      companies: [...FACTS.companies].reverse(),
    }
    const brief = ({ ranking }: Answer) =>
      ranking.map(({ id, score, rank }) => [id, rank, score.toFixed(9)])
    expect(brief(ask({}, turned))).toEqual(brief(ask()))
  })

  it('does not change for the others when a candidate joins', () => {
    const before = new Map(ask().ranking.map(({ id, score }) => [id, score]))
    const after = ask({ pins: [{ id: 'pin', lngLat: PLACES.jiangjin }] }).ranking
    expect(after).toHaveLength(5)
    for (const { id, score } of after) if (id !== 'pin') expect(score).toBe(before.get(id))
  })
})

const must = (id: string, amount?: number) => ({ id, isHard: true, ...(amount ? { amount } : {}) })

describe('needs', () => {
  it('that are hard exclude who surely fails, and keep who is unknown', () => {
    const { ranking, excluded, needs } = ask({ needs: [must('landHectares', 100)] })
    expect(excluded.map(({ id, against }) => [id, against.map((need) => need.id)])).toEqual([
      ['C', ['landHectares']],
    ])
    expect(excluded[0]?.against[0]?.told.en).toBe('10 ha undeveloped.')
    const standing = (id: string) => ranking.find((one) => one.id === id)?.needs[0]?.standing
    expect(['A', 'B', 'D'].map(standing)).toEqual(['met', 'unknown', 'unknown'])
    expect(needs[0]?.standings).toEqual({ met: 1, failed: 1, perhaps: 0, unknown: 2 })
  })

  it('take a planned area as the most that can be free, in the need and in the criterion', () => {
    const parks = [
      park('small', { at: 'yubei', planned: 2 }),
      park('large', { at: 'bishan', planned: 20 }),
      park('silent', { at: 'fuling' }),
    ]
    const { ranking, excluded, ...rest } = ask(
      { needs: [must('landHectares', 300)] },
      { ...FACTS, parks },
    )
    expect(excluded.map(({ id, against }) => [id, against[0]?.told.en])).toEqual([
      ['small', 'At most 200 ha undeveloped: the planned area; how much is developed is unknown.'],
    ])
    const stands = (id: string) => ranking.find((one) => one.id === id)?.needs[0]?.standing
    expect(['large', 'silent'].map(stands)).toEqual(['perhaps', 'unknown'])
    expect(rest.needs[0]?.standings).toEqual({ met: 0, failed: 1, perhaps: 1, unknown: 1 })
    const all = ask({}, { ...FACTS, parks })
    const bounds = (id: string) => {
      const { raw, rawLow, rawHigh, value, valueLow, valueHigh } = term(all, id, 'land')
      return [raw, rawLow, rawHigh, valueLow, value, valueHigh]
    }
    expect(bounds('small')).toEqual([null, 0, 2, 0, 0.2, 0.4])
    // Who documents a plan of 20 km² stands no worse than who documents nothing.
    expect(bounds('large')).toEqual([null, 0, 20, 0, 0.5, 1])
    expect(bounds('silent')).toEqual([null, null, null, 0, 0.5, 1])
    expect(term(all, 'small', 'land').reason?.zh).toContain('至多 2 km²')
  })

  it('ask for the segment in the assignment, and for minutes to the plants', () => {
    const assigned = ask({ needs: [must('segmentAssigned')] })
    // What D is assigned is unknown: it stays, and is told so.
    expect(assigned.ranking.map(({ id }) => id).sort()).toEqual(['A', 'C', 'D'])
    expect(assigned.needs[0]?.standings).toMatchObject({ met: 2, failed: 1, unknown: 1 })
    const near = ask({ needs: [must('plantMinutesAtMost', 120)] })
    expect(near.excluded.map(({ id }) => id)).toContain('D')
  })

  it('that are wishes exclude no site and count as the share that is met, unknown ones as an interval', () => {
    const wished = ask({
      needs: [
        { id: 'segmentAssigned', isHard: false },
        { id: 'landHectares', amount: 100, isHard: false },
      ],
    })
    expect(wished.ranking).toHaveLength(4)
    const of = (id: string) => {
      const { raw, rawLow, rawHigh } = term(wished, id, 'wishes')
      return [rawLow, raw, rawHigh]
    }
    expect(of('A')).toEqual([1, 1, 1])
    expect(of('B')).toEqual([0, 0.25, 0.5])
    expect(of('C')).toEqual([0.5, 0.5, 0.5])
    expect(ask().criteria.map(({ id }) => id)).not.toContain('wishes')
  })

  it('that a document names for the park or its district are met, and unknown elsewhere', () => {
    const row = {
      areaZh: '虚构',
      adcode: 'bishan',
      parkId: null,
      item: 'natural_gas',
      detail: null,
      valueLow: null,
      valueHigh: null,
      derivedYuanPerM2: null,
    }
    const facts = { ...FACTS, landUtilities: [{ ...row, asOf: '2024', source: 'invented' }] }
    const { ranking } = ask({ needs: [must('gas')] }, facts)
    expect(ranking.map(({ id, needs }) => [id, needs[0]?.standing]).sort()).toEqual([
      ['A', 'unknown'],
      ['B', 'met'],
      ['C', 'unknown'],
      ['D', 'unknown'],
    ])
  })
})

describe('the relaxation, when nothing is left', () => {
  it('is the fewest needs to give up, with the sites each choice frees: against every subset', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const site = fc.subarray(ids, { minLength: 1 })
    fc.assert(
      fc.property(fc.array(site, { minLength: 1, maxLength: 8 }), (sites) => {
        const excluded = sites.map((against, index) => ({
          id: `site-${index}`,
          against: against.map((id) => ({ id })),
        }))
        const freed = (given: readonly string[]) =>
          excluded
            .filter(({ against }) => against.every(({ id }) => given.includes(id)))
            .map(({ id }) => id)
        const subsets = Array.from({ length: 2 ** ids.length }, (_, bits) =>
          ids.filter((_, place) => bits & (1 << place)),
        ).filter((given) => freed(given).length > 0)
        const fewest = Math.min(...subsets.map(({ length }) => length))
        const expected = subsets.filter(({ length }) => length === fewest)
        const found = relaxationsOf(excluded)
        expect(found.map(({ needIds }) => needIds.join()).sort()).toEqual(
          expected.map((given) => given.join()).sort(),
        )
        for (const { needIds, siteIds } of found) expect(siteIds).toEqual(freed(needIds))
      }),
    )
  })

  it('comes with the answer, and only then', () => {
    const parks = FACTS.parks.filter(({ id }) => id === 'C')
    const needs = [must('landHectares', 100), must('plantMinutesAtMost', 1)]
    const { ranking, relaxations } = ask({ needs }, { ...FACTS, parks })
    expect(ranking).toEqual([])
    expect(relaxations).toEqual([
      { needIds: ['landHectares', 'plantMinutesAtMost'], siteIds: ['C'] },
    ])
    expect(ask({ needs: [must('landHectares', 100)] }).relaxations).toEqual([])
  })

  it('says whether a need is met nowhere or two contradict each other, and what to relax', () => {
    const parks = FACTS.parks.filter(({ id }) => id === 'A' || id === 'C')
    const land = park('A', { at: 'yubei', segments: ['battery'], planned: 20, developed: 4 })
    const facts = { ...FACTS, parks: [land, ...parks.filter(({ id }) => id === 'C')] }
    const sentence = (needs: object[]) => ask({ needs }, facts).notices.map(({ en }) => en)
    expect(sentence([must('landHectares', 100), must('segmentAssigned')])).toEqual([
      'Some place meets each of “Land” and “Park is assigned the segment”, none meets all: they contradict each other. Make “Land” a wish, and 1 place comes back.',
    ])
    expect(sentence([must('landHectares', 9999), must('segmentAssigned')])).toEqual([
      'No place meets “Land”. Make “Land” a wish, and 1 place comes back.',
    ])
    expect(sentence([must('landHectares', 1)])).toEqual([])
  })
})

describe('the candidates and customers', () => {
  it('lie in the drawn area alone', () => {
    const box = [
      [106, 29.5],
      [107, 29.5],
      [107, 30],
      [106, 30],
      [106, 29.5],
    ]
    const { ranking } = ask({ area: { type: 'Polygon', coordinates: [box] } })
    const open = { type: 'Polygon', coordinates: [box.slice(0, -1)] }
    expect(() => ask({ area: open })).toThrow('not closed')
    expect(ranking.map(({ id }) => id).sort()).toEqual(['A', 'B'])
    const nowhere = box.map(([lng = 0, lat = 0]) => [lng - 20, lat])
    const empty = ask({ area: { type: 'Polygon', coordinates: [nowhere] } })
    expect(empty.notices.map(({ en }) => en).join()).toContain('draw a larger one')
  })

  it('can be one’s own sites, with the land they have', () => {
    const site = {
      type: 'Feature',
      id: 'mine',
      geometry: { type: 'Point', coordinates: [...PLACES.jiangjin!] },
      properties: { nameZh: '虚构地块', nameEn: null, areaHectares: 8, source: 'invented' },
    } as unknown as RegionFacts['sites'][number]
    const { excluded } = ask(
      { siteIds: ['mine'], needs: [must('landHectares', 9)] },
      { ...FACTS, sites: [site] },
    )
    expect(excluded.map(({ id }) => id)).toContain('mine')
  })

  it('count the land of one’s own site in the criterion as in the need', () => {
    const site = (areaHectares: number | null) =>
      ({
        type: 'Feature',
        id: 'mine',
        geometry: { type: 'Point', coordinates: [...PLACES.jiangjin!] },
        properties: { nameZh: '虚构地块', nameEn: null, areaHectares, source: 'own deed' },
      }) as unknown as RegionFacts['sites'][number]
    const asked = { siteIds: ['mine'], needs: [must('landHectares', 100)] }
    const known = ask(asked, { ...FACTS, sites: [site(250)] })
    // 2.5 km² of the 5 km² that are worth all points.
    expect(term(known, 'mine', 'land')).toMatchObject({
      raw: 2.5,
      value: 0.5,
      valueLow: 0.5,
      valueHigh: 0.5,
      source: 'own deed',
    })
    expect(known.ranking.find(({ id }) => id === 'mine')?.needs[0]?.standing).toBe('met')
    const unsaid = ask(asked, { ...FACTS, sites: [site(null)] })
    expect(term(unsaid, 'mine', 'land')).toMatchObject({ raw: null, valueLow: 0, valueHigh: 1 })
  })

  it('weigh the mean by the units they take, unknown ones as the median', () => {
    const [near, far] = [minutesBetween('bishan', 'yubei'), minutesBetween('bishan', 'jiangjin')]
    const customers = [
      { plantId: 'plant-1', annualUnits: 9000 },
      { plantId: 'plant-2', annualUnits: 1000 },
    ]
    expect(term(ask({ customers }), 'B', 'plantMinutes').raw).toBeCloseTo((9 * near + far) / 10, 1)
    const one = [{ plantId: 'plant-1', annualUnits: 9000 }, { plantId: 'plant-2' }]
    expect(term(ask({ customers: one }), 'B', 'plantMinutes').raw).toBeCloseTo((near + far) / 2, 1)
    expect(() => SitingInputs.parse({ productId: 'seat-frame', customers: [] })).toThrow(
      'No customer is left',
    )
  })

  it('buy the inputs that are chosen, in place of the recorded ones', () => {
    const upstream = [{ productId: 'seat-frame' }]
    expect(term(ask({ upstream }), 'B', 'upstreamMinutes').raw).toBeLessThan(10)
  })

  it('carry the central value by known makers alone: who is known by the segment widens what is likely', () => {
    const upstream = [{ segmentId: 'seat' }]
    const possible = term(ask({ upstream }), 'A', 'upstreamMinutes')
    expect(possible).toMatchObject({ known: false, raw: null, value: 0.5 })
    expect(possible.rawLikely?.[0]).toBeGreaterThanOrEqual(0)
    const [supplier] = ask({ upstream }).ranking.find(({ id }) => id === 'A')?.suppliers ?? []
    expect(supplier?.serves).toEqual([
      // Two products of the segment, and one that is not listed: one in three.
      { title: { zh: '虚构环节', en: 'Invented segment' }, basis: 'segment', chance: 1 / 3 },
    ])
  })

  it('are one kind of a wider product for whom only that is recorded, unless a text names it', () => {
    const input = { ...FACTS.productInputs[0]!, inputZh: '座椅泡沫' }
    const taxonomy = [
      ...FACTS.taxonomy,
      {
        segmentId: 'material',
        name: { zh: '虚构材料', en: 'Invented material' },
        system: 'material',
        products: [{ productId: 'foam', name: { zh: '泡沫', en: 'Foam' }, wording: '' }],
      },
    ] as RegionFacts['taxonomy']
    const row = { companyId: 'foam', productId: 'foam', segmentId: 'material', basis: 'stated' }
    const basisOf = (productText: string) => {
      const companyProducts = [
        { ...row, productText, source: 'invented', confidence: 'low' as const },
      ]
      const facts = { ...FACTS, taxonomy, productInputs: [input], companyProducts }
      return ask({}, facts).ranking.map(({ suppliers }) => suppliers[0]?.serves[0])
    }
    // Of two firms recorded with foam none names this foam: (0 + 1) ÷ (2 + 2).
    expect(basisOf('隔音泡沫')[0]).toMatchObject({ basis: 'class', chance: 0.25 })
    expect(basisOf('隔音泡沫、座椅泡沫').find((one) => one?.basis === 'product')?.chance).toBe(1)
  })

  it('buy nothing where the list is empty: nearness to makers is not asked, and nothing is missing', () => {
    const none = ask({ upstream: [] })
    expect(none.criteria.map(({ id }) => id)).not.toContain('upstreamMinutes')
    expect(none.notices).toEqual([])
    expect(none.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
  })
})

it('names the first id that nothing answers to, and where it stood', () => {
  const unknown = (more: object) =>
    siting(ground, FACTS, SitingInputs.parse({ productId: 'seat-frame', ...more }))
  expect(unknown({ parkIds: ['A', 'Z'] })).toMatchObject({ pointer: '/inputs/parkIds/1', id: 'Z' })
  expect(unknown({ customers: [{ plantId: 'foam' }] })).toMatchObject({
    pointer: '/inputs/customers/0/plantId',
  })
})

it('says how old the oldest and the newest input of a term are, and of which nothing is known', () => {
  const terms = ask().ranking[0]?.terms ?? []
  const asOf = (id: string) => terms.find(({ criterion }) => criterion === id)?.asOf
  expect(asOf('plantMinutes')).toEqual({ oldest: '2011', newest: '2026-11' })
  expect(asOf('upstreamMinutes')).toEqual({ oldest: '2026-11', newest: '2026-11' })
  expect(asOf('land')).toBeNull()
})
