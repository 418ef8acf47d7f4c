// What is likely of a ranking: ranges, who cannot be told apart, and why one is ahead.

import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { SitingTerm } from '#geodata/contract/processes/siting.ts'
import type { Range } from '#geodata/drawing/charts/score-domain.ts'
import { t } from '#web/messages/index.ts'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import type { Candidate, RankedAnswer } from '#web/state/answers/siting-rank.ts'
import { shownRange } from '#web/state/view/shown-range.ts'

/** The range in force; null while the draws of these weights are not there. */
export function rangeOf(
  { scoreLikely, scoreLow, scoreHigh }: Candidate,
  { isSettled }: RankedAnswer,
): Range | null {
  if (shownRange.value === 'bounds') return [scoreLow, scoreHigh]
  return isSettled ? scoreLikely : null
}

/** Those that nobody can tell apart from the first, itself included; empty where it stands alone. */
export function tiedFirsts({ ranking, isSettled }: RankedAnswer): Candidate[] {
  const tied = ranking.filter(({ group }) => isSettled && group === 1)
  return tied.length > 1 ? tied : []
}

/** Who wins most of the draws; null while those of these weights are not there. */
export function likeliestOf({ ranking, isSettled }: RankedAnswer): Candidate | null {
  if (!isSettled) return null
  return ranking.reduce<Candidate | null>(
    (most, one) => (most && most.chanceFirst >= one.chanceFirst ? most : one),
    null,
  )
}

/** Where it gains most over another, and where it loses most; null where it does neither. */
export function leadOf(
  { terms }: Candidate,
  other: Candidate,
): { gains: SitingTerm | null; loses: SitingTerm | null } {
  const lead = (term: SitingTerm) => {
    const theirs = other.terms.find(({ criterion }) => criterion === term.criterion)
    return term.contribution - (theirs?.contribution ?? 0)
  }
  const known = terms.filter((term) => term.known)
  const sorted = known.toSorted((a, b) => lead(b) - lead(a))
  const [most, least] = [sorted[0], sorted.at(-1)]
  return {
    gains: most && lead(most) > 0 ? most : null,
    loses: least && lead(least) < 0 ? least : null,
  }
}

/** Who is most likely first; and, where another has the highest score, how likely that one is. Empty: not drawn yet. */
export function likeliestSaid(result: RankedAnswer): string[] {
  const [first] = result.ranking
  const likeliest = likeliestOf(result)
  if (!first || !likeliest) return []
  const told = (one: Candidate) => ({
    name: candidateName(one),
    chance: chanceText(one.chanceFirst),
  })
  return [
    t('site.likeliest', told(likeliest)),
    ...(likeliest.id === first.id ? [] : [t('site.likeliestOther', told(first))]),
  ]
}
