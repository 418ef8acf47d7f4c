// When was it, to the minute, by the clock of where it is told?

/** "2026-11-30 09:52 (UTC+8)": the zone stands beside it, because a paper is read elsewhere. */
export function momentText(moment: string, zone: string = ownZone()): string {
  const options = { timeZone: zone, hourCycle: 'h23', timeZoneName: 'shortOffset' } as const
  const two = '2-digit'
  const parts = new Intl.DateTimeFormat('en', {
    ...options,
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
  }).formatToParts(new Date(moment))
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? ''
  const offset = of('timeZoneName').replace('GMT', 'UTC')
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')} (${offset})`
}

const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone
