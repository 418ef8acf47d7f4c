// Does an area measure what the sphere has, whichever way its rings wind?
import { expect, it } from 'vitest'
import { squareKilometersOf } from '#geodata/geometry/square-kilometers.ts'
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
