// Is the part that is kept the largest whose states all reach one another?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { largestComponent } from '#geodata/network/street/components.ts'

function componentOf(stateCount: number, edges: readonly (readonly [number, number])[]): number[] {
  const rows = Array.from({ length: stateCount }, (_, state) =>
    edges.filter(([from]) => from === state).map(([, to]) => to),
  )
  const firstEdge = new Uint32Array(stateCount + 1)
  rows.forEach((row, state) => {
    firstEdge[state + 1] = firstEdge[state]! + row.length
  })
  const marks = largestComponent(firstEdge, Uint32Array.from(rows.flat()))
  expect(marks).toHaveLength(stateCount)
  return [...marks.keys()].filter((state) => marks[state] === 1)
}

/** Sizes of the parts by asking for every pair whether one reaches the other (Warshall 1962). */
function parts(stateCount: number, edges: readonly (readonly [number, number])[]): number[][] {
  const reaches = Array.from({ length: stateCount }, (_, a) =>
    Array.from({ length: stateCount }, (_, b) => a === b),
  )
  for (const [from, to] of edges) reaches[from]![to] = true
  for (let via = 0; via < stateCount; via++) {
    for (let a = 0; a < stateCount; a++) {
      for (let b = 0; b < stateCount; b++) {
        if (reaches[a]![via]! && reaches[via]![b]!) reaches[a]![b] = true
      }
    }
  }
  return reaches.map((row, a) => [...row.keys()].filter((b) => row[b]! && reaches[b]![a]!))
}

it('is one of the largest parts, on any rows', () => {
  const rows = fc.integer({ min: 1, max: 12 }).chain((stateCount) => {
    const state = fc.nat(stateCount - 1)
    const edges = fc.array(fc.tuple(state, state), { maxLength: 2 * stateCount })
    return fc.record({ stateCount: fc.constant(stateCount), edges })
  })
  fc.assert(
    fc.property(rows, ({ stateCount, edges }) => {
      const found = componentOf(stateCount, edges)
      const expected = parts(stateCount, edges)
      expect(expected).toContainEqual(found)
      expect(found).toHaveLength(Math.max(...expected.map((part) => part.length)))
    }),
    { numRuns: 500 },
  )
})

it('is a ring and not the streets that lead into it or out of it', () => {
  const edges = [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 1],
    [3, 4],
  ] as const
  expect(componentOf(5, edges)).toEqual([1, 2, 3])
})

it('is the first found of equally large ones', () => {
  const pairs = [
    [0, 1],
    [1, 0],
    [2, 3],
    [3, 2],
  ] as const
  expect(componentOf(4, pairs)).toEqual([0, 1])
})
