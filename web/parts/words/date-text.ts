// How is a published date written in the reader's language? Months never look like days.
import { language, t } from '#web/messages/index.ts'

const PUBLISHED = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:\/(?:(\d{4})-)?(\d{2}))?$/

/**
 * A year, a month, a day or months from one to another, as `as_of` has them: "2024-01/07" is January to
 * July of 2024. What is no such date stays as its source writes it.
 */
export function dateText(asOf: string): string {
  const match = PUBLISHED.exec(asOf.trim())
  const [, year = '', month, day, lastYear, lastMonth] = match ?? []
  if (!match || (lastMonth && !month)) return asOf
  if (!month) return t('common.date.year', { year })
  if (lastMonth && lastYear && lastYear !== year) {
    return t('common.date.span', {
      from: monthText(year, month),
      to: monthText(lastYear, lastMonth),
    })
  }
  if (lastMonth) {
    return t('common.date.months', { year, from: monthName(month), to: monthName(lastMonth) })
  }
  if (day) return t('common.date.day', { year, month: monthName(month), day: String(Number(day)) })
  return monthText(year, month)
}

const monthText = (year: string, month: string) =>
  t('common.date.month', { year, month: monthName(month) })

/** 7 in Chinese, Jul in English. */
function monthName(month: string): string {
  if (language.value !== 'en') return String(Number(month))
  const first = new Date(Date.UTC(2000, Number(month) - 1, 1))
  return first.toLocaleString('en', { month: 'short', timeZone: 'UTC' })
}
