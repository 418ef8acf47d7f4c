// Does every firm of the frame stand for itself or in exactly one group, and no two groups cover one another?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aroundPlace,
  groupsIn,
  toWorld,
  worldPixelsAt,
  worldPlaces,
} from '#geodata/geometry/point-groups.ts'

const lngLat = fc.tuple(
  fc.double({ min: 105, max: 108, noNaN: true }),
  fc.double({ min: 28, max: 31, noNaN: true }),
)
const firms = fc.array(lngLat, { maxLength: 60 })
const zoom = fc.double({ min: 5, max: 14, noNaN: true })
const WORLD = { west: 0, north: 0, east: 1, south: 1 }

describe('groups of firms', () => {
  it('hold every firm of the frame exactly once', () => {
    fc.assert(
      fc.property(firms, zoom, (places, at) => {
        const members = groupsIn(worldPlaces(places), WORLD, at).flatMap((group) => group.members)
        expect(members.toSorted((a, b) => a - b)).toEqual(places.map((_, index) => index))
      }),
    )
  })

  it('leave out what lies outside the frame', () => {
    const inside: [number, number] = [106.5, 29.5]
    const { x, y } = toWorld(inside)
    const frame = { west: x - 0.001, north: y - 0.001, east: x + 0.001, south: y + 0.001 }
    const groups = groupsIn(worldPlaces([[104, 30], inside]), frame, 9)
    expect(groups.map(({ members }) => members)).toEqual([[1]])
  })

  it('lie in the middle of their members, within their bounds', () => {
    fc.assert(
      fc.property(firms, zoom, (places, at) => {
        const world = worldPlaces(places)
        for (const { x, y, members, west, east, north, south } of groupsIn(world, WORLD, at)) {
          const mean = (of: Float64Array) =>
            members.reduce((sum, member) => sum + (of[member] ?? 0), 0) / members.length
          expect(x).toBeCloseTo(mean(world.x), 9)
          expect(y).toBeCloseTo(mean(world.y), 9)
          expect(west <= x + 1e-12 && x <= east + 1e-12).toBe(true)
          expect(north <= y + 1e-12 && y <= south + 1e-12).toBe(true)
        }
      }),
    )
  })

  it('part when the map comes nearer', () => {
    const places = worldPlaces([
      [106.5, 29.5],
      [106.52, 29.5],
    ])
    expect(groupsIn(places, WORLD, 8)).toHaveLength(1)
    expect(groupsIn(places, WORLD, 13)).toHaveLength(2)
  })
})

it('lets firms of one place stand around it, none covering another', () => {
  const { x, y } = toWorld([106.5, 29.5])
  const around = aroundPlace(x, y, 60, 12).map((at) => toWorld(at))
  const pixels = (a: { x: number; y: number }, b: { x: number; y: number }) =>
    Math.hypot(a.x - b.x, a.y - b.y) * worldPixelsAt(12)
  const nearest = Math.min(
    ...around.flatMap((a, index) => around.slice(index + 1).map((b) => pixels(a, b))),
  )
  expect(nearest).toBeGreaterThan(8)
  expect(Math.max(...around.map((at) => pixels(at, { x, y })))).toBeLessThan(90)
})
