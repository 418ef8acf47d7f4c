// Which candidates have a page of their own on paper? Those being compared; where none is, the first of the list.
import { candidateIdOf } from '#web/state/answers/siting.ts'
import type { Candidate } from '#web/state/answers/siting-rank.ts'
import type { View } from '#web/state/view/view.ts'

const FIRST_PAGES = 5

export type PrintedCandidates = { because: 'compared' | 'first'; candidates: readonly Candidate[] }

/** `inOrder`: the ranking as it is read. */
export function printedCandidates(inOrder: readonly Candidate[], of: View): PrintedCandidates {
  const ids = of.compared.map((id) => candidateIdOf(id, of))
  const compared = inOrder.filter(({ id }) => ids.includes(id))
  return compared.length > 0
    ? { because: 'compared', candidates: compared }
    : { because: 'first', candidates: inOrder.slice(0, FIRST_PAGES) }
}
