// Are neighbours along the curve neighbours on the ground, and is none lost?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hilbertOrder } from '#geodata/network/street/hilbert.ts'

const SIDE = 16

it('walks over a square grid in single steps, and visits every place', () => {
  for (const [lng, lat] of [
    [0, 0],
    [-1_000, 1_060_000_000],
    [1_800_000_000, -900_000_000],
  ] as const) {
    const places = Array.from({ length: SIDE * SIDE }, (_, i) => [
      lng + 1000 * (i % SIDE),
      lat + 1000 * Math.floor(i / SIDE),
    ])
    const walk = [...hilbertOrder(Float64Array.from(places.flat()))].map((i) => places[i]!)
    expect(new Set(walk).size).toBe(SIDE * SIDE)
    const steps = walk.slice(1).map(([x, y], i) => {
      const [beforeX, beforeY] = walk[i]!
      return Math.abs(x! - beforeX!) + Math.abs(y! - beforeY!)
    })
    expect(new Set(steps)).toEqual(new Set([1000]))
  }
})

it('measures both axes alike, so that a long strip is walked from end to end', () => {
  const strip = Array.from({ length: 50 }, (_, i) => [1_000_000 * ((i * 7) % 50), i % 2])
  const along = [...hilbertOrder(Int32Array.from(strip.flat()))].map((i) => strip[i]![0]!)
  expect(along).toEqual(along.toSorted((a, b) => a - b))
  const upright = strip.map(([x, y]) => [y!, x!])
  const up = [...hilbertOrder(Int32Array.from(upright.flat()))].map((i) => upright[i]![1]!)
  expect(up.toSorted((a, b) => a - b)).toEqual(along)
})

it('keeps places of one cell as they came, and knows no places as well', () => {
  expect([...hilbertOrder(Int32Array.of(5, 5, 5, 5, 5, 5))]).toEqual([0, 1, 2])
  expect([...hilbertOrder(new Int32Array(0))]).toEqual([])
})

it('names every index once, whatever the places', () => {
  const places = fc.array(fc.tuple(fc.integer(), fc.integer()), { maxLength: 60 })
  fc.assert(
    fc.property(places, (pairs) => {
      const order = [...hilbertOrder(Int32Array.from(pairs.flat()))]
      expect(order.sort((a, b) => a - b)).toEqual(pairs.map((_, i) => i))
    }),
  )
})
