// How many tabs stand on one line?
import { expect, it } from 'vitest'
import { howManyFit } from '#web/parts/controls/use-fitting.ts'

it('shows all that fit, without "more"', () => {
  expect(howManyFit([50, 50, 50], 40, 2, 154)).toBe(3)
})

it('leaves room for "more" where not all fit', () => {
  expect(howManyFit([50, 50, 50], 40, 2, 153)).toBe(2)
  expect(howManyFit([50, 50, 50], 40, 2, 143)).toBe(1)
  expect(howManyFit([50, 50, 50], 40, 2, 20)).toBe(0)
})
