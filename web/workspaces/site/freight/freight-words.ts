// How are freight costs, emissions and lengths written? As likely ranges, on demand as outer bounds, with no
// more digits than they bear.
import type { LogisticsResult } from '#geodata/contract/processes/logistics.ts'
import { isWide } from '#geodata/model/wide-interval.ts'
import { type Language, language, t } from '#web/messages/index.ts'
import { shownRange } from '#web/state/view/shown-range.ts'

type Route = LogisticsResult['suppliers'][number]
type Interval = { low: number; high: number }

const FIGURES = 2
/** Chinese counts large sums in ten thousands, English in thousands. */
const LARGE_YUAN: Record<Language, number> = { 'zh-CN': 10_000, en: 1000 }
const TONNE = 1000

/** The ends in force: those of nine in ten draws, or on demand the outer bounds. */
export function shownInterval(
  bounds: Interval | null,
  likely: readonly [number, number] | null,
): Interval | null {
  if (shownRange.value === 'bounds' || !likely) return bounds
  return { low: likely[0], high: likely[1] }
}

export function yuanText(yuan: Interval | null): string {
  if (!yuan) return t('freight.unknown')
  const per = LARGE_YUAN[language.value]
  return yuan.high >= per
    ? t('freight.largeYuan', { span: spanText(yuan, per) })
    : t('freight.yuan', { span: spanText(yuan) })
}

export function carbonText(kilograms: Interval | null): string {
  if (!kilograms) return t('freight.unknown')
  return kilograms.high >= TONNE
    ? t('freight.tonnes', { span: spanText(kilograms, TONNE) })
    : t('freight.kilograms', { span: spanText(kilograms) })
}

export function tripsText(trips: number | null): string {
  return trips === null ? t('freight.unknown') : wholeText(Math.ceil(trips))
}

/** Whole; as an interval where the doubt is wider than 10 %; null where there is no way. */
export function kilometersText({
  length,
  likelyKilometers,
}: Pick<Route, 'length' | 'likelyKilometers'>): string | null {
  if (!length) return null
  const { lowMeters, centralMeters, highMeters } = length
  const bounds = { low: lowMeters / 1000, high: highMeters / 1000 }
  const { low, high } = shownInterval(bounds, likelyKilometers) ?? bounds
  const central = centralMeters / 1000
  return isWide(low, central, high) && Math.round(low) !== Math.round(high)
    ? `${wholeText(low)}–${wholeText(high)}`
    : wholeText(central)
}

export function wholeText(value: number): string {
  return Math.round(value).toLocaleString(language.value)
}

function spanText({ low, high }: Interval, per = 1): string {
  const [from, to] = [low / per, high / per].map((end) =>
    end.toLocaleString(language.value, { maximumSignificantDigits: FIGURES }),
  )
  return from === to ? `${to}` : `${from}–${to}`
}
