// Is an answer with drawn areas written as JSON.stringify writes it, number by number?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerText } from '#geodata/analysis/answering/answer-text.ts'
import { DrawnArea } from '#geodata/analysis/isochrone/outline/drawn-area.ts'

const rounded = fc.integer({ min: -180e6, max: 180e6 }).map((millionths) => millionths / 1e6)
const number = fc.oneof(
  { weight: 4, arbitrary: rounded },
  fc.integer({ min: -1100, max: 1100 }),
  fc.constantFrom(0, -0, 1e-6, -1e-6, 1e-7, 999.999999, 2147.483647, 2147.483648, 1e21, -5e-324),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const ring = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 6 })
const polygons = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { maxLength: 3 })

const collection = (geometries: readonly unknown[], others: object) => ({
  type: 'FeatureCollection' as const,
  features: geometries.map((geometry, cutoffMinutes) => ({
    type: 'Feature' as const,
    geometry,
    properties: { cutoffMinutes, name: '重庆 "é"' },
  })),
  ...others,
})

describe('the text of an answer', () => {
  it('is that of the same areas as arrays within arrays, whatever their numbers', () => {
    fc.assert(
      fc.property(fc.array(polygons, { maxLength: 3 }), fc.boolean(), (areas, isAlone) => {
        const others = isAlone ? {} : { exits: null, basis: { name: '骨架' } }
        const plain = areas.map((coordinates) => ({ type: 'MultiPolygon', coordinates }))
        const expected = JSON.stringify(collection(plain, others))
        expect(answerText(collection(areas.map(DrawnArea.of), others))).toBe(expected)
        // Readers that know nothing of drawn areas see the same.
        expect(JSON.stringify(collection(areas.map(DrawnArea.of), others))).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('has room for areas larger than the last', () => {
    const long = Array.from({ length: 20_000 }, (_, i): [number, number] => [i / 3, i / 1e6])
    const text = answerText(collection([DrawnArea.of([[long]])], {}))
    expect(JSON.parse(text).features[0].geometry.coordinates).toEqual([[long]])
  })

  it('is what JSON.stringify writes where there are no drawn areas', () => {
    const answer = collection([{ type: 'Point', coordinates: [1, 2] }], { numberMatched: 1 })
    expect(answerText(answer)).toBe(JSON.stringify(answer))
    expect(answerText({ ranking: [1.5] })).toBe('{"ranking":[1.5]}')
  })
})
