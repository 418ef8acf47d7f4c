// For how many days has a project been in its stage?
//
// A date may be known by its month or its year alone: the days are then those from its first day and from its last.

const DAY_MILLISECONDS = 86_400_000

export type Ageing =
  | { kind: 'unknown' }
  /** The date lies after today. */
  | { kind: 'ahead' }
  | { kind: 'days'; least: number; most: number }

/** Both dates as 2026, 2026-09 or 2026-09-30; today is a day. */
export function ageingOf(date: string | null, today: string): Ageing {
  if (date === null) return { kind: 'unknown' }
  const [first, last] = daysOf(date)
  const until = Date.parse(today)
  const daysFrom = (from: number) => Math.round((until - from) / DAY_MILLISECONDS)
  const most = daysFrom(first)
  return most < 0 ? { kind: 'ahead' } : { kind: 'days', least: Math.max(0, daysFrom(last)), most }
}

/** The first and the last day that a date may stand for. */
function daysOf(date: string): [first: number, last: number] {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined) return [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)]
  if (day === undefined) return [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 0)]
  const only = Date.UTC(year, month - 1, day)
  return [only, only]
}
