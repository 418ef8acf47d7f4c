// How long may a way be between two places that are known to a disc each?
//
// The same rule as for its seconds (duration.ts), in meters of local road (great circle × 1.4):
//
//   low = way − 1.4 (rA + rB)        high = way + 1.4 (rA + rB)
//
// Where the discs overlap the two may be the same place, so low is 0, and the way is at least the mean
// distance of two random points of the discs, 0.905 × √((rA² + rB²) ÷ 2) × 1.4.

import { LOCAL_DETOUR, MEAN_DISTANCE_IN_DISC } from '#geodata/analysis/ground/duration.ts'
import type { Place } from '#geodata/analysis/ground/trips.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'

export type LengthInterval = { lowMeters: number; centralMeters: number; highMeters: number }

export function lengthDoubt(here: Place, there: Place, wayMeters: number): LengthInterval {
  const [a, b] = [radiusMeters(here), radiusMeters(there)]
  const overlap = greatCircleMeters(here.lngLat, there.lngLat) < a + b
  const least = MEAN_DISTANCE_IN_DISC * Math.sqrt((a ** 2 + b ** 2) / 2) * LOCAL_DETOUR
  const central = overlap ? Math.max(wayMeters, least) : wayMeters
  const shift = (a + b) * LOCAL_DETOUR
  return {
    lowMeters: overlap ? 0 : Math.max(0, Math.round(wayMeters - shift)),
    centralMeters: Math.round(central),
    highMeters: Math.round(central + shift),
  }
}

function radiusMeters({ radiusKilometers }: Place): number {
  return (radiusKilometers ?? PRECISION_RADIUS_KILOMETERS.district ?? 0) * 1000
}
