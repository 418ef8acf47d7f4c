// Does a pair of places take in every draw what its points take, whatever the conditions of the roads?
import { expect, it } from 'vitest'
import { drawMinutes, type Ways } from '#geodata/analysis/doubt/clouds.ts'

const WAYS: Ways = {
  rows: 2,
  columns: 2,
  minutes: Float32Array.of(4, 10, 20, 30),
  meters: Float32Array.of(1, 2, 3, 4),
  leastMinutes: 4,
  mostMinutes: 30,
}
const HERE = Uint8Array.of(0, 0, 1, 1)
const THERE = Uint8Array.of(0, 1, 0, 1)

function drawn(here: Uint8Array | null, there: Uint8Array | null, shift: number): number[] {
  const into = new Float64Array(4)
  drawMinutes(into, WAYS, here, there, Float64Array.of(1, 1, 1, 2), shift)
  return [...into]
}

it('reads the way between the points of the draw, times the factor of all driving', () => {
  expect(drawn(HERE, THERE, 0)).toEqual([4, 10, 20, 60])
  expect(drawn(HERE, null, 0)).toEqual([4, 4, 20, 40])
  expect(drawn(null, THERE, 0)).toEqual([4, 10, 4, 20])
  expect(drawn(null, null, 0)).toEqual([4, 4, 4, 8])
})

it('moves every way by what the conditions change, and none below nothing', () => {
  expect(drawn(HERE, THERE, 5)).toEqual([9, 15, 25, 70])
  expect(drawn(HERE, THERE, -6)).toEqual([0, 4, 14, 48])
  expect(drawn(null, null, -6)).toEqual([0, 0, 0, 0])
})
