// What was published too long ago?
import { type Finder, type KnownRow, textOf } from '#geodata/analysis/provenance/known-row.ts'

const DATES = ['asOf', 'published'] as const

/**
 * Whole months from the end of a date to a day; a month alone ends with it, a year with December, "2025-01/09" with
 * September. null: it is no date.
 */
export function monthsSince(date: string, today: string): number | null {
  const [from = '', to = ''] = date.split('/')
  const end = to.length === 2 ? `${from.slice(0, 4)}-${to}` : to || from
  const [, year, month = '12', day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(end) ?? []
  const [, nowYear, nowMonth, nowDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(today) ?? []
  if (!year || !nowYear) return null
  const months = (Number(nowYear) - Number(year)) * 12 + Number(nowMonth) - Number(month)
  // A month that is not over is none; a month alone lasts to its last day.
  return Number(nowDay) < Number(day ?? 1) ? months - 1 : months
}

/** Of a target only the newest progress is current: the others are its history, and a target is no finding. */
function isCurrent(row: KnownRow, rows: readonly KnownRow[]): boolean {
  if (row.collection !== 'targets') return true
  const { targetId, rowType, asOf } = row.properties
  if (rowType !== 'progress') return false
  return !rows.some(
    ({ collection, properties }) =>
      collection === 'targets' &&
      properties.targetId === targetId &&
      properties.rowType === rowType &&
      String(properties.asOf) > String(asOf),
  )
}

export const old: Finder = ({ rows, today, oldAfterMonths }) =>
  rows.flatMap((row) => {
    const field = DATES.find((one) => textOf(row, one) !== '')
    if (!field || !isCurrent(row, rows)) return []
    const date = textOf(row, field)
    const months = monthsSince(date, today)
    if (months === null || months <= oldAfterMonths) return []
    const [years, rest] = [Math.floor(months / 12), months % 12]
    return [
      {
        row,
        kind: 'old' as const,
        field,
        name: { zh: '日期', en: 'As of' },
        known: {
          zh: `截至 ${date}，已过 ${years > 0 ? `${years} 年` : ''}${rest > 0 ? `${years > 0 ? '零 ' : ''}${rest} 个月` : ''}`,
          en: `As of ${date}, ${years > 0 ? `${years} year${years === 1 ? '' : 's'}` : ''}${years > 0 && rest > 0 ? ' and ' : ''}${rest > 0 ? `${rest} month${rest === 1 ? '' : 's'}` : ''} ago`,
        },
        mend: {
          zh: '查新的公布，连日期一起换上',
          en: 'Find a newer publication and enter it with its date',
        },
      },
    ]
  })
