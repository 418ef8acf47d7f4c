// Do partners that stand close together share a mark, and part where the map comes nearer?
import { expect, it } from 'vitest'
import { bundled } from '#web/map/shapes/bundles.ts'

const partner = (id: string, ...at: number[]) => ({ id, at })
const NEAR = [partner('a', 106.5, 29.5), partner('b', 106.52, 29.5), partner('c', 106.51, 29.51)]
const FAR = partner('d', 108.4, 30.8)
const names = (bundles: ReturnType<typeof bundled<ReturnType<typeof partner>>>) =>
  bundles.map(({ members }) => members.map(({ id }) => id).join('')).sort()

it('bundles neighbours in their order far out, and parts them near by', () => {
  expect(names(bundled([...NEAR, FAR], 8))).toEqual(['abc', 'd'])
  expect(names(bundled([...NEAR, FAR], 14))).toEqual(['a', 'b', 'c', 'd'])
})

it('keeps the place of one alone and of several at one place, else takes their middle', () => {
  const [alone] = bundled([FAR], 8)
  expect(alone?.at).toEqual([108.4, 30.8])
  const [same] = bundled([FAR, { ...FAR, id: 'e' }], 8)
  expect(same?.at).toEqual([108.4, 30.8])
  const [middle] = bundled(NEAR, 8)
  expect(middle?.at[0]).toBeCloseTo(106.51, 4)
})
