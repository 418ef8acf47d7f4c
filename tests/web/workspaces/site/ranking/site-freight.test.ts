// Do the user's factors survive the address, and is a ranking read in the order asked for?
import { expect, it } from 'vitest'
import type { Candidate } from '#web/state/answers/siting-rank.ts'
import { decodeFactors, encodeFactors } from '#web/state/view/freight.ts'
import { DEFAULT_VIEW, decodeView, encodeView } from '#web/state/view/view.ts'
import { doubtsOf, inOrder } from '#web/workspaces/site/ranking/site-order.ts'

it('keeps factors and the order of the list in the address', () => {
  const freight = { price: { low: 5.5, high: 6 }, return: { low: 1, high: 1 } }
  const view = { ...DEFAULT_VIEW, freight, siteOrder: 'doubts' as const }
  expect(decodeView(encodeView(view))).toMatchObject({ freight, siteOrder: 'doubts' })
  expect(encodeView(DEFAULT_VIEW)).toBe('')
})

it('takes no factor whose ends are turned round, unreadable or of another name', () => {
  expect(decodeFactors('price:6~5,toll:x~2,wage:1~2,carbon:0~0.1')).toEqual({
    carbon: { low: 0, high: 0.1 },
  })
  expect(encodeFactors({})).toBe('')
})

function candidate(id: string, minutes: number | null, unknownNeeds = 0): Candidate {
  const known = minutes !== null
  return {
    id,
    terms: [{ criterion: 'plantMinutes', known, raw: minutes }],
    needs: Array.from({ length: unknownNeeds }, () => ({ standing: 'unknown' })),
  } as unknown as Candidate
}

it('reads a ranking by minutes or doubts, ties as ranked, and who reaches no plant last', () => {
  const ranking = [
    candidate('first', null),
    candidate('second', 60, 2),
    candidate('third', 40),
    candidate('fourth', null),
    candidate('fifth', 60),
  ]
  const ids = (order: 'score' | 'minutes' | 'doubts') => inOrder(ranking, order).map(({ id }) => id)
  expect(ids('minutes')).toEqual(['third', 'second', 'fifth', 'first', 'fourth'])
  expect(ids('doubts')).toEqual(['third', 'fifth', 'first', 'fourth', 'second'])
  expect(ids('score')).toEqual(ranking.map(({ id }) => id))
  expect(ranking.map(doubtsOf)).toEqual([1, 2, 0, 1, 0])
})
