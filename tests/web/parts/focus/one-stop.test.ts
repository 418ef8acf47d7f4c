// Where do the keys lead in a row of buttons?
import { expect, it } from 'vitest'
import { stepInRow } from '#web/parts/focus/one-stop.ts'

it('goes on by arrows, round at the ends, and to the ends by Home and End', () => {
  expect(stepInRow('ArrowRight', 1, 4)).toBe(2)
  expect(stepInRow('ArrowDown', 3, 4)).toBe(0)
  expect(stepInRow('ArrowLeft', 0, 4)).toBe(3)
  expect(stepInRow('ArrowUp', 2, 4)).toBe(1)
  expect(stepInRow('Home', 2, 4)).toBe(0)
  expect(stepInRow('End', 2, 4)).toBe(3)
  expect(stepInRow('Enter', 2, 4)).toBeNull()
})
