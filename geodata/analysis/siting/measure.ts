// What does each criterion measure at one candidate, and what should be known of it beside?

import type { Range } from '#geodata/analysis/doubt/likely.ts'
import { criteriaFor } from '#geodata/analysis/siting/criteria.ts'
import {
  type Criterion,
  type Doubt,
  type Raw,
  type Site,
  type SitingContext,
  valueAt,
} from '#geodata/analysis/siting/criterion.ts'
import { type DrawnTerm, drawnTerm } from '#geodata/analysis/siting/drawn-terms.ts'
import { flagsOf } from '#geodata/analysis/siting/flags.ts'
import {
  byTime,
  nearestHub,
  type Partner,
  type Partners,
} from '#geodata/analysis/siting/partners.ts'
import { suppliersOf } from '#geodata/analysis/siting/suppliers.ts'
import { roundedTo2, spanOf, toldMinutes } from '#geodata/analysis/siting/told-ways.ts'
import type { CriterionId, SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'
import { datesSpan } from '#geodata/model/dates-span.ts'

type Entry = SitingResult['ranking'][number]
/** A candidate with all that does not depend on the others, and its values draw by draw. */
export type MeasuredCandidate = Pick<
  Entry,
  | 'id'
  | 'kind'
  | 'nameZh'
  | 'nameEn'
  | 'lngLat'
  | 'terms'
  | 'needs'
  | 'flags'
  | 'plants'
  | 'suppliers'
  | 'nearestHub'
> & {
  /** By criterion, in their order. */
  drawn: DrawnTerm[]
  site: Site
}

type Weights = ReadonlyMap<CriterionId, number>

export function measureCandidate(
  context: SitingContext,
  weights: Weights,
  site: Site,
  doubt: Doubt,
): MeasuredCandidate {
  const { candidate, partners } = site
  const hub = nearestHub(partners)
  const measured = criteriaFor(context).map((criterion) => {
    const raw = criterion.measure(context, site)
    const scale = scaleOf(context, criterion)
    const drawn = drawnTerm(criterion, scale, raw, context, site, doubt)
    const weight = weights.get(criterion.id) ?? 0
    return { drawn, term: termOf(criterion, raw, scale, drawn, weight, context) }
  })
  const shown = (partner: Partner) => shownPartner(partner, partners, doubt)
  return {
    id: candidate.id,
    kind: candidate.kind,
    nameZh: candidate.nameZh,
    nameEn: candidate.nameEn,
    lngLat: [candidate.place.lngLat[0], candidate.place.lngLat[1]],
    terms: measured.map(({ term }) => term),
    drawn: measured.map(({ drawn }) => drawn),
    site,
    needs: site.needs.map(({ found }) => found),
    flags: flagsOf(context, site),
    plants: partners.plants.toSorted(byTime).map(shown),
    suppliers: suppliersOf(partners).map(({ partner, serves }) => ({ ...shown(partner), serves })),
    nearestHub: hub && shown(hub),
  }
}

/** The criterion with the end of its scale that this question gives it. */
export function scaleOf(context: SitingContext, { best, worst, bestOf, worstOf }: Criterion) {
  return { best: bestOf?.(context) ?? best, worst: worstOf?.(context) ?? worst }
}

/**
 * The central value stands on the stated places; the likely range is that of the draws, with the central value
 * in it; the bounds are those of the discs' radii, never narrower than any draw.
 */
function termOf(
  criterion: Criterion,
  measured: Raw,
  scale: { best: number; worst: number },
  { rawLikely, rawEnds, valueLikely, valueEnds }: DrawnTerm,
  weight: number,
  context: SitingContext,
): SitingTerm {
  const isKnown = measured.kind === 'known'
  const [low, high] = boundsOf(measured)
  const ends = [low === null ? 0 : valueAt(scale, low), high === null ? 1 : valueAt(scale, high)]
  // What is not known is drawn at the middle of what it may be worth.
  const value = isKnown ? valueAt(scale, measured.raw) : (Math.min(...ends) + Math.max(...ends)) / 2
  const valueLow = Math.min(...ends, ...valueEnds, value)
  const valueHigh = Math.max(...ends, ...valueEnds, value)
  const likely: Range = [Math.min(valueLikely[0], value), Math.max(valueLikely[1], value)]
  return {
    criterion: criterion.id,
    weight,
    raw: isKnown ? roundedTo2(measured.raw) : null,
    rawLow: low === null ? null : roundedTo2(Math.min(low, rawEnds?.[0] ?? low)),
    rawHigh: high === null ? null : roundedTo2(Math.max(high, rawEnds?.[1] ?? high)),
    rawLikely: rawLikely && spanOf(rawLikely, isKnown ? measured.raw : null),
    unit: criterion.unit,
    value,
    valueLow,
    valueHigh,
    valueLikely: [...likely],
    contribution: value * weight * 100,
    contributionLow: valueLow * weight * 100,
    contributionHigh: valueHigh * weight * 100,
    contributionLikely: [likely[0] * weight * 100, likely[1] * weight * 100],
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

function shownPartner(partner: Partner, here: Partners, doubt: Doubt) {
  const { id, nameZh, nameEn, lngLat } = partner
  return { id, nameZh, nameEn, lngLat, ...toldMinutes(partner, here, doubt) }
}
