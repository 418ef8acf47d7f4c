// Do names over the map give way to what floats there, and stay in the frame?
import { expect, it } from 'vitest'
import { around, besideWhatCovers, freePlace, overlaps } from '#web/map/shapes/free-place.ts'

const FRAME = { left: 0, top: 0, width: 400, height: 300 }

it('stands above its city, and below it where a chip covers that', () => {
  const wanted = around(200, 60, 80, 40, 9)
  expect(freePlace(wanted, FRAME, [])).toEqual({ left: 160, top: 11, width: 80, height: 40 })
  const chip = { left: 100, top: 10, width: 200, height: 44 }
  expect(freePlace(wanted, FRAME, [chip])).toEqual({ left: 160, top: 69, width: 80, height: 40 })
})

it('stands beside its city where above and below are out of the frame or taken', () => {
  const below = { left: 150, top: 50, width: 100, height: 60 }
  const box = freePlace(around(200, 30, 80, 40, 9), FRAME, [below])
  expect(box).toEqual({ left: 209, top: 10, width: 80, height: 40 })
})

it('is not said where there is no room for it at all', () => {
  expect(freePlace(around(200, 60, 80, 40, 9), FRAME, [FRAME])).toBeNull()
})

it('moves along the edge of the frame past what covers it', () => {
  const atEdge = { left: 0, top: 20, width: 90, height: 44 }
  const chip = { left: 0, top: 10, width: 250, height: 44 }
  const box = freePlace(besideWhatCovers(atEdge, [chip]), FRAME, [chip])
  expect(box).toEqual({ left: 0, top: 58, width: 90, height: 44 })
  expect(overlaps(atEdge, chip)).toBe(true)
})
