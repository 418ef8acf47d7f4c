// Small drawings: the same frame means the same scale.
import { expect, it } from 'vitest'
import { frameAround, kilometersAcross, pathOf, project } from '#web/charts/frame.ts'
import { axisEndMinutes } from '#web/charts/minutes-strip.tsx'

const frame = frameAround(
  [
    [106, 29],
    [107, 30],
  ],
  20,
  320,
  200,
)

it('holds every place with its margin', () => {
  for (const place of [
    [106, 29],
    [107, 30],
  ] as const) {
    const [x, y] = project(frame, place)
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(320)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(200)
  }
})

it('draws as many units per kilometer east as north', () => {
  const [x0, y0] = project(frame, [106, 29.5])
  const [x1] = project(frame, [106 + 10 / (111.32 * Math.cos((29.5 * Math.PI) / 180)), 29.5])
  const [, y1] = project(frame, [106, 29.5 + 10 / 111.32])
  expect(x1 - x0).toBeCloseTo(y0 - y1, 1)
  expect(kilometersAcross(frame)).toBeCloseTo((320 / (x1 - x0)) * 10, 0)
})

it('writes one subpath per ring, holes included', () => {
  const ring = [
    [106, 29],
    [107, 29],
    [107, 30],
    [106, 29],
  ]
  expect(pathOf(frame, [[ring, ring], [ring]]).match(/M/g)).toHaveLength(3)
})

it('ends the axis of minutes on a half hour, at two hours or more', () => {
  expect(axisEndMinutes([{ minutes: 47 }])).toBe(120)
  expect(axisEndMinutes([{ minutes: 131 }])).toBe(150)
})
