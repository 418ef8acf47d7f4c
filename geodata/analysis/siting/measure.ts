// What does each criterion measure at one candidate, and what should be known of it beside?

import { nearestMakers } from '#geodata/analysis/siting/criteria/upstream-minutes.ts'
import { criteriaFor } from '#geodata/analysis/siting/criteria.ts'
import {
  type Criterion,
  type Raw,
  type Site,
  type SitingContext,
  valueAt,
} from '#geodata/analysis/siting/criterion.ts'
import { flagsOf } from '#geodata/analysis/siting/flags.ts'
import { byTime, nearestHub, type Partner } from '#geodata/analysis/siting/partners.ts'
import type { Candidate } from '#geodata/analysis/siting/question.ts'
import type { CriterionId, SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'
import { datesSpan } from '#geodata/model/dates-span.ts'

type Entry = SitingResult['ranking'][number]
export type MeasuredCandidate = Omit<
  Entry,
  'rank' | 'rankLow' | 'rankHigh' | 'score' | 'scoreLow' | 'scoreHigh'
> &
  Pick<Candidate, 'park'>

type Weights = ReadonlyMap<CriterionId, number>

export function measureCandidate(
  context: SitingContext,
  weights: Weights,
  site: Site,
): MeasuredCandidate {
  const { candidate, partners } = site
  const suppliers = new Map(nearestMakers(partners).map((firm) => [firm.id, firm]))
  const hub = nearestHub(partners)
  return {
    id: candidate.id,
    kind: candidate.kind,
    nameZh: candidate.nameZh,
    nameEn: candidate.nameEn,
    lngLat: [candidate.place.lngLat[0], candidate.place.lngLat[1]],
    park: candidate.park,
    terms: criteriaFor(context).map((criterion) =>
      termOf(criterion, weights.get(criterion.id) ?? 0, context, site),
    ),
    needs: [...site.needs],
    flags: flagsOf(context, site),
    plants: partners.plants.toSorted(byTime).map(shown),
    suppliers: [...suppliers.values()].sort(byTime).map(shown),
    nearestHub: hub && shown(hub),
  }
}

/** The criterion with the end of its scale that this question gives it. */
export function scaleOf(context: SitingContext, { best, worst, bestOf, worstOf }: Criterion) {
  return { best: bestOf?.(context) ?? best, worst: worstOf?.(context) ?? worst }
}

function termOf(
  criterion: Criterion,
  weight: number,
  context: SitingContext,
  site: Site,
): SitingTerm {
  const measured = criterion.measure(context, site)
  const scale = scaleOf(context, criterion)
  const isKnown = measured.kind === 'known'
  const [low, high] = boundsOf(measured)
  const ends = [low === null ? 0 : valueAt(scale, low), high === null ? 1 : valueAt(scale, high)]
  // What is not known is drawn at the middle of what it may be worth.
  const value = isKnown ? valueAt(scale, measured.raw) : (Math.min(...ends) + Math.max(...ends)) / 2
  const valueLow = Math.min(...ends, value)
  const valueHigh = Math.max(...ends, value)
  return {
    criterion: criterion.id,
    weight,
    raw: isKnown ? round(measured.raw) : null,
    rawLow: low === null ? null : round(low),
    rawHigh: high === null ? null : round(high),
    unit: criterion.unit,
    value,
    valueLow,
    valueHigh,
    contribution: value * weight * 100,
    contributionLow: valueLow * weight * 100,
    contributionHigh: valueHigh * weight * 100,
    known: isKnown,
    reason: isKnown ? null : measured.reason,
    source: measured.source,
    asOf: datesSpan(criterion.datesOf?.(context) ?? []),
  }
}

function boundsOf(measured: Raw): [low: number, high: number] | [null, null] {
  switch (measured.kind) {
    case 'known':
      return [measured.low, measured.high]
    case 'atMost':
      return [0, measured.high]
    case 'unknown':
      return [null, null]
  }
}

function shown({ id, nameZh, nameEn, lngLat, duration }: Partner) {
  return { id, nameZh, nameEn, lngLat, duration }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
