// Does every node get its own place, whatever the order in which an extract lists them?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MISSING, NodePlaces } from '#scripts/basemap/node-places.ts'

it('finds each node that is referred to and placed, and no other', () => {
  const anyIds = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 30 })
  fc.assert(
    fc.property(anyIds, anyIds, fc.boolean(), (refs, listed, inOrder) => {
      const placed = [...new Set(inOrder ? [...listed].sort((a, b) => a - b) : listed)]
      const nodes = new NodePlaces(Float64Array.from(refs))
      for (const id of placed) nodes.put(id, id * 10, id + 100)
      for (let id = -22; id <= 22; id++) {
        const node = nodes.find(id)
        if (refs.includes(id) && placed.includes(id)) {
          expect([nodes.lng7[node], nodes.lat7[node]]).toEqual([id * 10, id + 100])
        } else expect(node).toBe(MISSING)
      }
    }),
  )
})

it('distinguishes nodes that lie in one place', () => {
  const nodes = new NodePlaces(Float64Array.of(7, 5, 7, 2 ** 52))
  for (const id of [5, 7, 2 ** 52]) nodes.put(id, 1, 1)
  expect([5, 7, 2 ** 52].map((id) => nodes.find(id))).toEqual([0, 1, 2])
})
