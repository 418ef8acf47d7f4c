// Where does the next supplier of a product belong, and why?
//
// Constraints → criteria in natural units → linear value functions → weights → score (weighted sum,
// 0 … 100). A criterion whose input is unknown takes the whole interval 0 … 1 and is drawn at its
// middle: it widens the score and the rank and never counts as zero. The rank interval is sound when
// doubts are independent: nobody can be ahead of you whose best is below your worst.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { assumptionsOf } from '#geodata/analysis/siting/assumptions.ts'
import { excludeByConstraints } from '#geodata/analysis/siting/constraints.ts'
import { SITING_CRITERIA, scaledWeights } from '#geodata/analysis/siting/criteria.ts'
import { measureCandidate, scaleOf } from '#geodata/analysis/siting/measure.ts'
import { partnersOf } from '#geodata/analysis/siting/partners.ts'
import {
  candidatesOf,
  plantsOf,
  questionOf,
  type UnknownId,
} from '#geodata/analysis/siting/question.ts'
import type { Ground } from '#geodata/analysis/trips.ts'
import type { SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'

/** The ranking, or the first id that nothing in the data answers to. */
export function siting(
  ground: Ground,
  facts: RegionFacts,
  inputs: SitingInputs,
): { kind: 'ranked'; result: Omit<SitingResult, 'basis'> } | UnknownId {
  const question = questionOf(facts, inputs)
  if ('kind' in question) return question
  const candidates = candidatesOf(facts, inputs)
  if ('kind' in candidates) return candidates
  const plants = plantsOf(facts, inputs)
  if ('kind' in plants) return plants
  const unknownWeight = Object.keys(inputs.weights ?? {}).find(
    (id) => !SITING_CRITERIA.some((criterion) => criterion.id === id),
  )
  if (unknownWeight !== undefined) {
    return {
      kind: 'unknown-id',
      pointer: `/inputs/weights/${unknownWeight}`,
      id: unknownWeight,
      expected: 'the id of a criterion of the result',
    }
  }

  const weights = scaledWeights(inputs.weights)
  const context = { ground, facts, inputs, question, plants }
  const partners = partnersOf(ground, context, candidates)
  const measured = candidates.flatMap((candidate, index) => {
    const found = partners[index]
    return found ? [measureCandidate(context, weights, { candidate, partners: found })] : []
  })
  const { kept, excluded } = excludeByConstraints(inputs, question, measured)
  const ranked = kept
    .map((entry) => ({ ...entry, ...scoreOf(entry.terms) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  return {
    kind: 'ranked',
    result: {
      question: {
        segmentId: question.segmentId,
        segment: question.segment,
        product: question.product,
        matchedBy: question.matchedBy,
      },
      criteria: SITING_CRITERIA.map((criterion) => ({
        id: criterion.id,
        title: criterion.title,
        unit: criterion.unit,
        ...scaleOf(context, criterion),
        weight: weights.get(criterion.id) ?? 0,
      })),
      ranking: ranked.map(({ park, ...entry }, index) => ({
        ...entry,
        rank: index + 1,
        rankLow: 1 + ranked.filter((other) => other.scoreLow > entry.scoreHigh).length,
        rankHigh: ranked.length - ranked.filter((other) => other.scoreHigh < entry.scoreLow).length,
      })),
      excluded,
      assumptions: assumptionsOf(inputs, plants),
    },
  }
}

function scoreOf(terms: SitingResult['ranking'][number]['terms']) {
  const sum = (key: 'contribution' | 'contributionLow' | 'contributionHigh') =>
    terms.reduce((total, term) => total + term[key], 0)
  return {
    score: sum('contribution'),
    scoreLow: sum('contributionLow'),
    scoreHigh: sum('contributionHigh'),
  }
}
