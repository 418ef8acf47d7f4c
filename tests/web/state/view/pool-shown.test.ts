// Does an address hold what is seen of the project pool?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodePool, encodePool, UNNAMED_SIDE } from '#web/state/view/pool-shown.ts'

it('keeps a side and the opened project, whatever they are called', () => {
  const word = fc.option(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), {
    nil: null,
  })
  fc.assert(
    fc.property(word, word, (side, opened) => {
      // What breaks off within a character is no text.
      fc.pre([side, opened].every((text) => text === null || text.isWellFormed()))
      fc.pre([side, opened].every((text) => text === null || text.length <= 120))
      expect(decodePool(encodePool({ side, opened }))).toEqual({ side, opened })
    }),
  )
})

it('reads as a person would write it, and leaves what it does not understand at its default', () => {
  expect(encodePool({ side: null, opened: null })).toBe('')
  expect(encodePool({ side: UNNAMED_SIDE, opened: 'P,1' })).toBe('side:%20,open:P%2C1')
  expect(decodePool(null)).toEqual({ side: null, opened: null })
  expect(decodePool('side:%E6%B')).toEqual({ side: null, opened: null })
})
