// Does the second opinion agree with the literature, and where does it break what we would expect?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { topsis } from '#geodata/analysis/decision/topsis.ts'

/** Choosing an aircraft: Hwang and Yoon 1981, Multiple Attribute Decision Making. */
const AIRCRAFT = [
  [2.0, 1500, 20000, 5.5, 5, 9],
  [2.5, 2700, 18000, 6.5, 3, 5],
  [1.8, 2000, 21000, 4.5, 7, 7],
  [2.2, 1800, 20000, 5.0, 5, 5],
]
const CRITERIA = [0.2, 0.1, 0.1, 0.1, 0.2, 0.3].map((weight, k) => ({
  weight,
  moreIsBetter: k !== 3,
}))

it('agrees with Hwang and Yoon’s choice of an aircraft', () => {
  const closeness = topsis(CRITERIA, AIRCRAFT)
  ;[0.643, 0.268, 0.613, 0.312].forEach((printed, i) => {
    expect(closeness?.[i]).toBeCloseTo(printed, 2)
  })
})

const measured = fc.array(
  fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 }),
  { minLength: 2, maxLength: 6 },
)
const THREE = [
  { weight: 0.5, moreIsBetter: true },
  { weight: 0.3, moreIsBetter: false },
  { weight: 0.2, moreIsBetter: true },
]

it('depends neither on units nor on the order of candidates', () => {
  fc.assert(
    fc.property(measured, fc.integer({ min: 2, max: 60 }), (rows, factor) => {
      const plain = topsis(THREE, rows)
      const otherUnit = topsis(
        THREE,
        rows.map(([a = 0, b = 0, c = 0]) => [a, b * factor, c]),
      )
      const backward = topsis(THREE, [...rows].reverse())?.reverse()
      plain?.forEach((closeness, i) => {
        expect(otherUnit?.[i]).toBeCloseTo(closeness, 9)
        expect(backward?.[i]).toBeCloseTo(closeness, 9)
      })
    }),
  )
})

it('puts a candidate that is better in everything above', () => {
  fc.assert(
    fc.property(measured, (rows) => {
      const better = rows[0]!.map((one, k) => (THREE[k]!.moreIsBetter ? one + 1 : one / 2))
      const closeness = topsis(THREE, [...rows, better])!
      expect(closeness.at(-1)!).toBeGreaterThan(closeness[0]!)
    }),
  )
})

it('reverses ranks when a candidate behind both is added, as its header warns', () => {
  const two = [
    { weight: 0.5, moreIsBetter: true },
    { weight: 0.5, moreIsBetter: true },
  ]
  const reversal = fc
    .sample(
      fc.tuple(measured, fc.nat()).map(([rows]) => rows.slice(0, 3).map((row) => row.slice(0, 2))),
      { numRuns: 4000, seed: 7 },
    )
    .find((rows) => {
      const [a, b, c] = rows
      if (!a || !b || !c?.every((one, k) => one <= a[k]! && one <= b[k]!)) return false
      const [aAlone = 0, bAlone = 0] = topsis(two, [a, b]) ?? []
      const [aBeside = 0, bBeside = 0] = topsis(two, [a, b, c]) ?? []
      return (aAlone - bAlone) * (aBeside - bBeside) < 0
    })
  expect(reversal).toBeDefined()
})

it('distinguishes nothing where all measure the same', () => {
  expect(
    topsis(THREE, [
      [1, 2, 3],
      [1, 2, 3],
    ]),
  ).toBeNull()
})
