// How many seconds is a stretch of local road, and how sure are the seconds of a whole trip?
//
// Local roads are a great circle × 1.4 at 30 km/h in the urban districts and 40 km/h outside.
//
// An end known to a disc of radius r may lie r nearer or farther, at the local speed of that end:
//
//   low = central − shiftA − shiftB      shift = r × 1.4 ÷ local speed of the end
//   high = central + shiftA + shiftB
//
// Where the discs overlap the two may be the same place, so low is 0; and they are not 0 apart, so
// central is at least the mean distance between two random points of the discs drawn around one
// center, 0.905 × √((rA² + rB²) ÷ 2), × 1.4 at 30 km/h. For equal radii 0.905 r is exact
// (128 ÷ 45π, Solomon 1978, Geometric Probability); for a point in a disc it is 4 % short of ⅔ r.
// A wider radius therefore never narrows an interval.
import type { SecondsInterval } from '#geodata/contract/shared.ts'

export const LOCAL_DETOUR = 1.4
export const LOCAL_SPEED_URBAN_KM_PER_HOUR = 30
export const LOCAL_SPEED_RURAL_KM_PER_HOUR = 40
export const MEAN_DISTANCE_IN_DISC = 128 / (45 * Math.PI)

/** One end of a trip: how far off its stated point it may be, and how fast one moves there. */
export type DoubtfulEnd = { radiusMeters: number; speedKmPerHour: number }

/** Whole deciseconds of local road over a straight distance in meters. */
export function localDeciseconds(straightMeters: number, speedKmPerHour: number): number {
  return Math.round((straightMeters * LOCAL_DETOUR * 36) / speedKmPerHour)
}

/** What a network charges: time in deciseconds, or length in decimeters. */
export type Measure = 'time' | 'length'

/** A stretch of local road over a straight distance, in what the network charges. */
export function localCharge(
  measure: Measure,
  straightMeters: number,
  speedKmPerHour: number,
): number {
  if (measure === 'length') return Math.round(straightMeters * LOCAL_DETOUR * 10)
  return localDeciseconds(straightMeters, speedKmPerHour)
}

/** The interval around a trip of `centralDeciseconds` between stated points; the header has the rule. */
export function withDoubt(
  centralDeciseconds: number,
  straightMeters: number,
  [a, b]: readonly [DoubtfulEnd, DoubtfulEnd],
): SecondsInterval {
  const overlap = straightMeters < a.radiusMeters + b.radiusMeters
  const central = overlap
    ? Math.max(centralDeciseconds, leastWhereTheyOverlap(a, b))
    : centralDeciseconds
  const shift =
    localDeciseconds(a.radiusMeters, a.speedKmPerHour) +
    localDeciseconds(b.radiusMeters, b.speedKmPerHour)
  return {
    lowSeconds: overlap ? 0 : Math.max(0, centralDeciseconds - shift) / 10,
    centralSeconds: central / 10,
    highSeconds: (central + shift) / 10,
  }
}

/** What the way between two places takes at least where one may lie on the other: deciseconds. */
export function leastWhereTheyOverlap(
  a: Pick<DoubtfulEnd, 'radiusMeters'>,
  b: Pick<DoubtfulEnd, 'radiusMeters'>,
): number {
  const quadraticMean = Math.sqrt((a.radiusMeters ** 2 + b.radiusMeters ** 2) / 2)
  return localDeciseconds(MEAN_DISTANCE_IN_DISC * quadraticMean, LOCAL_SPEED_URBAN_KM_PER_HOUR)
}
