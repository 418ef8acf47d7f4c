// Does a set "1" stay a choice that can be taken back, step by step?
import { beforeEach, expect, it } from 'vitest'
import type { Park } from '#geodata/contract/collections.ts'
import { timeFromTheOne, timesFromCandidates } from '#web/state/answers/minutes.ts'
import {
  canUndoDesignation,
  designate,
  theOne,
  undoDesignation,
} from '#web/state/region/designation.ts'
import { parks } from '#web/state/region/lists.ts'
import { takeView, view } from '#web/state/view/store.ts'
import { DEFAULT_VIEW, decodeView, encodeView } from '#web/state/view/view.ts'

const park = (id: string, role: string) => ({ properties: { id, role } }) as unknown as Park
const minutes = (of: number) => ({
  lowSeconds: of * 60,
  centralSeconds: of * 60,
  highSeconds: of * 60,
})

beforeEach(() => {
  takeView(DEFAULT_VIEW)
  while (canUndoDesignation.value) undoDesignation()
  parks.value = [park('near', 'vehicle'), park('far', 'vehicle'), park('parts', 'parts')]
  timesFromCandidates.value = new Map([
    [
      'parts',
      new Map([
        ['far', minutes(50)],
        ['near', minutes(20)],
      ]),
    ],
  ])
})

it('measures to the nearest candidate until one is set, then to that one', () => {
  expect(theOne.value.kind).toBe('undecided')
  expect(timeFromTheOne.value.get('parts')).toEqual(minutes(20))
  designate('far')
  expect(theOne.value).toMatchObject({ kind: 'designated', park: { properties: { id: 'far' } } })
  expect(timeFromTheOne.value.get('parts')).toEqual(minutes(50))
})

it('goes back one setting at a time', () => {
  designate('far')
  designate('far')
  designate('near')
  undoDesignation()
  expect(view.value.designatedParkId).toBe('far')
  undoDesignation()
  expect(view.value.designatedParkId).toBeNull()
  expect(canUndoDesignation.value).toBe(false)
})

it('is kept in the address, and a park that is no candidate is not taken for the "1"', () => {
  designate('far')
  expect(encodeView(view.value)).toContain('one=far')
  expect(decodeView(encodeView(view.value)).designatedParkId).toBe('far')
  takeView(decodeView('one=parts'))
  expect(theOne.value.kind).toBe('undecided')
})
