// How are minutes written? Whole; as an interval where the doubt is wider than 10 %.
import type { SecondsInterval } from '#geodata/contract/shared.ts'
import { isWide } from '#geodata/model/wide-interval.ts'
import { shownRange } from '#web/state/view/shown-range.ts'

/** Minutes of a duration, e.g. "32" or "26–38". */
export function minutesText({ lowSeconds, centralSeconds, highSeconds }: SecondsInterval): string {
  const [low, central, high] = [lowSeconds, centralSeconds, highSeconds].map((seconds) =>
    Math.round(seconds / 60),
  )
  return isWide(lowSeconds, centralSeconds, highSeconds) && low !== high
    ? `${low}–${high}`
    : `${central}`
}

/** A way with what nine in ten draws give; the ends of its duration are the outer bounds. */
export type DrawnWay = {
  duration: SecondsInterval | null
  likelyMinutes: readonly [number, number] | null
}

/** The duration with its likely ends; with its bounds where nothing is drawn of it. */
export function likelyDuration({ duration, likelyMinutes }: DrawnWay): SecondsInterval | null {
  if (!duration || !likelyMinutes) return duration
  const [lowSeconds, highSeconds] = [likelyMinutes[0] * 60, likelyMinutes[1] * 60]
  return { lowSeconds, centralSeconds: duration.centralSeconds, highSeconds }
}

/** The duration with the ends in force: likely, or on demand the outer bounds. */
export function shownDuration(way: DrawnWay): SecondsInterval | null {
  return shownRange.value === 'bounds' ? way.duration : likelyDuration(way)
}
