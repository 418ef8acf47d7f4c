// How long does the crossing take, when the ferry says?

/** Two weeks: no river or strait takes longer, but slips of the pen do. */
const MOST_SECONDS = 14 * 24 * 3600

/** "00:30" and "1:20:00" (hours first), "20" (minutes), "PT1H5M"; null for anything else. */
export function readDurationSeconds(value: string): number | null {
  const text = value.trim()
  const seconds = clockSeconds(text) ?? isoSeconds(text)
  return seconds !== null && seconds > 0 && seconds <= MOST_SECONDS ? seconds : null
}

function clockSeconds(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text) * 60
  const [, hours, minutes, seconds = '0'] = text.match(/^(\d+):(\d\d)(?::(\d\d))?$/) ?? []
  return hours === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

function isoSeconds(text: string): number | null {
  const parts = text.match(/^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/)
  if (parts === null) return null
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0))
  return days! * 86_400 + hours! * 3600 + minutes! * 60 + seconds!
}
