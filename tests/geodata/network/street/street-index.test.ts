import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StreetIndex } from '#geodata/network/street/street-index.ts'
import type { Streets } from '#geodata/network/street/street-network.ts'
import { seeded } from '#tests/support/random.ts'

const METERS_PER_UNIT = (6_371_008.8 * Math.PI) / 180 / 1e7

/** Only what the index reads; each street a list of places in whole 1e-7 degrees. */
function streetsOf(lines: [number, number][][]): Streets {
  const firstPoint = new Uint32Array(lines.length + 1)
  lines.forEach((line, i) => {
    firstPoint[i + 1] = firstPoint[i]! + line.length
  })
  const points = Int32Array.from(lines.flat(2))
  return { count: lines.length, firstPoint, points } as unknown as Streets
}

const place = fc.tuple(
  fc.integer({ min: 1_060_000_000, max: 1_062_000_000 }),
  fc.integer({ min: 290_000_000, max: 292_000_000 }),
)
const anyStreets = fc.array(fc.array(place, { minLength: 2, maxLength: 5 }), { maxLength: 80 })

/** Looks at a thousand points of every stretch. */
function slowly(lines: [number, number][][], [lng, lat]: readonly [number, number]): number {
  const across = METERS_PER_UNIT * Math.cos((lat / 1e7 / 180) * Math.PI)
  let least = Number.POSITIVE_INFINITY
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!]
      for (let step = 0; step <= 1000; step++) {
        const x = a[0] + ((b[0] - a[0]) * step) / 1000 - lng
        const y = a[1] + ((b[1] - a[1]) * step) / 1000 - lat
        least = Math.min(least, Math.hypot(x * across, y * METERS_PER_UNIT))
      }
    }
  }
  return least
}

/** The foot of the plumb line on a stretch, or the nearer end. */
function toStretch([a, b]: [number, number][], [lng, lat]: [number, number]) {
  const across = METERS_PER_UNIT * Math.cos((lat / 1e7 / 180) * Math.PI)
  const at = ([x, y]: [number, number]) =>
    [(x - lng) * across, (y - lat) * METERS_PER_UNIT] as const
  const [[ax, ay], [bx, by]] = [at(a!), at(b!)]
  const square = (bx - ax) ** 2 + (by - ay) ** 2
  const foot = square === 0 ? 0 : (ax * (ax - bx) + ay * (ay - by)) / square
  const share = Math.min(1, Math.max(0, foot))
  return { share, meters: Math.hypot(ax + share * (bx - ax), ay + share * (by - ay)) }
}

describe('street index', () => {
  it('measures across 180° as it does elsewhere', () => {
    const moved = ([lng7, lat7]: readonly [number, number]): [number, number] => {
      const there = lng7 + 739_000_000
      return [there > 1_800_000_000 ? there - 3_600_000_000 : there, lat7]
    }
    fc.assert(
      fc.property(anyStreets, place, (lines, here) => {
        const near = (drawn: [number, number][][], at: [number, number]) =>
          new StreetIndex(streetsOf(drawn)).nearest(...at, 1e9, () => true)
        const found = near(lines, [...here])
        const across = near(
          lines.map((line) => line.map(moved)),
          moved(here),
        )
        // Of streets that cross, rounding decides which is nearest.
        if (found === null) expect(across).toBeNull()
        else expect(across?.meters).toBeCloseTo(found.meters, 3)
      }),
    )
  })

  it('finds the nearest street of any, as looking at every point of each does', () => {
    fc.assert(
      fc.property(anyStreets, place, (lines, here) => {
        const found = new StreetIndex(streetsOf(lines)).nearest(...here, 1e9, () => true)
        if (lines.length === 0) expect(found).toBeNull()
        else expect(Math.abs(found!.meters - slowly(lines, here))).toBeLessThan(20)
      }),
      { numRuns: 60 },
    )
  })

  it('finds among thousands the street that comparing with each finds, and none beyond the limit', () => {
    const random = seeded(3)
    const somewhere = (): [number, number] => [
      1_060_000_000 + Math.floor(2_000_000 * random()),
      290_000_000 + Math.floor(2_000_000 * random()),
    ]
    const step = () => Math.floor(6000 * (random() - 0.5))
    const lines = Array.from({ length: 3000 }, (): [number, number][] => {
      const [lng, lat] = somewhere()
      return [
        [lng, lat],
        [lng + step(), lat + step()],
      ]
    })
    const index = new StreetIndex(streetsOf(lines))
    const wrong: unknown[] = []
    for (let i = 0; i < 50; i++) {
      const here = somewhere()
      const best = lines
        .map((line, street) => ({ street, ...toStretch(line, here) }))
        .reduce((a, b) => (b.meters < a.meters ? b : a))
      const found = index.nearest(...here, 1e6, () => true)
      const isBest = found?.street === best.street && Math.abs(found.share - best.share) < 1e-6
      const isThere = index.nearest(...here, best.meters + 0.01, () => true) !== null
      const isBeyond = index.nearest(...here, best.meters - 0.01, () => true) === null
      if (!isBest || !isThere || !isBeyond) wrong.push([here, best, found])
    }
    expect(wrong).toEqual([])
  })

  it('meets a street without length at its place', () => {
    const dot: [number, number][] = [
      [1_060_000_000, 290_000_000],
      [1_060_000_000, 290_000_000],
    ]
    const index = new StreetIndex(streetsOf([dot]))
    expect(index.nearest(1_060_000_000, 290_000_000, 1, () => true)).toMatchObject({
      share: 0,
      meters: 0,
    })
  })

  it('says how far along the street the nearest point lies', () => {
    const street: [number, number][] = [
      [1_060_000_000, 290_000_000],
      [1_060_000_000, 291_000_000],
      [1_060_000_000, 294_000_000],
    ]
    const index = new StreetIndex(streetsOf([street]))
    expect(index.nearest(1_060_100_000, 292_000_000, 1e6, () => true)?.share).toBeCloseTo(0.5, 6)
    expect(index.nearest(1_060_100_000, 299_000_000, 1e6, () => true)?.share).toBe(1)
  })

  it('knows nothing beyond the limit, and nothing that is not accepted', () => {
    const near: [number, number][] = [
      [1_060_000_000, 290_000_000],
      [1_060_000_000, 290_001_000],
    ]
    const far: [number, number][] = near.map(([lng, lat]) => [lng + 1_000_000, lat])
    const index = new StreetIndex(streetsOf([near, far]))
    expect(index.nearest(1_059_990_000, 290_000_000, 50, () => true)).toBeNull()
    expect(index.nearest(1_059_990_000, 290_000_000, 1e6, (one) => one === 1)?.street).toBe(1)
  })

  it('counts the ends alone where asked to', () => {
    const street: [number, number][] = [
      [1_060_000_000, 290_000_000],
      [1_060_000_000, 290_100_000],
    ]
    const index = new StreetIndex(streetsOf([street]))
    const found = index.nearest(1_060_010_000, 290_040_000, 1e6, () => true, true)
    expect(found?.share).toBe(0)
    expect(found?.meters).toBeCloseTo(Math.hypot(97.3, 444.8), 0)
  })

  it('finds every street whose box meets a box', () => {
    fc.assert(
      fc.property(anyStreets, place, place, (lines, a, b) => {
        const box = [
          Math.min(a[0], b[0]),
          Math.min(a[1], b[1]),
          Math.max(a[0], b[0]),
          Math.max(a[1], b[1]),
        ] as const
        const found: number[] = []
        new StreetIndex(streetsOf(lines)).forEachIn(box, (street) => found.push(street))
        const expected = lines.flatMap((line, street) => {
          const [lngs, lats] = [line.map(([lng]) => lng), line.map(([, lat]) => lat)]
          const meets =
            Math.min(...lngs) <= box[2] &&
            Math.max(...lngs) >= box[0] &&
            Math.min(...lats) <= box[3] &&
            Math.max(...lats) >= box[1]
          return meets ? [street] : []
        })
        expect(found.sort((p, q) => p - q)).toEqual(expected)
      }),
    )
  })
})
