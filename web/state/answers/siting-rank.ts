// What would the ranking be with other weights? Answered in the page, from the terms already here.
//
// A term's value (0…1) does not depend on the weights, so a new score is 100 × Σ weight × value, and the
// bounds of score and rank follow alike. How likely each is stands on joint draws, which the server makes:
// until its answer to these weights is there, nothing likely is told.
import type { CriterionId, SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'

export type Weights = Readonly<Record<CriterionId, number>>
export type Candidate = SitingResult['ranking'][number]

export type RankedAnswer = SitingResult & {
  /** Whether what is told as likely is of these weights: not while the server still draws. */
  isSettled: boolean
}

/** The weights in force, scaled to sum to one: the user's where given, else the defaults, as the server takes them. */
export function weightsInForce(
  criteria: SitingResult['criteria'],
  asked: Weights,
): Map<CriterionId, number> {
  const raw = criteria.map(({ id, defaultShare }) => [id, asked[id] ?? defaultShare * 100] as const)
  const sum = raw.reduce((total, [, weight]) => total + weight, 0)
  return new Map(raw.map(([id, weight]) => [id, sum > 0 ? weight / sum : 1 / raw.length]))
}

/** Weights differ by no more in their last digits. */
const SAME_WEIGHT = 1e-9
const LEVEL_POINTS = 1e-9

/** The same candidates scored, ordered and ranked under the asked weights. */
export function rerank(result: SitingResult, asked: Weights): RankedAnswer {
  const weights = weightsInForce(result.criteria, asked)
  const isSettled = result.criteria.every(
    ({ id, weight }) => Math.abs((weights.get(id) ?? weight) - weight) < SAME_WEIGHT,
  )
  if (isSettled) return { ...result, isSettled }
  const scored = result.ranking.map((candidate) => scoreOf(candidate, weights))
  scored.sort((a, b) => level(b.score - a.score) || (a.id < b.id ? -1 : 1))
  return {
    ...result,
    isSettled,
    criteria: result.criteria.map((criterion) => ({
      ...criterion,
      weight: weights.get(criterion.id) ?? criterion.weight,
    })),
    ranking: scored.map((candidate) => {
      const rank = 1 + scored.filter(({ score }) => level(score - candidate.score) > 0).length
      const surelyBetter = scored.filter((other) => other.scoreLow > candidate.scoreHigh).length
      const surelyWorse = scored.filter((other) => other.scoreHigh < candidate.scoreLow).length
      return {
        ...candidate,
        rank,
        rankLow: Math.min(rank, surelyBetter + 1),
        rankHigh: Math.max(rank, scored.length - surelyWorse),
      }
    }),
  }
}

function level(difference: number): number {
  return Math.abs(difference) <= LEVEL_POINTS ? 0 : difference
}

function scoreOf(candidate: Candidate, weights: ReadonlyMap<CriterionId, number>): Candidate {
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
    contributionLikely: [100 * weight * term.valueLikely[0], 100 * weight * term.valueLikely[1]],
  }
}
