// In which order is a ranking read, and what is counted of each candidate then?
import type { SitingTerm } from '#geodata/contract/processes/siting.ts'
import type { Candidate } from '#web/state/answers/siting-rank.ts'
import type { SiteOrder } from '#web/state/view/view.ts'

/** Its mean minutes to the vehicle plants; null: it reaches none. */
export function plantMinutesOf({ terms }: Candidate): SitingTerm | null {
  const term = terms.find(({ criterion }) => criterion === 'plantMinutes')
  return term?.known ? term : null
}

/** How many criteria and needs nothing is known of, or not enough. */
export function doubtsOf({ terms, needs }: Candidate): number {
  const open = needs.filter(({ standing }) => standing === 'unknown' || standing === 'perhaps')
  return terms.filter(({ known }) => !known).length + open.length
}

/** The ranking as it is read; ties stay in the order of the score. */
export function inOrder(ranking: readonly Candidate[], order: SiteOrder): readonly Candidate[] {
  if (order === 'score') return ranking
  const key = (one: Candidate) =>
    order === 'doubts' ? doubtsOf(one) : (plantMinutesOf(one)?.raw ?? Number.POSITIVE_INFINITY)
  return ranking
    .map((one) => ({ one, by: key(one) }))
    .sort((a, b) => compared(a.by, b.by))
    .map(({ one }) => one)
}

/** Infinity less Infinity is no number. */
function compared(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
