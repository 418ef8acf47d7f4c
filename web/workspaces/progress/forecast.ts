// May a target be forecast, and if so between what and what?
//
// Two figures of the same definition at two times give a straight line to the target's year. A
// figure is published as a bound or a range ("300+") and dated to a year or a month, so the line's
// pace lies between the slowest and the fastest that these allow; that is the interval. It says
// nothing of a change of pace. With fewer than two there is no line, and so no forecast.
import type { TargetRow } from '#geodata/contract/documents.ts'

export type Forecast =
  | { kind: 'line'; low: number; central: number; high: number; from: TargetRow; to: TargetRow }
  | { kind: 'none'; reason: 'too-few' | 'same-time' | 'open-value' | 'no-year' }

/** Years as a decimal number, from the first to the last day that "2024", "2024-09" or "2023-01/10" means. */
export function periodOf(asOf: string): { from: number; to: number } | null {
  const match = asOf.match(/^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:\/(?:(\d{4})-)?(\d{2}))?/)
  if (!match) return null
  const [, year, month, , lastYear, lastMonth] = match
  const start = Number(year)
  if (!month) return { from: start, to: start + 1 }
  const end = Number(lastYear ?? year) + Number(lastMonth ?? month) / 12
  return { from: start + (Number(month) - 1) / 12, to: end }
}

/** The straight line through the first and the last comparable figure, at the end of the target's period. */
export function forecastOf(target: TargetRow, comparable: readonly TargetRow[]): Forecast {
  const first = comparable[0]
  const last = comparable.at(-1)
  if (!first || !last || first === last) return { kind: 'none', reason: 'too-few' }
  const [a, b, goal] = [first, last, target].map(({ asOf }) => periodOf(asOf ?? ''))
  if (!a || !b || !goal) return { kind: 'none', reason: 'no-year' }
  // A cumulative count of a period stands at its end; of a year alone, anywhere in the year.
  if (b.from <= a.to) return { kind: 'none', reason: 'same-time' }
  const bounds = [first.valueLow, first.valueHigh, last.valueLow, last.valueHigh]
  const [low1, high1, low2, high2] = bounds
  if (low1 == null || high1 == null || low2 == null || high2 == null) {
    return { kind: 'none', reason: 'open-value' }
  }
  const middle = ({ from, to }: { from: number; to: number }) => (from + to) / 2
  const onLine = (rise: number, years: number, start: number, ahead: number) =>
    start + (rise / years) * Math.max(0, ahead)
  // Reached at each corner of what is published; the line is monotone in each of them.
  const corners = [low1, high1].flatMap((v1) =>
    [low2, high2].flatMap((v2) =>
      [a.from, a.to].flatMap((t1) =>
        [b.from, b.to].map((t2) => onLine(v2 - v1, t2 - t1, v2, goal.to - t2)),
      ),
    ),
  )
  return {
    kind: 'line',
    low: Math.min(...corners),
    central: onLine(
      (low2 + high2) / 2 - (low1 + high1) / 2,
      middle(b) - middle(a),
      (low2 + high2) / 2,
      goal.to - middle(b),
    ),
    high: Math.max(...corners),
    from: first,
    to: last,
  }
}
