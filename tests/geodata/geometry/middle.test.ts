// Where is the middle of a line, however its points are spread?
import { expect, it } from 'vitest'
import { middleOf } from '#geodata/geometry/middle.ts'

it('lies where half of the line is behind, not at its middle point', () => {
  const line: [number, number][] = [
    [106, 29],
    [106, 29.1],
    [106, 29.2],
    [106, 31],
  ]
  const [lng, lat] = middleOf(line)
  expect(lng).toBe(106)
  expect(lat).toBeCloseTo(30, 9)
})

it('counts degrees of longitude for as long as they are there', () => {
  // At 60° north a degree to the east is half as long as one to the north: the way turns before its middle.
  const [lng, lat] = middleOf([
    [10, 60],
    [11, 60],
    [11, 61],
  ])
  expect(lng).toBe(11)
  expect(lat).toBeCloseTo(60.25, 3)
})

it('is the place itself where the line is none', () => {
  expect(middleOf([[106, 29]])).toEqual([106, 29])
  expect(
    middleOf([
      [106, 29],
      [106, 29],
    ]),
  ).toEqual([106, 29])
})
