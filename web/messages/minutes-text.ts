// How are minutes written? Whole; as an interval where the doubt is wider than 10 %.
import type { SecondsInterval } from '#geodata/contract/shared.ts'
import { isWide } from '#web/state/answers/siting.ts'

/** Minutes of a duration, e.g. "32" or "26–38". */
export function minutesText({ lowSeconds, centralSeconds, highSeconds }: SecondsInterval): string {
  const [low, central, high] = [lowSeconds, centralSeconds, highSeconds].map((seconds) =>
    Math.round(seconds / 60),
  )
  return isWide(lowSeconds, centralSeconds, highSeconds) && low !== high
    ? `${low}–${high}`
    : `${central}`
}
