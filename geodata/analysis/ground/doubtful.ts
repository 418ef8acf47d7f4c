// What do counts and medians become when some of what they count is imprecise or unknown?
//
// A row that cannot be measured may be anywhere: it counts in the high end and not in the low one. So
// knowing less only widens an interval, and nothing unknown ever passes for zero.
import type { Doubtful } from '#geodata/contract/processes/vehicle-park.ts'
import type { SecondsInterval } from '#geodata/contract/shared.ts'

type Time = SecondsInterval | null

/** How many lie within a time; null times are of unknown places. */
export function countWithin(times: readonly Time[], cutoffMinutes: number): Doubtful {
  const cutoffSeconds = cutoffMinutes * 60
  const count = (key: keyof SecondsInterval, ifUnknown: boolean) =>
    times.filter((time) => (time ? time[key] <= cutoffSeconds : ifUnknown)).length
  return {
    low: count('highSeconds', false),
    central: count('centralSeconds', false),
    high: count('lowSeconds', true),
  }
}

/** The median in minutes; null where nothing is measured. */
export function medianMinutes(times: readonly Time[]): Doubtful | null {
  const known = times.flatMap((time) => (time ? [time.centralSeconds] : []))
  const central = medianOf(known)
  if (central === null) return null
  const low = medianOf(times.map((time) => time?.lowSeconds ?? 0)) ?? 0
  const high = medianOf(times.map((time) => time?.highSeconds ?? Number.POSITIVE_INFINITY))
  return {
    low: low / 60,
    central: central / 60,
    high: high === null || !Number.isFinite(high) ? null : high / 60,
  }
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
