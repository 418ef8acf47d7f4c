// Do thirty links between two cities spread into thirty arcs, none on another, none far astray?
import { expect, it } from 'vitest'
import { bowed, bowsOf } from '#web/map/shapes/fan.ts'

it('spreads arcs evenly around the straight line, within a width that does not grow with them', () => {
  for (const count of [1, 2, 5, 30, 100]) {
    const bows = bowsOf(count)
    expect(bows).toHaveLength(count)
    expect(bows.reduce((sum, bow) => sum + bow, 0)).toBeCloseTo(0)
    expect(Math.max(...bows.map(Math.abs))).toBeLessThanOrEqual(0.3 + 1e-9)
    expect(new Set(bows.map((bow) => bow.toFixed(6))).size).toBe(count)
  }
})

it('begins and ends at the cities and passes the middle as far aside as it bows', () => {
  const arc = bowed([0, 0], [10, 0], 0.2)
  expect(arc[0]).toEqual([0, 0])
  expect(arc.at(-1)).toEqual([10, 0])
  expect(Math.max(...arc.map(([, y]) => Math.abs(y!)))).toBeCloseTo(2)
})

it('keeps thirty arcs across a screen at least ten pixels apart in the middle', () => {
  const across = 700
  const middles = bowsOf(30).map((bow) => bowed([0, 0], [across, 0], bow)[16]![1]!)
  const gaps = middles.slice(1).map((y, index) => Math.abs(y - middles[index]!))
  expect(Math.min(...gaps)).toBeGreaterThan(10)
})
