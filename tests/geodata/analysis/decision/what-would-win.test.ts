// Do the smallest changes really make it first, and nothing smaller? The siting itself is asked again each time.
import { describe, expect, it } from 'vitest'
import { comparedOf } from '#geodata/analysis/decision/compared.ts'
import type { Field } from '#geodata/analysis/decision/winning/field.ts'
import { shareToWin } from '#geodata/analysis/decision/winning/weight-ways.ts'
import { whatWouldWin } from '#geodata/analysis/decision/winning/what-would-win.ts'
import { cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { factsOf, type Given } from '#tests/support/parks-and-plants.ts'
import { seeded } from '#tests/support/random.ts'
import { realGround } from '#tests/support/region.ts'

const ground = realGround()
const clouds = cloudsOver(ground, { districts: [], rivers: [] })
const PLANTS: Given[] = [
  { id: 'plant-1', at: [106.63, 29.72], radius: 3.2 },
  { id: 'plant-2', at: [106.26, 29.29] },
]
const PARKS: Given[] = [
  { id: 'A', at: [106.52, 29.62], radius: 6.5 },
  { id: 'B', at: [106.41, 29.5], radius: 3.2, land: 4.5 },
  { id: 'C', at: [106.66, 29.45], radius: 3.2, land: 1 },
]
const NONE = { cluster: 0, hubMinutes: 0, upstreamMinutes: 0, segmentFit: 0, plantsWithin: 0 }
const WEIGHTS: Record<string, number> = { ...NONE, plantMinutes: 60, land: 40 }
const IDS = ['A', 'B', 'C']

type Asked = { weights?: Record<string, number>; needs?: object[]; parks?: Given[] }

function ask({ weights = WEIGHTS, needs = [], parks = PARKS }: Asked) {
  const asked = { segmentId: 'seat', weights, needs, doubt: { draws: 400 } }
  const outcome = siting(ground, factsOf(parks, PLANTS), SitingInputs.parse(asked), clouds)
  if (outcome.kind !== 'ranked') throw new Error(JSON.stringify(outcome))
  return outcome
}

const firstOf = (asked: Asked) => ask(asked).result.ranking[0]?.id

function toWin(winnerId: string, asked: Asked = {}) {
  const outcome = ask(asked)
  const columns = comparedOf(outcome.measured.context.facts, outcome, IDS)
  return whatWouldWin(outcome, columns, winnerId)
}

const withLand = (id: string, land: number) =>
  PARKS.map((park) => (park.id === id ? { ...park, land } : park))

describe('a single change', () => {
  it('of a weight makes it first just beyond the share, and not short of it', () => {
    const told = ['A', 'C'].flatMap((id) => {
      const { isFirst, singles } = toWin(id)
      expect(isFirst).toBe(false)
      return singles.flatMap(({ changes: [change], verdict }) => {
        if (change?.kind !== 'weight') return []
        expect(verdict).toBe('yours')
        const { criterion, fromShare, toShare } = change
        const at = (share: number) => {
          const others = Object.entries(WEIGHTS).filter(([one]) => one !== criterion)
          const sum = others.reduce((total, [, weight]) => total + weight, 0)
          const rest = others.map(([one, weight]) => [one, (weight / sum) * (1 - share)] as const)
          return firstOf({ weights: { ...Object.fromEntries(rest), [criterion]: share } })
        }
        const step = Math.sign(toShare - fromShare) * 1e-6
        expect(at(toShare - step), `${id} ${criterion}`).not.toBe(id)
        if (toShare + step <= 1 && toShare + step >= 0) expect(at(toShare + step)).toBe(id)
        return [criterion]
      })
    })
    expect(told.length).toBeGreaterThan(0)
  })

  it('of an unknown fact is to be found out: with that much land it is first, with less it is not', () => {
    const { singles } = toWin('A', { weights: { ...NONE, plantMinutes: 40, land: 60 } })
    const land = singles.find(
      ({ changes: [one] }) => one?.kind === 'fact' && one.criterion === 'land',
    )
    const change = land?.changes[0]
    if (change?.kind !== 'fact') throw new Error('Land is unknown and decides.')
    expect(land?.verdict).toBe('to-find-out')
    expect(change.from).toBeNull()
    const weights = { ...NONE, plantMinutes: 40, land: 60 }
    expect(firstOf({ weights, parks: withLand('A', change.to + 0.01) })).toBe('A')
    expect(firstOf({ weights, parks: withLand('A', change.to - 0.02) })).not.toBe('A')
    // Of what is unknown every amount on the scale is alike likely: 0 … 5 km².
    expect(change.chance).toBeCloseTo(1 - change.to / 5, 1)
  })

  it('come the smallest first, and what hardly any draw is like comes last', () => {
    const weights = { ...NONE, plantMinutes: 40, land: 60 }
    const told = ['A', 'B', 'C'].flatMap((id) => [
      toWin(id).singles,
      toWin(id, { weights }).singles,
    ])
    const hardly = ({ changes: [one] }: (typeof told)[number][number]) =>
      one?.kind === 'fact' && one.chance !== null && one.chance < 0.05
    for (const singles of told) {
      const [likely, rest] = [singles.filter((way) => !hardly(way)), singles.filter(hardly)]
      expect(singles).toEqual([...likely, ...rest])
      for (const ways of [likely, rest]) {
        const sizes = ways.map(({ size }) => size)
        expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
      }
    }
  })

  it('that is known for sure, or beyond its bounds, is impossible, and says why', () => {
    const { impossible } = toWin('C')
    // What is at its best already is no change.
    expect(impossible.filter(({ size }) => size === 0)).toEqual([])
    const why = Object.fromEntries(
      impossible.map(({ changes: [one], why: words, verdict }) => {
        expect(verdict).toBe('impossible')
        return [one?.kind === 'fact' ? one.criterion : '', words?.en]
      }),
    )
    expect(why.land).toMatch(/known for sure|stays behind/)
    expect(why.plantMinutes).toMatch(/beyond the outer bounds|stays behind/)
  })

  it('of a need lets it in where it is loosened to what it has, and leaves the first out where tightened', () => {
    const needs500 = [{ id: 'landHectares', amount: 500 }]
    const excluded = toWin('B', { needs: needs500 })
    expect(excluded).toMatchObject({ standing: 'excluded', isFirst: false, chance: 0 })
    expect(excluded.singles).toHaveLength(1)
    expect(excluded.singles[0]?.changes[0]).toMatchObject({
      kind: 'need',
      action: 'lower',
      from: 500,
      to: 450,
      ofId: 'B',
    })
    expect(firstOf({ needs: [{ id: 'landHectares', amount: 450 }] })).toBe('B')
    expect(firstOf({ needs: [{ id: 'landHectares', amount: 451 }] })).not.toBe('B')
    const two: Given[] = [
      { id: 'B', at: [106.41, 29.5], land: 1 },
      { id: 'C', at: [106.66, 29.45], land: 4.5 },
    ]
    const weights = { ...NONE, plantMinutes: 100, land: 0 }
    const needs = [{ id: 'landHectares', amount: 50 }]
    const { singles, rivalId } = toWin('C', { parks: two, weights, needs })
    expect(rivalId).toBe('B')
    const change = singles
      .flatMap(({ changes }) => changes)
      .find((one) => one.kind === 'need' && one.action === 'raise')
    if (change?.kind !== 'need') throw new Error('Asking for more land leaves the first out.')
    expect(change).toMatchObject({ from: 50, to: 100 })
    const tight = (amount: number) =>
      firstOf({ parks: two, weights, needs: [{ id: 'landHectares', amount }] })
    expect([tight(99), tight(101)]).toEqual(['B', 'C'])
  })
})

it('finds the nearest share that a search over ten thousand shares finds, or none where it finds none', () => {
  const random = seeded(16)
  let none = 0
  for (let round = 0; round < 100; round++) {
    const size = 2 + Math.floor(random() * 4)
    const runner = (id: string) => ({ id, value: Array.from({ length: size }, () => random()) })
    const raw = Array.from({ length: size }, () => random())
    const sum = raw.reduce((total, one) => total + one, 0)
    const field = {
      weights: raw.map((one) => one / sum),
      own: runner('own'),
      rivals: Array.from({ length: 1 + Math.floor(random() * 4) }, (_, i) => runner(`${i}`)),
    }
    const k = Math.floor(random() * size)
    const now = field.weights[k] ?? 0
    const isAhead = (share: number) => {
      const weights = field.weights.map((weight, j) =>
        j === k ? share : (weight / (1 - now)) * (1 - share),
      )
      const score = (value: number[]) =>
        value.reduce((total, one, j) => total + one * (weights[j] ?? 0), 0)
      return field.rivals.every(({ value }) => score(field.own.value) >= score(value) - 1e-12)
    }
    const steps = Array.from({ length: 10_001 }, (_, step) => step / 10_000).filter(isAhead)
    const nearest = steps.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))[0]
    const found = shareToWin(field as unknown as Field, k)
    if (found.kind === 'none') {
      none += 1
      expect(nearest).toBeUndefined()
    } else {
      expect(isAhead(found.toShare)).toBe(true)
      if (nearest !== undefined) {
        const distance = Math.abs(found.toShare - now)
        expect(distance).toBeLessThanOrEqual(Math.abs(nearest - now) + 1e-9)
        expect(distance).toBeGreaterThan(Math.abs(nearest - now) - 2e-4)
      }
    }
  }
  expect(none).toBeGreaterThan(5)
})

it('says two changes where no single one does, of which neither is enough', () => {
  const parks: Given[] = [
    { id: 'A', at: [106.3, 29.2] },
    { id: 'B', at: [106.45, 29.52], land: 4.9 },
    { id: 'C', at: [106.66, 29.45], radius: 3.2, land: 1 },
  ]
  const weights = { ...NONE, plantMinutes: 85, land: 15 }
  const { singles, pairs } = toWin('A', { parks, weights })
  expect(singles).toEqual([])
  const mixed = pairs.find(({ changes }) => changes.some(({ kind }) => kind === 'weight'))
  const weight = mixed?.changes.find((one) => one.kind === 'weight')
  const fact = mixed?.changes.find((one) => one.kind === 'fact')
  if (weight?.kind !== 'weight' || fact?.kind !== 'fact') throw new Error('A pair of both.')
  expect(mixed?.verdict).toBe('to-find-out')
  expect(fact.criterion).toBe('land')
  // Only these two count: what one gains the other loses.
  const landShare = weight.criterion === 'land' ? weight.toShare : 1 - weight.toShare
  const at = (share: number) => ({ ...NONE, plantMinutes: 1 - share, land: share })
  const rich = parks.map((park) => (park.id === 'A' ? { ...park, land: fact.to } : park))
  expect(firstOf({ parks: rich, weights: at(landShare + 1e-6) })).toBe('A')
  expect(firstOf({ parks: rich, weights: at(landShare - 1e-6) })).not.toBe('A')
  expect(firstOf({ parks, weights: at(landShare + 1e-6) })).not.toBe('A')
})

it('names the firm that makes it first once it is known to make the input, for whoever it serves', () => {
  const parks: Given[] = [
    { id: 'A', at: [106.3, 29.6] },
    { id: 'B', at: [106.79, 29.64] },
  ]
  const mills: Given[] = [
    { id: 'mill-known', at: [106.712, 29.7] },
    { id: 'mill-perhaps', at: [106.26, 29.59] },
  ]
  const made = (perhapsMakes: boolean) => {
    const companies = factsOf([], [...PLANTS, ...mills]).companies.map((company) => {
      if (PLANTS.some(({ id }) => id === company.id)) return company
      const makes = perhapsMakes || company.id === 'mill-known'
      const properties = {
        ...company.properties,
        kind: 'material' as const,
        segmentIds: ['metal'],
        productIds: makes ? ['steel'] : [],
      }
      return { ...company, properties }
    })
    const product = (productId: string) => ({
      productId,
      name: { zh: productId, en: productId },
      wording: '',
    })
    const [seat] = factsOf([], []).taxonomy
    const taxonomy = [
      { ...seat!, products: [product('frame')] },
      { ...seat!, segmentId: 'metal', products: [product('steel')] },
    ]
    const input = {
      id: 'steel-for-frames',
      productId: 'frame',
      segmentId: null,
      inputZh: 'steel',
      inputEn: 'steel',
      inputSegmentId: 'metal',
      inputProductId: 'steel',
      deliveryModeToPlant: null,
      source: 'invented',
      asOf: null,
      sourceClass: 'none',
      confidence: 'low',
    }
    const facts = factsOf(parks, PLANTS, { companies, taxonomy, productInputs: [input] })
    const weights = { ...NONE, plantMinutes: 0, land: 0, upstreamMinutes: 100 }
    const asked = SitingInputs.parse({ productId: 'frame', weights, doubt: { draws: 400 } })
    const outcome = siting(ground, facts, asked, clouds)
    if (outcome.kind !== 'ranked') throw new Error(JSON.stringify(outcome))
    return { outcome, facts }
  }
  const { outcome, facts } = made(false)
  expect(outcome.result.ranking[0]?.id).toBe('B')
  const { singles } = whatWouldWin(outcome, comparedOf(facts, outcome, ['A', 'B']), 'A')
  const way = singles.find(({ changes: [one] }) => one?.kind === 'maker')
  const maker = way?.changes[0]
  if (maker?.kind !== 'maker') throw new Error('The near mill decides.')
  expect([way?.verdict, maker.firmId]).toEqual(['to-find-out', 'mill-perhaps'])
  const then = made(true).outcome.result.ranking
  expect(then[0]?.id).toBe('A')
  const raw = then[0]?.terms.find(({ criterion }) => criterion === 'upstreamMinutes')?.raw
  expect(maker.toMinutes).toBeCloseTo(raw ?? -1, 1)
  expect(maker.fromMinutes).toBeGreaterThan(maker.toMinutes)
})
