// Who is best and worst in a row of a comparison, whatever the others turn out to be?
import type { SitingTerm } from '#geodata/contract/processes/siting.ts'

export type Verdict = 'best' | 'worst' | null

/** What a value surely lies within; exact: both ends are the same. */
export type Interval = { low: number; high: number }
/** Of what nothing is known: it may be the best and the worst. */
export const ANYTHING: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }

/**
 * Best and worst of a row in natural units: only who is so whatever the others turn out to be within their
 * intervals. null takes no part. Equal exact firsts are all best; a row in which all agree has no verdict.
 */
export function verdicts(
  intervals: readonly (Interval | null)[],
  smallerIsBetter: boolean,
): Verdict[] {
  const isAhead = (a: Interval, b: Interval) => (smallerIsBetter ? a.high < b.low : a.low > b.high)
  const isEqual = (a: Interval, b: Interval) =>
    a.low === a.high && b.low === b.high && a.low === b.low
  const part = intervals.filter((one) => one !== null)
  const leads = (one: Interval, leadsOver: (other: Interval) => boolean) =>
    part.some(leadsOver) &&
    part.every((other) => other === one || isEqual(other, one) || leadsOver(other))
  return intervals.map((one) => {
    if (one === null) return null
    if (leads(one, (other) => isAhead(one, other))) return 'best'
    return leads(one, (other) => isAhead(other, one)) ? 'worst' : null
  })
}

/** Whether less is better in a criterion, read from its value function. */
export function smallerIsBetter(criterion: { best: number; worst: number }): boolean {
  return criterion.best < criterion.worst
}

type Measured = Pick<SitingTerm, 'raw' | 'rawLow' | 'rawHigh' | 'rawLikely'>

/** What the measured amount likely lies within; where nothing is likely of it, what still bounds it. */
export function measuredWithin({ raw, rawLow, rawHigh, rawLikely }: Measured): Interval {
  const ends = [raw, ...(rawLikely ?? [rawLow, rawHigh])].filter((end) => end !== null)
  return ends.length === 0 ? ANYTHING : { low: Math.min(...ends), high: Math.max(...ends) }
}
