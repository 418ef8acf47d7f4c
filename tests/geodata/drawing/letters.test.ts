// Can six compared places be told apart without colour?
import { expect, it } from 'vitest'
import { letterLine, letterMark } from '#geodata/drawing/letters.ts'
import { COMPARED_MAXIMUM, letterOf } from '#web/state/answers/compare.ts'

const columns = Array.from({ length: COMPARED_MAXIMUM }, (_, index) => index)

it('gives each of six a letter, a mark and a line that no other has', () => {
  expect(columns.map(letterOf).join('')).toBe('ABCDEF')
  const marks = columns.map((index) => JSON.stringify(letterMark(index, 4)))
  const lines = columns.map((index) => JSON.stringify(letterLine(index)))
  expect(new Set(marks).size).toBe(6)
  expect(new Set(lines).size).toBe(6)
})

it('draws A as a filled disc with a solid line, and F as an open triangle with a double one', () => {
  expect(letterMark(0, 4)).toMatchObject({ isFilled: true, dash: null, drop: 0 })
  expect(letterLine(0)).toEqual({ dash: null, isDouble: false })
  expect(letterMark(5, 4)).toMatchObject({
    d: 'M0 -5.2L5.4 4L-5.4 4z',
    isFilled: false,
  })
  expect(letterLine(5)).toEqual({ dash: null, isDouble: true })
})
