// What need not be drawn again.
import { expect, it } from 'vitest'
import { sameData } from '#web/map/same-data.ts'

it('says whether two pieces of JSON say the same', () => {
  const park = (name: string, at: number[], more: object = {}) => ({
    type: 'FeatureCollection',
    features: [{ properties: { name, ...more }, geometry: { coordinates: [at] } }],
  })
  expect(sameData(park('a', [106, 29]), park('a', [106, 29]))).toBe(true)
  const others = [
    park('b', [106, 29]),
    park('a', [106, 29.1]),
    park('a', [106, 29, 0]),
    park('a', [106, 29], { order: undefined }),
    { ...park('a', [106, 29]), features: [] },
    { ...park('a', [106, 29]), features: { 0: park('a', [106, 29]).features[0] } },
    null,
  ]
  expect(others.filter((other) => sameData(park('a', [106, 29]), other))).toEqual([])
  expect(sameData(0, -0)).toBe(false)
  expect(sameData(Number.NaN, Number.NaN)).toBe(true)
})
