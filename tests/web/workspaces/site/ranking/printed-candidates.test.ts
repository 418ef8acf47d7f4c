// Which candidates have a page of their own on paper?
import { expect, it } from 'vitest'
import { pinCandidateId } from '#web/state/answers/compare.ts'
import type { Candidate } from '#web/state/answers/siting-rank.ts'
import { DEFAULT_VIEW } from '#web/state/view/view.ts'
import { printedCandidates } from '#web/workspaces/site/ranking/printed-candidates.ts'

const ranking = ['a', 'b', 'c', 'd', 'e', 'f', 'pin'].map((id) => ({ id }) as Candidate)
const idsOf = (of: Partial<typeof DEFAULT_VIEW>) => {
  const { because, candidates } = printedCandidates(ranking, { ...DEFAULT_VIEW, ...of })
  return [because, candidates.map(({ id }) => id)]
}

it('prints the first five, as the list is read', () => {
  expect(idsOf({})).toEqual(['first', ['a', 'b', 'c', 'd', 'e']])
})

it('prints those being compared instead, the own pin among them, and nobody who is not ranked', () => {
  const pin = [106.5, 29.6] as const
  const compared = ['f', 'gone', pinCandidateId(pin), 'b']
  expect(idsOf({ pin, compared })).toEqual(['compared', ['b', 'f', 'pin']])
  expect(idsOf({ compared: ['gone'] })).toEqual(['first', ['a', 'b', 'c', 'd', 'e']])
})
