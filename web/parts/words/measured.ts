// How is a measured value written? In its unit, as an interval where the doubt is wider than 10 %.
import type { SitingTerm } from '#geodata/contract/processes/siting.ts'
import { t } from '#web/messages/index.ts'
import { isWide } from '#web/state/answers/siting.ts'

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

/** The measured value without its unit, or "≤ 12" where only a bound is known; null where nothing is. */
export function measuredText(term: SitingTerm): string | null {
  if (!term.known && term.rawHigh !== null) {
    return t('site.atMost', { most: amount(term.rawHigh, term.unit) })
  }
  if (!term.known || term.raw === null) return null
  const { raw, rawLow, rawHigh } = term
  const low = rawLow === null ? raw : Math.min(rawLow, rawHigh ?? raw)
  const high = rawHigh === null ? raw : Math.max(rawHigh, rawLow ?? raw)
  return isWide(low, raw, high) && amount(low, term.unit) !== amount(high, term.unit)
    ? `${amount(low, term.unit)}–${amount(high, term.unit)}`
    : amount(raw, term.unit)
}

/** A score and its doubt: "72" and "±5" where it reaches as far up as down, else its two ends, "57–88". */
export function scoreParts(one: { score: number; scoreLow: number; scoreHigh: number }): {
  score: string
  /** null: none that shows. */
  doubt: string | null
} {
  const [low, score, high] = [one.scoreLow, one.score, one.scoreHigh].map(Math.round) as [
    number,
    number,
    number,
  ]
  const doubt =
    low === high
      ? null
      : high - score === score - low
        ? t('site.scoreDoubt', { half: score - low })
        : `${low}–${high}`
  return { score: String(score), doubt }
}

/** One amount in a unit: shares as per cent, areas with one decimal, everything else whole. */
export function amount(value: number, unit: Unit): string {
  if (unit === 'share') return String(Math.round(value * 100))
  if (unit === 'yuanPerUnit' || unit === 'kilogramsPerUnit') return value.toPrecision(2)
  if (unit === 'squareKilometers') return String(Math.round(value * 10) / 10)
  return String(Math.round(value))
}
