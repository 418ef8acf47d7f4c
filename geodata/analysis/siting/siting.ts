// Where does the next supplier of a product belong, and why?
//
// Constraints → criteria in natural units → linear value functions → weights → score (weighted sum,
// 0 … 100). A criterion whose input is unknown takes the whole interval 0 … 1 and is drawn at its
// middle: it widens the score and the rank and never counts as zero. The rank interval is sound when
// doubts are independent: no candidate can be ahead of another whose worst is above its best.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { assumptionsOf } from '#geodata/analysis/siting/assumptions.ts'
import { criteriaFor, SITING_CRITERIA, scaledWeights } from '#geodata/analysis/siting/criteria.ts'
import { whyNothing } from '#geodata/analysis/siting/infeasible.ts'
import { measureCandidate, scaleOf } from '#geodata/analysis/siting/measure.ts'
import { type Need, standingOf } from '#geodata/analysis/siting/need.ts'
import { NEEDS } from '#geodata/analysis/siting/needs.ts'
import { noticesOf } from '#geodata/analysis/siting/notices.ts'
import { offeredOf } from '#geodata/analysis/siting/offered.ts'
import { partnersOf } from '#geodata/analysis/siting/partners.ts'
import {
  candidatesOf,
  plantsOf,
  questionOf,
  type UnknownId,
} from '#geodata/analysis/siting/question.ts'
import { relaxationsOf } from '#geodata/analysis/siting/relaxation.ts'
import type {
  NeedAsked,
  NeedFound,
  SitingInputs,
  SitingResult,
} from '#geodata/contract/processes/siting.ts'

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
  const unknownWeight = unknownWeightOf(inputs)
  if (unknownWeight) return unknownWeight
  const asked = needsAsked(inputs)
  if ('kind' in asked) return asked

  const context = { ground, facts, inputs, question, plants }
  const criteria = criteriaFor(context)
  const weights = scaledWeights(criteria, inputs.weights)
  const partners = partnersOf(ground, context, candidates)
  const measured = candidates.flatMap((candidate, index) => {
    const near = partners[index]
    if (!near) return []
    const site = { candidate, partners: near, needs: [] }
    const needs = asked.map(({ need, ...one }) => standingOf(need, one, need.look(context, site)))
    return [measureCandidate(context, weights, { ...site, needs })]
  })
  const failing = (needs: readonly NeedFound[]) =>
    needs.filter(({ isHard, standing }) => isHard && standing === 'failed')
  const kept = measured.filter(({ needs }) => failing(needs).length === 0)
  const excluded = measured.flatMap(({ id, nameZh, nameEn, needs }) => {
    const against = failing(needs)
    return against.length > 0 ? [{ id, nameZh, nameEn, against }] : []
  })
  const relaxations = kept.length === 0 ? relaxationsOf(excluded) : []
  const told = asked.map(({ need, isHard }) => ({ id: need.id, title: need.title, isHard }))
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
      criteria: criteria.map((criterion) => ({
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
      needs: asked.map(({ need: { id, title, unit }, amount, isHard }) => ({
        id,
        title,
        unit,
        amount: amount ?? null,
        isHard,
        standings: countStandings(
          measured.flatMap(({ needs }) => needs.filter((found) => found.id === id)),
        ),
      })),
      offered: offeredOf(facts, question, plants),
      relaxations,
      notices: [...noticesOf(context, measured.length), ...whyNothing(told, excluded, relaxations)],
      assumptions: assumptionsOf(inputs, plants, criteria),
    },
  }
}

/** The first weight that belongs to no criterion. */
function unknownWeightOf({ weights }: SitingInputs): UnknownId | null {
  const id = Object.keys(weights ?? {}).find(
    (one) => !SITING_CRITERIA.some((criterion) => criterion.id === one),
  )
  if (id === undefined) return null
  const expected = 'the id of a criterion of the result'
  return { kind: 'unknown-id', pointer: `/inputs/weights/${id}`, id, expected }
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

/** Every need asked for with its definition, or the first that there is none of. */
function needsAsked({ needs }: SitingInputs): (NeedAsked & { need: Need })[] | UnknownId {
  const asked: (NeedAsked & { need: Need })[] = []
  for (const [index, one] of needs.entries()) {
    const need = NEEDS.find(({ id }) => id === one.id)
    if (!need) {
      const pointer = `/inputs/needs/${index}/id`
      return { kind: 'unknown-id', pointer, id: one.id, expected: NEEDS.map(({ id }) => id).join() }
    }
    asked.push({ ...one, need })
  }
  return asked
}

function countStandings(found: readonly NeedFound[]) {
  const counts = { met: 0, failed: 0, perhaps: 0, unknown: 0 }
  for (const { standing } of found) counts[standing] += 1
  return counts
}
