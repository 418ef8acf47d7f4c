// The criteria of siting; a new one is a new file and a line here.
import { carbonPerUnit } from '#geodata/analysis/siting/criteria/carbon-per-unit.ts'
import { cluster } from '#geodata/analysis/siting/criteria/cluster.ts'
import { competitors } from '#geodata/analysis/siting/criteria/competitors.ts'
import { freightPerUnit } from '#geodata/analysis/siting/criteria/freight-per-unit.ts'
import { hubMinutes } from '#geodata/analysis/siting/criteria/hub-minutes.ts'
import { land } from '#geodata/analysis/siting/criteria/land.ts'
import { plantMinutes } from '#geodata/analysis/siting/criteria/plant-minutes.ts'
import { plantsWithin } from '#geodata/analysis/siting/criteria/plants-within.ts'
import { segmentFit } from '#geodata/analysis/siting/criteria/segment-fit.ts'
import { upstreamMinutes } from '#geodata/analysis/siting/criteria/upstream-minutes.ts'
import { wishes } from '#geodata/analysis/siting/criteria/wishes.ts'
import type { Criterion, SitingContext } from '#geodata/analysis/siting/criterion.ts'
import type { CriterionId } from '#geodata/contract/processes/siting.ts'

export const SITING_CRITERIA: readonly Criterion[] = [
  plantMinutes,
  upstreamMinutes,
  plantsWithin,
  cluster,
  competitors,
  hubMinutes,
  segmentFit,
  land,
  freightPerUnit,
  carbonPerUnit,
  wishes,
]

/** Those that the question gives a meaning. */
export function criteriaFor(context: SitingContext): readonly Criterion[] {
  return SITING_CRITERIA.filter(({ isAsked }) => isAsked?.(context) ?? true)
}

/**
 * Weights scaled to sum to one; all-zero weights fall back to equal ones. A criterion that is not given counts with its
 * default, as points of a hundred.
 */
export function scaledWeights(
  criteria: readonly Criterion[],
  given: Readonly<Record<CriterionId, number>> = {},
): ReadonlyMap<CriterionId, number> {
  const points = criteria.reduce((total, { defaultWeight }) => total + defaultWeight, 0)
  const raw = criteria.map(
    ({ id, defaultWeight }) => [id, given[id] ?? (100 * defaultWeight) / points] as const,
  )
  const sum = raw.reduce((total, [, weight]) => total + weight, 0)
  return new Map(raw.map(([id, weight]) => [id, sum > 0 ? weight / sum : 1 / raw.length]))
}
