// Side by side: who is compared, and who is best and worst in a row.
import { describe, expect, it } from 'vitest'
import {
  comparisonInputs,
  pinCandidateId,
  readCompared,
  shownIndex,
  verdicts,
  withCompared,
} from '#web/state/answers/compare.ts'
import { decodeView, encodeView } from '#web/state/view/view.ts'

describe('the compared', () => {
  it('come back from the address, parks and pins alike', () => {
    const pin = pinCandidateId([106.5, 29.5])
    const view = { ...decodeView('?at=compare&segment=battery'), compared: ['P01', pin] }
    const again = decodeView(encodeView(view))
    expect(again.compared).toEqual(['P01', pin])
    expect(comparisonInputs(again)).toMatchObject({
      segmentId: 'battery',
      parkIds: ['P01'],
      pins: [{ id: pin, lngLat: [106.5, 29.5] }],
    })
  })

  it('are never excluded by the hard constraints of the ranking they came from', () => {
    const view = decodeView(
      '?segment=battery&ask=need:landHectares~12,need:segmentAssigned&compare=P01,P02',
    )
    expect(comparisonInputs(view)?.needs?.map(({ isHard }) => isHard)).toEqual([false, false])
  })

  it('are at most four and each only once', () => {
    expect(withCompared(['a', 'b'], 'a')).toEqual(['a', 'b'])
    expect(withCompared(['a', 'b', 'c', 'd'], 'e')).toHaveLength(4)
  })

  it('say so when an entry cannot be read', () => {
    expect(readCompared('pin:here').kind).toBe('unreadable')
    expect(readCompared('pin:106.5,29.5')).toMatchObject({ kind: 'pin', lngLat: [106.5, 29.5] })
  })

  it('always show one that exists', () => {
    expect(shownIndex(decodeView('?compare=P01,P02&shown=7'))).toBe(1)
    expect(shownIndex(decodeView('?compare=P01,P02&shown=0.5'))).toBe(0)
    expect(shownIndex(decodeView(''))).toBe(0)
  })
})

describe('best and worst', () => {
  it('go to the smallest and the largest number of minutes', () => {
    expect(verdicts([47, 30, 72], true)).toEqual([null, 'best', 'worst'])
  })

  it('leave the unknown out instead of counting it as zero', () => {
    expect(verdicts([null, 30, 72], false)).toEqual([null, 'worst', 'best'])
  })

  it('are not given when only one is known or all agree', () => {
    expect(verdicts([5, null, null], true)).toEqual([null, null, null])
    expect(verdicts([5, 5], true)).toEqual([null, null])
  })
})
