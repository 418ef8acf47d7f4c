// Do the figures of a small map stay clear of each other and of the marks?
import { expect, it } from 'vitest'
import { labelPlaces } from '#web/charts/label-places.ts'

const size = { width: 200, height: 100 }

it('stand beside their mark, on the other side where that is taken, then above', () => {
  const row = [
    { x: 100, y: 50, text: '53' },
    { x: 112, y: 50, text: '64' },
    { x: 90, y: 50, text: '7' },
  ]
  // The first has its neighbours on both sides, the second is free to the right.
  expect(labelPlaces(row, size)).toEqual([
    { x: 100, y: 43, anchor: 'middle' },
    { x: 118, y: 54, anchor: 'start' },
    { x: 84, y: 54, anchor: 'end' },
  ])
})

it('are left out where nothing is free, at the edge and where a letter stands', () => {
  const letter = [0, 0, 200, 100] as const
  expect(labelPlaces([{ x: 50, y: 50, text: '9' }], size, [letter])).toEqual([null])
  expect(labelPlaces([{ x: 199, y: 50, text: '9' }], size)).toEqual([
    { x: 193, y: 54, anchor: 'end' },
  ])
  expect(labelPlaces([{ x: 50, y: 50, text: '' }], size)).toEqual([null])
})
