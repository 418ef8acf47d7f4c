// How is a measured value written? In its unit, as an interval where the doubt is wider than 10 %.
import { amountText } from '#geodata/analysis/told/amount-text.ts'
import type { SitingTerm } from '#geodata/contract/processes/siting.ts'
import { isWide } from '#geodata/model/wide-interval.ts'
import { t } from '#web/messages/index.ts'
import type { ShownRange } from '#web/state/view/shown-range.ts'

type Unit = SitingTerm['unit']

/** The unit's word in the reader's language. */
export function unitWord(unit: Unit): string {
  switch (unit) {
    case 'minutes':
      return t('site.unitMinutes')
    case 'plants':
      return t('site.unitPlants')
    case 'companies':
      return t('site.unitCompanies')
    case 'share':
      return t('site.unitShare')
    case 'squareKilometers':
      return t('site.unitSquareKilometers')
    case 'yuanPerUnit':
      return t('site.unitYuanPerUnit')
    case 'kilogramsPerUnit':
      return t('site.unitKilogramsPerUnit')
  }
}

/** The central value without its unit, or "≤ 12" where only a bound is known; null where nothing is. */
export function centralText(term: SitingTerm): string | null {
  return term.known && term.raw !== null ? amountText(term.raw, term.unit) : measuredText(term)
}

/** The likely range, or on demand the outer bounds, without the unit; null where it is one amount or unknown. */
export function rangeText(term: SitingTerm, range: ShownRange): string | null {
  const [low, high] =
    range === 'likely' ? (term.rawLikely ?? [null, null]) : [term.rawLow, term.rawHigh]
  if (low === null || high === null) return null
  const [from, to] = [amountText(low, term.unit), amountText(high, term.unit)]
  return from === to ? null : `${from}–${to}`
}

/**
 * The measured value without its unit, as its likely range where that is wide, or "≤ 12" where only a bound is
 * known; null where nothing is.
 */
export function measuredText(term: SitingTerm): string | null {
  if (!term.known && term.rawHigh !== null) {
    return t('site.atMost', { most: amountText(term.rawHigh, term.unit) })
  }
  if (!term.known || term.raw === null) return null
  const { raw } = term
  const [rawLow, rawHigh] = term.rawLikely ?? [term.rawLow, term.rawHigh]
  const low = rawLow === null ? raw : Math.min(rawLow, rawHigh ?? raw)
  const high = rawHigh === null ? raw : Math.max(rawHigh, rawLow ?? raw)
  return isWide(low, raw, high) && amountText(low, term.unit) !== amountText(high, term.unit)
    ? `${amountText(low, term.unit)}–${amountText(high, term.unit)}`
    : amountText(raw, term.unit)
}

/** A score with the range it likely has, "74" and "70–78"; null where that is one whole number. */
export function scoreParts(one: { score: number; scoreLikely: readonly [number, number] }): {
  score: string
  range: string | null
} {
  const [low, high] = one.scoreLikely.map(Math.round)
  return { score: String(Math.round(one.score)), range: low === high ? null : `${low}–${high}` }
}
