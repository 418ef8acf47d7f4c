// When two people changed one row, is no change lost and none overwritten unseen?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { threeWay } from '#web/panels/editor/three-way.ts'

const row = fc.record({
  a: fc.constantFrom(1, 2, 3),
  b: fc.constantFrom('x', 'y', null),
  c: fc.constantFrom(['p'], ['p', 'q'], []),
})

it('keeps mine where only I changed, takes theirs where only they did, and asks where both did', () => {
  fc.assert(
    fc.property(row, row, row, (base, mine, theirs) => {
      const { conflicts, merged, takenOver } = threeWay(base, mine, theirs)
      const same = (x: unknown, y: unknown) => JSON.stringify(x) === JSON.stringify(y)
      for (const field of ['a', 'b', 'c'] as const) {
        const [iDid, theyDid] = [!same(base[field], mine[field]), !same(base[field], theirs[field])]
        const isAsked = conflicts.some((one) => one.field === field)
        expect(isAsked).toBe(iDid && theyDid && !same(mine[field], theirs[field]))
        expect(takenOver.includes(field)).toBe(!iDid && theyDid)
        if (!isAsked) expect(merged[field]).toEqual(iDid ? mine[field] : theirs[field])
      }
    }),
  )
})
