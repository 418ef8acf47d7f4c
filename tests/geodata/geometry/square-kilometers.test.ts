// Does an area measure what the sphere has, whichever way its rings wind?
import { expect, it } from 'vitest'
import {
  flatRingSquareKilometers,
  squareKilometersOf,
} from '#geodata/geometry/square-kilometers.ts'
import { ringSquareKilometers } from '#tests/support/rings.ts'

const cell = (south: number, side = 1) => [
  [0, south],
  [side, south],
  [side, south + side],
  [0, south + side],
  [0, south],
]

it('measures a square degree at the equator and at 60° as the sphere has them', () => {
  expect(squareKilometersOf([[cell(0)]])).toBeCloseTo(12_363.7, 0)
  expect(squareKilometersOf([[cell(60)]]) / squareKilometersOf([[cell(0)]])).toBeCloseTo(0.4924, 3)
  expect(squareKilometersOf([[cell(0).reverse()]])).toBeCloseTo(12_363.7, 0)
})

it('leaves holes out and adds parts, as the sum of signed rings does', () => {
  const area = [[cell(20, 4), cell(21, 1).reverse()], [cell(40, 2)]]
  const signed = area.flat().reduce((sum, ring) => sum + ringSquareKilometers(ring), 0)
  expect(squareKilometersOf(area)).toBeCloseTo(signed, 6)
})

it('measures a ring that lies flat among others as the same ring of an area', () => {
  const ring = [...cell(20, 4).slice(0, -1), [-1, 22], [0, 20]]
  const flat = Float64Array.from([9, 9, ...ring.flat(), 7, 7])
  const end = 2 + 2 * ring.length
  expect(flatRingSquareKilometers(flat, 2, end)).toBeCloseTo(-squareKilometersOf([[ring]]), 6)
  const turned = Float64Array.from(ring.toReversed().flat())
  expect(flatRingSquareKilometers(turned, 0, turned.length)).toBeCloseTo(
    squareKilometersOf([[ring]]),
    6,
  )
})
