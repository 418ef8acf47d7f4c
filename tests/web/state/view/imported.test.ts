// Does the address lead back to the same import, at the same step?
import { expect, it } from 'vitest'
import { decodeImport, encodeImport, NO_IMPORT } from '#web/state/view/imported.ts'
import { placeOf } from '#web/state/view/place.ts'
import { DEFAULT_VIEW, decodeView, encodeView, type View } from '#web/state/view/view.ts'

it('reads back what it wrote, and nothing that is no import', () => {
  for (const one of [
    NO_IMPORT,
    { id: 'a1-b_2', step: null },
    { id: 'a1', step: 'coordinates' },
  ] as const) {
    expect(decodeImport(encodeImport(one))).toEqual(one)
  }
  expect(decodeImport('a1:elsewhere')).toEqual({ id: 'a1', step: null })
  expect([decodeImport('../x'), decodeImport(null)]).toEqual([NO_IMPORT, NO_IMPORT])
})

it('stands in the address of the board', () => {
  const view: View = {
    ...DEFAULT_VIEW,
    layoutView: 'import',
    imported: { id: 'a1', step: 'rows' },
  }
  expect(encodeView(view)).toBe('view=import&import=a1:rows')
  expect(decodeView('view=import&import=a1:rows')).toEqual(view)
})

it('takes another import for a step of the Back button, and another step of it for none', () => {
  const at = (imported: View['imported'], layoutView: View['layoutView'] = 'import') =>
    placeOf({ ...DEFAULT_VIEW, layoutView, imported })
  expect(at({ id: 'a', step: null })).not.toBe(at(NO_IMPORT))
  expect(at({ id: 'a', step: 'rows' })).toBe(at({ id: 'a', step: 'file' }))
  expect(at({ id: 'a', step: null }, 'map')).toBe(at(NO_IMPORT, 'map'))
})
