// Do classes break where the values do? Against every way of parting a short list.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { naturalBreaks } from '#web/state/region/class-breaks.ts'

const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 9 })

function varianceOf(group: readonly number[]): number {
  const mean = group.reduce((sum, value) => sum + value, 0) / group.length
  return group.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}

/** The least sum of variances over every way to part sorted distinct values into `classes`. */
function leastByHand(
  sorted: readonly number[],
  distinct: readonly number[],
  classes: number,
): number {
  if (classes === 1) return varianceOf(sorted)
  return Math.min(
    ...distinct.slice(classes - 1).map((start) => {
      const last = sorted.filter((value) => value >= start)
      const rest = sorted.filter((value) => value < start)
      return (
        varianceOf(last) +
        leastByHand(
          rest,
          distinct.filter((value) => value < start),
          classes - 1,
        )
      )
    }),
  )
}

it('leaves the least variance within the classes', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 4 }), (list, most) => {
      const sorted = list.toSorted((a, b) => a - b)
      const distinct = [...new Set(sorted)]
      const classes = naturalBreaks(list, most)
      const within = classes.reduce(
        (sum, { low, high }) =>
          sum + varianceOf(sorted.filter((value) => value >= low && value <= high)),
        0,
      )
      expect(within).toBeCloseTo(leastByHand(sorted, distinct, classes.length), 6)
    }),
  )
})

it('holds every value in exactly one class, in order, never parting equal ones', () => {
  fc.assert(
    fc.property(values, (list) => {
      const classes = naturalBreaks(list, 5)
      for (const value of list) {
        expect(classes.filter(({ low, high }) => value >= low && value <= high)).toHaveLength(1)
      }
      expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(list.length)
      expect(classes).toHaveLength(Math.min(5, new Set(list).size))
    }),
  )
})

it('has no class where nothing is known', () => {
  expect(naturalBreaks([], 5)).toEqual([])
})
