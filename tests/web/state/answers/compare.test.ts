// Side by side: who is compared.
import { describe, expect, it } from 'vitest'
import {
  pinCandidateId,
  readCompared,
  shownIndex,
  withCompared,
  withoutCompared,
} from '#web/state/answers/compare.ts'
import { candidateIdOf, PIN_ID, sitingInputs } from '#web/state/answers/siting.ts'
import { decodeView, encodeView } from '#web/state/view/view.ts'

describe('the compared', () => {
  it('come back from the address, parks and pins alike', () => {
    const pin = pinCandidateId([106.5, 29.5])
    const view = { ...decodeView('?at=compare&segment=battery'), compared: ['P01', pin] }
    const again = decodeView(encodeView(view))
    expect(again.compared).toEqual(['P01', pin])
  })

  it('are candidates of the one question that Site asks: same parks, same hard needs', () => {
    const site = decodeView('?segment=battery&ask=need:landHectares~12,need:segmentAssigned')
    const parks = { ...site, workspace: 'compare' as const, compared: ['P01', 'P02'] }
    expect(sitingInputs(parks)).toEqual(sitingInputs(site))
    expect(sitingInputs(parks)?.needs?.map(({ isHard }) => isHard)).toEqual([true, true])
  })

  it('hold the own pin once, under the id it is ranked by, and other pins beside it', () => {
    const [own, other] = [pinCandidateId([106.5, 29.5]), pinCandidateId([106.6, 29.6])]
    const view = {
      ...decodeView('?segment=battery'),
      pin: [106.5, 29.5] as const,
      compared: ['P01', own, other],
    }
    expect(sitingInputs(view)?.pins).toEqual([
      { id: PIN_ID, lngLat: [106.5, 29.5] },
      { id: other, lngLat: [106.6, 29.6] },
    ])
    expect([own, other, 'P01'].map((id) => candidateIdOf(id, view))).toEqual([PIN_ID, other, 'P01'])
  })

  it('are at most six and each only once', () => {
    expect(withCompared(['a', 'b'], 'a')).toEqual(['a', 'b'])
    expect(withCompared(['a', 'b', 'c', 'd', 'e'], 'f')).toHaveLength(6)
    expect(withCompared(['a', 'b', 'c', 'd', 'e', 'f'], 'g')).toHaveLength(6)
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

it('takes one back out of the comparison, and leaves the others in their order', () => {
  expect(withoutCompared(['CQ-N01', 'CQ-N02', 'CQ-N03'], 'CQ-N02')).toEqual(['CQ-N01', 'CQ-N03'])
})
