// Which way does a truck go from here to there?

import { endOf, type Ground, tripBetween } from '#geodata/analysis/ground/trips.ts'
import type { RouteInputs, RouteResult } from '#geodata/contract/processes/route.ts'

/** The cheapest way as a line with its roads; null where there is none. */
export function route(
  ground: Ground,
  { origin, destination }: RouteInputs,
): Omit<RouteResult, 'basis' | 'access'> | null {
  const [from, to] = [origin, destination].map((lngLat) =>
    endOf(ground, { lngLat, radiusKilometers: 0 }),
  )
  const drawn = from && to && ground.roads.routeBetween(from, to)
  if (!drawn) return null
  const trip = tripBetween(from, to, drawn)
  const tollMeters = drawn.legs
    .filter(({ isToll }) => isToll)
    .reduce((sum, { lengthMeters }) => sum + lengthMeters, 0)
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: drawn.lngLats },
    properties: {
      duration: trip.duration,
      lengthMeters: trip.lengthMeters,
      tollMeters: Math.round(tollMeters),
      legs: drawn.legs.map((leg) => ({ ...leg, lengthMeters: Math.round(leg.lengthMeters) })),
    },
  }
}
