// How long does the crossing take, when the ferry says?

/** Two weeks: no river or strait takes longer, but slips of the pen do. */
const MOST_SECONDS = 14 * 24 * 3600

/** "00:30" and "1:20:00" (hours first), "20" (minutes), "PT1H5M"; null for anything else. */
export function readDurationSeconds(value: string): number | null {
  const text = value.trim()
  const seconds =
    secondsOf(text.match(/^(\d+)$/), [60]) +
    secondsOf(text.match(/^(\d+):(\d\d)(?::(\d\d))?$/), [3600, 60, 1]) +
    secondsOf(
      text.match(/^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/),
      [86_400, 3600, 60, 1],
    )
  return seconds > 0 && seconds <= MOST_SECONDS ? seconds : null
}

/** 0 where the text is not of this form; parts left out count 0. */
function secondsOf(parts: RegExpMatchArray | null, unitSeconds: readonly number[]): number {
  if (parts === null) return 0
  return unitSeconds.reduce((sum, unit, i) => sum + unit * Number(parts[i + 1] ?? 0), 0)
}
