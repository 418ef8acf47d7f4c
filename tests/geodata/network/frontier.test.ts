// Does the frontier return every node, cheapest first, however many wait?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Frontier } from '#geodata/network/frontier.ts'

function takeAll(frontier: Frontier): [cost: number, node: number][] {
  const taken: [number, number][] = []
  while (frontier.count > 0) taken.push([frontier.cheapestCost, frontier.pop()])
  return taken
}

const byCostThenNode = ([a, m]: [number, number], [b, n]: [number, number]) => a - b || m - n

describe('frontier', () => {
  it('returns what was put in, sorted by cost, and no cost without its node', () => {
    const entries = fc.array(fc.tuple(fc.nat(50), fc.nat(9)), { maxLength: 60 })
    fc.assert(
      fc.property(entries, (waiting) => {
        const frontier = new Frontier()
        for (const [cost, node] of waiting) frontier.push(cost, node)
        const taken = takeAll(frontier)
        expect(taken.map(([cost]) => cost)).toEqual(
          waiting.map(([cost]) => cost).sort((a, b) => a - b),
        )
        expect(taken.sort(byCostThenNode)).toEqual(waiting.sort(byCostThenNode))
      }),
    )
  })

  it('holds more nodes than it was made for', () => {
    const frontier = new Frontier()
    for (let node = 1000; node > 0; node--) frontier.push(2 * node, node)
    expect(takeAll(frontier)).toEqual(Array.from({ length: 1000 }, (_, i) => [2 * i + 2, i + 1]))
  })

  it('is empty once cleared', () => {
    const frontier = new Frontier()
    frontier.push(5, 7)
    frontier.clear()
    frontier.push(9, 3)
    expect(takeAll(frontier)).toEqual([[9, 3]])
  })
})
