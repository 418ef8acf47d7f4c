// How many parts parks does a truck reach in time from the nearest candidate for the "1"?
import { timeFromTheOne } from '#web/state/answers/minutes.ts'
import { parks } from '#web/state/region/lists.ts'

/** null: not answered yet. */
export function partsParksWithin(minutes: number): number | null {
  const times = timeFromTheOne.value
  if (times.size === 0) return null
  return parks.value.filter(({ properties: { id, role, stage } }) => {
    const time = times.get(id)
    return (
      role === 'parts' &&
      stage !== 'partner' &&
      time !== undefined &&
      time.centralSeconds <= minutes * 60
    )
  }).length
}
