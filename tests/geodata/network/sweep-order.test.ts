// Do nodes lie by level, then by their arcs, then beside those they hang below?
import { expect, it } from 'vitest'
import { ArcPool } from '#geodata/network/arc-pool.ts'
import { sweepOrder } from '#geodata/network/sweep-order.ts'

function orderOf(level: number[], arcs: [tail: number, head: number][]): number[] {
  const pool = new ArcPool(0)
  for (const [tail, head] of arcs) pool.add(tail, head)
  return [...sweepOrder({ arcs: pool, level: Uint32Array.from(level) })]
}

it('lays nodes of one level by the arcs that lead down to them, then by those that climb', () => {
  const [both, down, up, top] = [0, 1, 2, 3]
  const arcs: [number, number][] = [
    [both, top],
    [top, both],
    [top, down],
    [up, top],
  ]
  expect(orderOf([0, 0, 0, 1], arcs)).toEqual([top, up, down, both])
})

//        6           8       level 2
//      4   5         |             1
//    1 3 7  0 2      9             0      each leaf has two arcs; 7 leads to 4, then to 5
it('lays nodes below the lowest they lead to, branch after branch and tree after tree', () => {
  const arcs: [number, number][] = [
    [4, 6],
    [5, 6],
    [0, 5],
    [0, 6],
    [1, 6],
    [1, 4],
    [2, 6],
    [2, 5],
    [3, 4],
    [3, 6],
    [7, 4],
    [7, 5],
    [9, 8],
    [9, 8],
  ]
  const level = [0, 0, 0, 0, 1, 1, 2, 0, 2, 0]
  expect(orderOf(level, arcs)).toEqual([6, 8, 4, 5, 1, 3, 7, 0, 2, 9])
})
