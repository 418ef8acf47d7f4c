// What would the ranking be with other weights? Answered in the page, from the terms already here.
//
// A term's value (0…1, with low and high where an input is unknown or imprecise) does not depend on
// the weights, so a new score is 100 × Σ weight × value. Ranks stay intervals: a candidate can be as
// good as 1 + the number of others that beat it in every case, and as bad as all those it cannot
// surely beat.
import type { CriterionId, SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'

export type Weights = Readonly<Record<CriterionId, number>>
export type Candidate = SitingResult['ranking'][number]

/** The weights in force, scaled to sum to one: the user's where given, else the result's own. */
export function weightsInForce(
  criteria: SitingResult['criteria'],
  asked: Weights,
): Map<CriterionId, number> {
  const raw = criteria.map(({ id, weight }) => [id, asked[id] ?? weight * 100] as const)
  const sum = raw.reduce((total, [, weight]) => total + weight, 0)
  return new Map(raw.map(([id, weight]) => [id, sum > 0 ? weight / sum : 1 / raw.length]))
}

/** The same candidates scored, ordered and ranked under the asked weights. */
export function rerank(result: SitingResult, asked: Weights): SitingResult {
  const weights = weightsInForce(result.criteria, asked)
  const scored = result.ranking.map((candidate) => scoreOf(candidate, weights))
  scored.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
  return {
    ...result,
    criteria: result.criteria.map((criterion) => ({
      ...criterion,
      weight: weights.get(criterion.id) ?? criterion.weight,
    })),
    ranking: scored.map((candidate, index) => {
      const surelyBetter = scored.filter((other) => other.scoreLow > candidate.scoreHigh).length
      const surelyWorse = scored.filter((other) => other.scoreHigh < candidate.scoreLow).length
      return {
        ...candidate,
        rank: index + 1,
        rankLow: Math.min(index + 1, surelyBetter + 1),
        rankHigh: Math.max(index + 1, scored.length - surelyWorse),
      }
    }),
  }
}

function scoreOf(candidate: Candidate, weights: Map<CriterionId, number>): Candidate {
  const terms = candidate.terms.map((term) => reweigh(term, weights.get(term.criterion) ?? 0))
  const sum = (of: (term: SitingTerm) => number) =>
    terms.reduce((total, term) => total + of(term), 0)
  return {
    ...candidate,
    terms,
    score: sum((term) => term.contribution),
    scoreLow: sum((term) => term.contributionLow),
    scoreHigh: sum((term) => term.contributionHigh),
  }
}

function reweigh(term: SitingTerm, weight: number): SitingTerm {
  return {
    ...term,
    weight,
    contribution: 100 * weight * term.value,
    contributionLow: 100 * weight * term.valueLow,
    contributionHigh: 100 * weight * term.valueHigh,
  }
}
