import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cheapestPath } from '#geodata/network/cheapest-path.ts'
import { alongStreet, type Snapped, snap, startsOf } from '#geodata/network/street/snap.ts'
import { StreetIndex } from '#geodata/network/street/street-index.ts'
import { CLOSED } from '#geodata/network/street/street-network.ts'
import { lngLatOf, type Surveyed, surveyed } from '#tests/support/surveyed.ts'

const PRIMARY = { highway: 'primary' }

function snapIn(town: Surveyed, place: readonly [number, number], limitMeters = 10_000) {
  return snap(town, new StreetIndex(town.streets), lngLatOf(place), limitMeters)
}

function snappedIn(town: Surveyed, place: readonly [number, number]): Snapped {
  const found = snapIn(town, place)
  if (found.kind !== 'snapped') throw new Error(`The place is ${found.kind}.`)
  return found
}

/** Deciseconds from one point on the streets to another; null where no road leads. */
function between(town: Surveyed, from: OnStreet, to: OnStreet): number | null {
  const direct = alongStreet(town, from, to)?.costDeciseconds ?? Number.POSITIVE_INFINITY
  const path = cheapestPath(
    town.hierarchy,
    startsOf(town, from, 'outward'),
    startsOf(town, to, 'inward'),
  )
  const round = path.kind === 'path' ? path.costDeciseconds : Number.POSITIVE_INFINITY
  const least = Math.min(direct, round)
  return Number.isFinite(least) ? least : null
}

type OnStreet = { street: number; share: number }

describe('snap', () => {
  const cross = surveyed({
    places: { a: [0, 0], b: [4, 0], c: [4, 4], x: [0.9, 1], y: [1.1, 1] },
    ways: { 'a b': PRIMARY, 'b c': PRIMARY, 'x y': PRIMARY },
  })

  it('meets the street in between its junctions, and says how far off', () => {
    const found = snappedIn(cross, [3, -0.5])
    expect(found.street).toBe(cross.streetsBetween('a', 'b')[0])
    const fromA = cross.streets.from[found.street] === cross.junctionsAt('a')[0]
    expect(fromA ? found.share : 1 - found.share).toBeCloseTo(0.75, 2)
    expect(found.offsetMeters).toBeCloseTo(500, -1)
    expect(found.passedIslandMeters).toBeNull()
  })

  it('passes over a nearer island and says so', () => {
    const found = snappedIn(cross, [1, 0.8])
    expect(found.street).toBe(cross.streetsBetween('a', 'b')[0])
    expect(found.passedIslandMeters).toBeCloseTo(200, -1)
    expect(found.isIsland).toBe(false)
  })

  it('takes the island where nothing else is near, and says that', () => {
    const alone = snap(cross, new StreetIndex(cross.streets), lngLatOf([1, 1.1]), 300)
    expect(alone).toMatchObject({ kind: 'snapped', isIsland: true, passedIslandMeters: null })
  })

  it('is too far beyond the limit', () => {
    expect(snapIn(cross, [2, -3], 2000)).toEqual({ kind: 'too-far', limitMeters: 2000 })
  })

  it('enters no motorway in between, nor a road closed to trucks', () => {
    const town = surveyed({
      places: { a: [0, 0], b: [9, 0], c: [0, 2], d: [9, 2], e: [0, 1], f: [9, 1] },
      ways: {
        'a b': { highway: 'motorway', oneway: 'no' },
        'c d': PRIMARY,
        'e f': { ...PRIMARY, hgv: 'no' },
        'a e c': PRIMARY,
      },
    })
    expect(snappedIn(town, [5, 0.1]).street).toBe(town.streetsBetween('c', 'd')[0])
  })

  it('takes the nearest end of a motorway where there is no other road', () => {
    const town = surveyed({
      places: { a: [0, 0], b: [9, 0] },
      ways: { 'a b': { highway: 'motorway' } },
    })
    const found = snappedIn(town, [7, 1])
    expect(found.offsetMeters).toBeCloseTo(Math.hypot(2000, 1000), -2)
    expect([0, 1]).toContain(found.share)
  })
})

describe('startsOf and alongStreet', () => {
  it('leaves a one-way street forward alone and is reached from its tail alone', () => {
    const town = surveyed({
      places: { a: [0, 0], b: [4, 0], c: [2, 3] },
      ways: { 'a b': { ...PRIMARY, oneway: 'yes' }, 'b c': PRIMARY, 'c a': PRIMARY },
    })
    const [street] = town.streetsBetween('a', 'b')
    const [early, late] = [0.25, 0.75].map((share) => ({ street: street!, share }))
    const isForward = town.streets.from[street!] === town.junctionsAt('a')[0]
    expect(isForward).toBe(true)
    expect(between(town, early!, late!)).toBeCloseTo(2000, -1)
    const lap = Math.hypot(2, 3) * 2 * 1000 + 2000
    expect(between(town, late!, early!)).toBeCloseTo(lap, -1.5)
  })

  it('minds the turn at the end of the street it starts on', () => {
    const draw = (turns: string[]) =>
      surveyed({
        places: { a: [0, 0], b: [1, 0], c: [1, 1], d: [2, 0] },
        ways: { 'a b': PRIMARY, 'b c': PRIMARY, 'b d': PRIMARY, 'd c': PRIMARY },
        turns,
      })
    const cost = (town: Surveyed) =>
      between(
        town,
        { street: town.streetsBetween('a', 'b')[0]!, share: 0.5 },
        { street: town.streetsBetween('b', 'c')[0]!, share: 0.5 },
      )!
    expect(cost(draw([]))).toBeCloseTo(1000, -1)
    expect(cost(draw(['no: a b | b | b c']))).toBeGreaterThan(2500)
  })

  it('costs between any two points on streets what a town costs that is cut at them', () => {
    fc.assert(
      fc.property(anyTownWithPoints, ({ ways, from, to }) => {
        const town = surveyed({ places: PLACES, ways })
        const at = ({ pick, share }: { pick: number; share: number }) => ({
          street: pick % town.streets.count,
          share,
        })
        const [a, b] = [at(from), at(to)]
        expect(between(town, a, b)).toBe(cutTown(town, a, b))
      }),
      { numRuns: 300 },
    )
  })
})

const PLACES = { a: [0, 0], b: [3, 0], c: [3, 3], d: [0, 3], e: [6, 1] } as const
const place = fc.constantFrom(...Object.keys(PLACES))
const point = fc.record({
  pick: fc.nat(),
  share: fc.oneof(fc.constantFrom(0, 1, 0.5), fc.double({ min: 0, max: 1, noNaN: true })),
})
const anyTownWithPoints = fc.record({
  ways: fc
    .array(fc.tuple(place, place, fc.constantFrom('yes', 'no', '-1')), {
      minLength: 1,
      maxLength: 7,
    })
    .map((all) =>
      Object.fromEntries(
        all.map(([a, b, oneway], i) => [`${a} ${b} |${i}`, { highway: 'primary', oneway }]),
      ),
    ),
  from: point,
  to: point,
})

/** Both points become nodes of their own: Bellman–Ford over the pieces. */
function cutTown(town: Surveyed, a: OnStreet, b: OnStreet): number | null {
  const { from, to, impedanceDeciseconds, count } = town.streets
  const steps: { from: string; to: string; cost: number }[] = []
  for (let street = 0; street < count; street++) {
    const stops = [
      { name: `${from[street]}`, share: 0 },
      ...(a.street === street ? [{ name: 'start', share: a.share }] : []),
      ...(b.street === street ? [{ name: 'end', share: b.share }] : []),
      { name: `${to[street]}`, share: 1 },
    ]
    for (const one of stops) {
      for (const other of stops) {
        if (one === other) continue
        const isForward = one.share <= other.share
        const part = Math.abs(other.share - one.share)
        const impedance = impedanceDeciseconds[2 * street + (isForward ? 0 : 1)]!
        const isSamePlace = part === 0
        if (impedance === CLOSED && !isSamePlace) continue
        const cost = isSamePlace ? 0 : Math.round(part * impedance)
        steps.push({ from: one.name, to: other.name, cost })
      }
    }
  }
  const costs = new Map([['start', 0]])
  for (let changed = true; changed; ) {
    changed = false
    for (const step of steps) {
      const reached = (costs.get(step.from) ?? Infinity) + step.cost
      if (reached >= (costs.get(step.to) ?? Infinity)) continue
      costs.set(step.to, reached)
      changed = true
    }
  }
  return costs.get('end') ?? null
}
