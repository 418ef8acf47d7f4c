// Do the charts of the comparison put values where they belong?
import { expect, it } from 'vitest'
import { lanesOf, movedApart } from '#geodata/drawing/charts/lanes.ts'
import { alongAxis, minutesAxis } from '#geodata/drawing/charts/minutes-row.ts'
import { radarPath, radarPlace } from '#geodata/drawing/charts/radar.ts'
import { titleLines } from '#geodata/drawing/charts/title-lines.ts'
import { domainOf, placeIn } from '#geodata/drawing/charts/weight-lines.ts'
import { mixPlace, winnersOf } from '#geodata/drawing/charts/winner-triangle.ts'
import { frameAround, project } from '#web/charts/frame.ts'
import { scaleBarSpots } from '#web/charts/map-ground.tsx'
import { ringLabelPlace } from '#web/charts/ring-label.ts'

const rounded = (place: readonly number[]) => place.map((one) => Math.round(one))
const value = (points: number) => ({ points, low: points, high: points, known: true })

it('draws the first axis of a radar upward and the others clockwise, nothing at the middle', () => {
  const middle = radarPlace(0, 4, 0)
  for (const axis of [1, 2, 3]) expect(rounded(radarPlace(axis, 4, 0))).toEqual(rounded(middle))
  const [up, right, down, left] = [0, 1, 2, 3].map((axis) => radarPlace(axis, 4, 100))
  expect(up?.[1]).toBeLessThan(middle[1])
  expect(right?.[0]).toBeGreaterThan(middle[0])
  expect(down?.[1]).toBeGreaterThan(middle[1])
  expect(left?.[0]).toBeLessThan(middle[0])
  const half = radarPlace(1, 4, 50)
  expect(half[0] - middle[0]).toBeCloseTo(((right?.[0] ?? 0) - middle[0]) / 2)
})

it('closes the outline of a shape, and opens it where nothing is measured', () => {
  const whole = radarPath([value(10), value(20), value(30)])
  expect(whole.match(/M/g)).toHaveLength(1)
  expect(whole.match(/L/g)).toHaveLength(3)
  const open = radarPath([value(10), null, value(30), value(40)])
  expect(open.match(/M/g)).toHaveLength(2)
  // From the third to the fourth, and on to the first.
  expect(open.match(/L/g)).toHaveLength(2)
})

it('lays marks that would cover each other in lanes of their own', () => {
  expect(lanesOf([10, 50, 90], 5)).toEqual([0, 0, 0])
  expect(lanesOf([50, 52, 51, 90], 5)).toEqual([0, 2, 1, 0])
})

it('moves letters apart within the ends and keeps their order', () => {
  expect(movedApart([20, 21, 60], 10, [0, 100])).toEqual([20, 30, 60])
  expect(movedApart([99, 95], 10, [0, 100])).toEqual([100, 90])
})

it('ends the axis of minutes on the next step past the farthest, at an hour or more', () => {
  expect(minutesAxis([12])).toEqual({ end: 60, ticks: [0, 30, 60] })
  expect(minutesAxis([61]).end).toBe(90)
  expect(minutesAxis([279.3])).toEqual({ end: 300, ticks: [0, 60, 120, 180, 240, 300] })
  expect(alongAxis(0, 120)).toBeCloseTo(0.02)
  expect(alongAxis(60, 120)).toBeCloseTo(0.5)
  expect(alongAxis(120, 120)).toBeCloseTo(0.98)
})

it('draws scores over the share of a weight between whole tens that hold every band', () => {
  const domain = domainOf([
    { index: 0, none: 71, all: 44.7, band: [{ share: 1, low: 34, high: 52 }] },
    { index: 1, none: 59, all: 64, band: [{ share: 0, low: 51, high: 73 }] },
  ])
  expect(domain).toEqual({ low: 30, high: 80 })
  const [low, high] = [placeIn(domain, 0, 30), placeIn(domain, 1, 80)]
  expect(high.x).toBeGreaterThan(low.x)
  expect(high.y).toBeLessThan(low.y)
  expect(placeIn(domain, 0.5, 55)).toEqual({ x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 })
})

it('puts the corners of the triangle up, left and right, and an even mix in its middle', () => {
  const [top, left, right] = [mixPlace([1, 0, 0]), mixPlace([0, 1, 0]), mixPlace([0, 0, 1])]
  expect(top[1]).toBeLessThan(left[1])
  expect(left[1]).toBeCloseTo(right[1])
  expect(left[0]).toBeLessThan(right[0])
  expect(top[0]).toBeCloseTo((left[0] + right[0]) / 2)
  const middle = [0, 1].map(
    (axis) => ((top[axis] ?? 0) + (left[axis] ?? 0) + (right[axis] ?? 0)) / 3,
  )
  // Shares are of all weight: only their proportion counts.
  expect(rounded(mixPlace([0.2, 0.2, 0.2]))).toEqual(rounded(middle))
})

it('names each winner once, in a mix that it wins', () => {
  const mixes = [
    { shares: [1, 0, 0] as const, first: [2] },
    { shares: [0.5, 0.5, 0] as const, first: [0, 2] },
    { shares: [0, 1, 0] as const, first: [0] },
    { shares: [0, 0, 1] as const, first: [0] },
  ]
  const winners = winnersOf(mixes)
  expect(winners.map(({ index }) => index)).toEqual([0, 2])
  expect(winners[1]?.at).toEqual(mixPlace([1, 0, 0]))
  expect([mixPlace([0, 1, 0]), mixPlace([0, 0, 1])]).toContainEqual(winners[0]?.at)
})

it('breaks titles between English words and anywhere in Chinese', () => {
  expect(titleLines('Mean to vehicle plants', 14)).toEqual(['Mean to', 'vehicle plants'])
  expect(titleLines('到最近港口或铁路站', 14)).toEqual(['到最近港口或铁', '路站'])
  expect(titleLines('60 分内整车厂', 14)).toEqual(['60 分内整车厂'])
})

it('writes the minutes of a ring on its side in the direction asked, clear of marks', () => {
  const origin = [106, 29] as const
  const frame = frameAround([origin], 50, 320, 200)
  const ring = [
    [106, 29.2],
    [106.2, 29],
    [106, 28.8],
    [105.8, 29],
    [106, 29.2],
  ]
  const at = (direction: number, marks: [number, number][] = []) =>
    ringLabelPlace({ frame, coordinates: [[ring]], origin, direction, marks })
  const [east, south] = [project(frame, [106.2, 29]), project(frame, [106, 28.8])]
  expect(at(95)).toEqual(east)
  expect(at(95, [east])).toEqual(south)
})

it('keeps what is written over the map off the scale bar and its figure', () => {
  const frame = frameAround([[106.5, 29.5]], 60, 320, 200)
  const spots = scaleBarSpots(frame)
  expect(new Set(spots.map(([, y]) => y))).toEqual(new Set([190]))
  const ends = spots.map(([x]) => x)
  expect(ends[0]).toBe(10)
  // The bar is a third of the drawing at most; its figure stands behind it.
  expect(ends.at(-1)).toBeGreaterThan(60)
  for (const [at, x] of ends.entries()) if (at > 0) expect(x - (ends[at - 1] ?? 0)).toBe(12)
})
