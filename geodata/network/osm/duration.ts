// How long does the crossing take, when the ferry says?
import { plainText, type Tags } from '#geodata/network/osm/tags.ts'

/** Two weeks: no river or strait takes longer, but slips of the pen do. */
const MOST_SECONDS = 14 * 24 * 3600

const HOURS = '(?:h|hrs?|hours?|小时|时)'
const MINUTES = '(?:m|mins?|minutes?|分钟|分)'
/** "1 h", "1h20", "1 hour 5 minutes", "20 min", "20分钟", "1小时20分". */
const IN_WORDS = new RegExp(`^(?:(\\d+) ?${HOURS})?(?: ?(\\d+) ?${MINUTES})?$`)
const HOURS_THEN_MINUTES = new RegExp(`^(\\d+) ?${HOURS} ?(\\d\\d)$`)

/** "00:30" and "1:20:00" (hours first), "20" (minutes), "PT1H5M", "1 h", "20 min"; else null. */
export function readDurationSeconds(value: string): number | null {
  const text = plainText(value)
  const words = text.toLowerCase()
  const seconds =
    secondsOf(text.match(/^(\d+)$/), [60]) +
    secondsOf(text.match(/^(\d+):(\d\d)(?::(\d\d))?$/), [3600, 60, 1]) +
    secondsOf(
      text.match(/^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/),
      [86_400, 3600, 60, 1],
    ) +
    secondsOf(words.match(HOURS_THEN_MINUTES), [3600, 60]) +
    secondsOf(words.match(IN_WORDS), [3600, 60])
  return seconds > 0 && seconds <= MOST_SECONDS ? seconds : null
}

/** True where a ferry says a duration that cannot be understood; its length and speed count then. */
export function isUnreadDuration({ route, duration }: Tags): boolean {
  return route === 'ferry' && duration !== undefined && readDurationSeconds(duration) === null
}

/** 0 where the text is not of this form; parts left out count 0. */
function secondsOf(parts: RegExpMatchArray | null, unitSeconds: readonly number[]): number {
  if (parts === null) return 0
  return unitSeconds.reduce((sum, unit, i) => sum + unit * Number(parts[i + 1] ?? 0), 0)
}
