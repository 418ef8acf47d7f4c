// How is a count told that doubt may make smaller or larger?
import type { Rate } from '#geodata/contract/processes/local-sourcing.ts'
import { t } from '#web/messages/index.ts'
import { shownRange } from '#web/state/view/shown-range.ts'

type Count = { low: number; high: number; likely: readonly [number, number] | null }

/** The likely range, once it is drawn, and the outer bounds, each by its name. */
export function countRange({ low, high, likely }: Count): string {
  const bounds = spanText(low, high)
  return likely
    ? t('sourcing.countLikely', { likely: spanText(...likely), bounds })
    : t('sourcing.countBounds', { bounds })
}

/** Two ends to a tenth, or the one number that both are. */
export function spanText(low: number, high: number): string {
  const [from, to] = [low, high].map((one) => Math.round(10 * one) / 10)
  return from === to ? `${from}` : `${from}–${to}`
}

/** The ends in force: likely, or on demand the outer bounds; null while nothing is drawn. */
export function shownEnds({ low, high, likely }: Rate['one']): readonly [number, number] | null {
  return shownRange.value === 'bounds' ? [low, high] : likely
}
