// How are the measured values of the index written?
import type {
  IndexTermDefinition,
  IndexTermValue,
  IndexUnit,
} from '#geodata/contract/processes/park-index.ts'
import { isWide } from '#geodata/model/wide-interval.ts'
import { t } from '#web/messages/index.ts'

export function indexUnit(unit: IndexUnit): string {
  switch (unit) {
    case 'companies':
      return t('parkIndex.companiesUnit')
    case 'minutes':
      return t('parkIndex.minutesUnit')
    case 'platforms':
      return t('parkIndex.platformsUnit')
    case 'points':
      return t('parkIndex.pointsUnit')
    case 'share':
      return t('parkIndex.shareUnit')
    case 'squareKilometers':
      return t('parkIndex.squareKilometersUnit')
  }
}

export function indexAmount(value: number, unit: IndexUnit): string {
  if (unit === 'share') return String(Math.round(value * 100))
  return String(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))
}

/** An amount with its unit, where the language has a word for it. */
export function indexAmountWithUnit(value: number, unit: IndexUnit): string {
  return `${indexAmount(value, unit)} ${indexUnit(unit)}`.trim()
}

/** The measured value, as an interval where it is wider than 10 %; null: nothing is known. */
export function indexMeasured(
  { raw, rawLow, rawHigh }: IndexTermValue,
  { unit }: IndexTermDefinition,
): string | null {
  if (rawLow === null || rawHigh === null) return null
  const [low, high] = [indexAmount(rawLow, unit), indexAmount(rawHigh, unit)]
  if (raw !== null && (low === high || !isWide(rawLow, raw, rawHigh))) return indexAmount(raw, unit)
  return low === high ? low : `${low}–${high}`
}

/** A score with its interval: "62", or "48–71". */
export function scoreText({
  score,
  scoreLow,
  scoreHigh,
}: {
  score: number
  scoreLow: number
  scoreHigh: number
}): string {
  const [low, high] = [Math.round(scoreLow), Math.round(scoreHigh)]
  return low === high ? String(Math.round(score)) : `${low}–${high}`
}
