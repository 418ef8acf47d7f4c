// Does the address keep what the matrix shows, and only what can be shown?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GRAINS } from '#geodata/contract/processes/coverage.ts'
import { DEFAULT_MATRIX, decodeMatrix, encodeMatrix } from '#web/state/view/matrix.ts'
import { DEFAULT_VIEW, decodeView, encodeView } from '#web/state/view/view.ts'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/)
const anyMatrix = fc.record({
  grain: fc.constantFrom(...GRAINS),
  withinMinutes: fc.option(fc.integer({ min: 1, max: 600 })),
  thinFirms: fc.integer({ min: 1, max: 50 }),
  duplicatedParks: fc.integer({ min: 1, max: 50 }),
  duplicatedShare: fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20),
  destinationId: fc.option(id),
  opened: fc.array(id, { maxLength: 4 }),
  cell: fc.option(
    fc.record({
      rowId: fc.oneof(
        id,
        fc.tuple(id, id).map(([segment, product]) => `${segment}/${product}`),
      ),
      columnId: id,
    }),
  ),
})

it('reads back from the address what was seen', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      expect(decodeMatrix(encodeMatrix(matrix))).toEqual(matrix)
      const view = { ...DEFAULT_VIEW, matrix }
      expect(decodeView(`?${encodeView(view)}`).matrix).toEqual(matrix)
    }),
  )
})

it('leaves out what is default, and takes the default for what cannot be', () => {
  expect(encodeMatrix(DEFAULT_MATRIX)).toBe('')
  for (const text of [
    'grain:province',
    'within:0',
    'within:601',
    'within:soon',
    'thin:0',
    'share:2',
    'cell:battery',
    ':',
    '%%%',
  ]) {
    expect(decodeMatrix(text), text).toEqual(DEFAULT_MATRIX)
  }
})
