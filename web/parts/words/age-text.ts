// How old is what a figure stands on? Said of its oldest input.

import { t } from '#web/messages/index.ts'
import { dateText } from '#web/parts/words/date-text.ts'

/** "2011, 15 years old"; the date as its source writes it. */
export function ageText(asOf: { oldest: string; newest: string } | null): string {
  if (!asOf) return t('freight.ageUnknown')
  const years = Math.max(0, new Date().getFullYear() - Number(asOf.oldest.slice(0, 4)))
  const key = asOf.oldest === asOf.newest ? 'freight.age' : 'freight.ageOldest'
  return t(key, { date: dateText(asOf.oldest), years })
}
