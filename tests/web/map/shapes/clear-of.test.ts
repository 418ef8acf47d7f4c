// Does a circle leave the symbols free that it would lie under, and stay where it belongs?
import { expect, it } from 'vitest'
import { clearOf } from '#web/map/shapes/clear-of.ts'

it('moves a circle off the symbols that would cover its number, and never far', () => {
  const ring = { x: 100, y: 100, radius: 10 }
  const beside = clearOf({ x: 104, y: 100, radius: 8 }, [ring])
  expect(beside.x).toBeCloseTo(118)
  expect(beside.y).toBeCloseTo(100)
  expect(clearOf({ x: 150, y: 100, radius: 8 }, [ring])).toEqual({ x: 150, y: 100 })
  const onIt = clearOf({ x: 100, y: 100, radius: 8 }, [ring])
  expect(Math.hypot(onIt.x - 100, onIt.y - 100)).toBeCloseTo(18)
  const huge = { x: 100, y: 100, radius: 90 }
  expect(clearOf({ x: 104, y: 100, radius: 8 }, [huge])).toEqual({ x: 104, y: 100 })
})
