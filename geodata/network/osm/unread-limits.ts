// What do signs say that cannot be read, so that it closes and slows nothing?
import { isUnreadDuration } from '#geodata/network/osm/duration.ts'
import { isUnreadSpeed } from '#geodata/network/osm/maxspeed.ts'
import type { Tags } from '#geodata/network/osm/tags.ts'
import { isUnreadLimit } from '#geodata/network/osm/vehicle-limits.ts'

/** "maxheight=sb" and the like: limits, speeds and durations of a road or a barrier. */
export function unreadLimits(tags: Tags): string[] {
  const unread: string[] = []
  for (const key in tags) {
    const value = tags[key]!
    if (isUnreadLimit(key, value) || isUnreadSpeed(key, value)) unread.push(`${key}=${value}`)
  }
  if (isUnreadDuration(tags)) unread.push(`duration=${tags.duration}`)
  return unread
}
