// Who is ahead of whom when scores are intervals, and what do other weights make of the same values?
//
// score = 100 × Σ weight × value, the weights scaled to sum to one. The interval of a rank is exact
// where doubts are independent: at best everyone else is at their low end and only those still above
// your high end are ahead; at worst everyone is at their high end.
import type {
  IndexedPark,
  IndexTermDefinition,
  IndexTermValue,
} from '#geodata/contract/processes/park-index.ts'

type Scored = { score: number; scoreLow: number; scoreHigh: number }

/** The ranks each may have, from 1; the first for those above everyone. */
export function rankIntervals(scored: readonly Scored[]): { rankLow: number; rankHigh: number }[] {
  return scored.map((one) => ({
    rankLow: 1 + scored.filter((other) => other.scoreLow > one.scoreHigh).length,
    rankHigh: 1 + scored.filter((other) => other !== one && other.scoreHigh > one.scoreLow).length,
  }))
}

/** Weights by term, scaled to sum to one; all zero: equal ones. */
export function scaledShares(raw: readonly (readonly [string, number])[]): Map<string, number> {
  const sum = raw.reduce((total, [, weight]) => total + weight, 0)
  return new Map(raw.map(([id, weight]) => [id, sum > 0 ? weight / sum : 1 / raw.length]))
}

type Unranked = Omit<IndexedPark, 'rank' | 'rankLow' | 'rankHigh' | keyof Scored>

/** The parks scored, ordered and ranked under the weights asked; absent weights stay as they are. */
export function rankedUnder(
  terms: readonly IndexTermDefinition[],
  parks: readonly Unranked[],
  asked: Readonly<Record<string, number>>,
): { terms: IndexTermDefinition[]; ranking: IndexedPark[] } {
  const shares = scaledShares(terms.map(({ id, weight }) => [id, asked[id] ?? weight * 100]))
  const shareOf = (id: string) => shares.get(id) ?? 0
  const scored = parks
    .map((park) => scoredUnder(park, shareOf))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  const intervals = rankIntervals(scored)
  return {
    terms: terms.map((term) => ({ ...term, weight: shareOf(term.id) })),
    ranking: scored.map((park, index) => ({
      ...park,
      rank: index + 1,
      rankLow: Math.min(index + 1, intervals[index]?.rankLow ?? 1),
      rankHigh: Math.max(index + 1, intervals[index]?.rankHigh ?? scored.length),
    })),
  }
}

function scoredUnder(park: Unranked, shareOf: (id: string) => number): Unranked & Scored {
  const terms = park.terms.map((term): IndexTermValue => {
    const weight = shareOf(term.criterion)
    return {
      ...term,
      weight,
      contribution: 100 * weight * term.value,
      contributionLow: 100 * weight * term.valueLow,
      contributionHigh: 100 * weight * term.valueHigh,
    }
  })
  const sum = (key: 'contribution' | 'contributionLow' | 'contributionHigh') =>
    terms.reduce((total, term) => total + term[key], 0)
  return {
    ...park,
    terms,
    score: sum('contribution'),
    scoreLow: sum('contributionLow'),
    scoreHigh: sum('contributionHigh'),
  }
}
