// Where does the next supplier of a product belong, and why?
//
// Constraints → criteria in natural units → linear value functions → weights → score (weighted sum,
// 0 … 100). A criterion whose input is unknown takes the whole interval 0 … 1 and is drawn at its
// middle: it widens the score and the rank and never counts as zero. How likely each score and rank is
// comes from joint draws (../doubt); the bounds of the rank are those where every doubt stands alone: no
// candidate can be ahead of another whose worst is above its best.
import { doubtTold } from '#geodata/analysis/doubt/assumptions.ts'
import { type Clouds, cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import type { Standings } from '#geodata/analysis/doubt/standings.ts'
import { earthOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { assumptionsOf } from '#geodata/analysis/siting/assumptions.ts'
import { criteriaFor, SITING_CRITERIA, scaledWeights } from '#geodata/analysis/siting/criteria.ts'
import type { Criterion, Doubt, SitingContext } from '#geodata/analysis/siting/criterion.ts'
import { doubtOf } from '#geodata/analysis/siting/doubt-of.ts'
import type { DrawnTerm } from '#geodata/analysis/siting/drawn-terms.ts'
import { whyNothing } from '#geodata/analysis/siting/infeasible.ts'
import {
  type MeasuredCandidate,
  measureCandidate,
  scaleOf,
} from '#geodata/analysis/siting/measure.ts'
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
import { rankedOf } from '#geodata/analysis/siting/ranked.ts'
import { relaxationsOf } from '#geodata/analysis/siting/relaxation.ts'
import { type UncertainFact, uncertainFacts } from '#geodata/analysis/siting/uncertain.ts'
import type {
  NeedAsked,
  NeedFound,
  SitingInputs,
  SitingResult,
} from '#geodata/contract/processes/siting.ts'

/** The joint draws behind an answer; lists are in the order of the ranking. */
export type Joint = Pick<Standings, 'first' | 'before'> & {
  /** By candidate, then by criterion. */
  drawn: readonly (readonly DrawnTerm[])[]
  /** Who is first in every draw, by its place in the ranking. */
  winners: Uint16Array
  /** What could be found out; worked out when it is asked for. */
  uncertain: () => readonly UncertainFact[]
}

/** All that was measured, before any hard need left somebody out. */
export type Measured = {
  context: SitingContext
  criteria: readonly Criterion[]
  doubt: Doubt
  clouds: Clouds
  candidates: readonly MeasuredCandidate[]
}

/** The answer, the draws that it stands on, and what it was made from. */
export type Ranked = {
  kind: 'ranked'
  result: Omit<SitingResult, 'basis'>
  joint: Joint
  measured: Measured
}

/**
 * The ranking, or the first id that nothing in the data answers to. `clouds` are those of the network without
 * conditions, kept from question to question.
 */
export function siting(
  ground: Ground,
  facts: RegionFacts,
  inputs: SitingInputs,
  clouds: Clouds = cloudsOver(ground, earthOf(facts)),
): Ranked | UnknownId {
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
  const defaults = scaledWeights(criteria)
  const doubt = doubtOf(inputs.doubt)
  const partners = partnersOf(ground, context, candidates, { clouds, draws: doubt.draws })
  const measured = candidates.flatMap((candidate, index) => {
    const near = partners[index]
    if (!near) return []
    const site = { candidate, partners: near, needs: [] }
    const needs = asked.map(({ need, ...one }) =>
      standingOf(need, one, need.look(context, site, doubt), doubt),
    )
    return [measureCandidate(context, weights, { ...site, needs }, doubt)]
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
  const { ranked, standings, winners } = rankedOf(kept, doubt)
  const drawn = ranked.map((one) => one.drawn)
  return {
    kind: 'ranked',
    measured: { context, criteria, doubt, clouds, candidates: measured },
    joint: {
      ...standings,
      winners,
      drawn,
      uncertain: () =>
        uncertainFacts(
          ranked.map(({ site }) => site),
          criteria,
          drawn,
        ),
    },
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
        defaultShare: defaults.get(criterion.id) ?? 0,
      })),
      ranking: ranked.map(({ drawn: _, site: __, ...entry }) => entry),
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
      doubt: doubtTold(inputs.doubt),
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
