// Side by side: who is compared.
import { describe, expect, it } from 'vitest'
import {
  movedCompared,
  pinCandidateId,
  readCompared,
  shownIndex,
  takenOf,
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

describe('a list of compared places', () => {
  it('is taken six long and each once; what is left out of it is told', () => {
    const long = 'x'.repeat(81)
    const list = ['a', 'b', 'a', 'c', 'pin:here', 'd', 'e', 'f', 'g', long]
    expect(takenOf(list)).toEqual({
      taken: ['a', 'b', 'c', 'd', 'e', 'f'],
      twice: ['a'],
      beyond: ['g'],
      unreadable: ['pin:here', long],
    })
  })

  it('comes whole out of an address, whatever it holds', () => {
    const seven = ['a', 'b', 'c', 'd', 'e_1', 'f', 'g']
    expect(decodeView(encodeView({ ...decodeView(''), compared: seven })).compared).toEqual(seven)
  })

  it('is moved within by places, and no further than its ends', () => {
    expect(movedCompared(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(movedCompared(['a', 'b', 'c'], 'c', -2)).toEqual(['c', 'a', 'b'])
    expect(movedCompared(['a', 'b', 'c'], 'c', 5)).toEqual(['a', 'b', 'c'])
    expect(movedCompared(['a', 'b'], 'z', 1)).toEqual(['a', 'b'])
  })

  it('keeps in the address whom it is set against, who is hidden, and that differences alone are shown', () => {
    const pin = pinCandidateId([106.5, 29.5])
    const side = { referenceId: pin, hiddenIds: ['P02'], onlyDifferences: true }
    const view = { ...decodeView(''), compared: ['P01', pin, 'P02'], side }
    expect(decodeView(encodeView(view)).side).toEqual(side)
    expect(decodeView('?compare=P01,P02&side=against:9,hidden:x').side).toEqual({
      referenceId: null,
      hiddenIds: [],
      onlyDifferences: false,
    })
  })
})
