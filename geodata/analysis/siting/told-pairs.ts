// How long does a truck take between places of two lists, in every draw and as it is told?
//
// Whoever asks for a pair of places, a siting, the windows, the sourcing rate or the proximity board, is told
// the same minutes: central between the stated places, likely in nine of ten draws, and the outer bounds.
import type { Clouds } from '#geodata/analysis/doubt/clouds.ts'
import { drawnWays, type Named, pointOf } from '#geodata/analysis/doubt/drawing.ts'
import { endOf, type Ground, type Trip, tripsBetween } from '#geodata/analysis/ground/trips.ts'
import type { Doubt } from '#geodata/analysis/siting/criterion.ts'
import { endsOf, type Here, minutesOf } from '#geodata/analysis/siting/drawn-ways.ts'
import type { Partner } from '#geodata/analysis/siting/partners.ts'
import { toldMinutes } from '#geodata/analysis/siting/told-ways.ts'
import type { SecondsInterval } from '#geodata/contract/shared.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'

/** What minutes are drawn from. */
export type Doubted = { clouds: Clouds; doubt: Doubt }

export type ToldPair = {
  trip: Trip
  /** With the outer bounds as its ends; null: there is no way. */
  duration: SecondsInterval | null
  likelyMinutes: [number, number] | null
  here: Here
  drawn: Partner['drawn']
}

/** Candidate by candidate to (outward) or from (inward) every partner. */
export function toldPairs(
  ground: Ground,
  { clouds, doubt }: Doubted,
  candidates: readonly Named[],
  partners: readonly Named[],
  direction: Direction,
): ToldPair[][] {
  const drawing = { clouds, draws: doubt.draws }
  const here = candidates.map(({ place }) => endOf(ground, place))
  const there = partners.map(({ place }) => endOf(ground, place))
  const isOutward = direction === 'outward'
  const trips = isOutward ? tripsBetween(ground, here, there) : tripsBetween(ground, there, here)
  const ways = drawnWays(ground, drawing, candidates, partners, direction)
  return candidates.map((candidate, row) => {
    const point = { point: pointOf(drawing, candidate) }
    return partners.map((_, column): ToldPair => {
      const trip = (isOutward ? trips[row]?.[column] : trips[column]?.[row]) ?? { kind: 'no-way' }
      const duration = trip.kind === 'reached' ? trip.duration : null
      const drawn = duration && (ways?.(row, column) ?? null)
      return { trip, here: point, drawn, ...toldMinutes({ duration, drawn }, point, doubt) }
    })
  })
}

/** In which draws a pair takes at most so long: always, never, or draw by draw; null: there is no way. */
export function withinIn(
  { here, drawn }: Pick<ToldPair, 'here' | 'drawn'>,
  withinMinutes: number,
  doubt: Doubt,
): Uint8Array | boolean {
  if (!drawn) return false
  const { least, most } = endsOf(drawn, doubt)
  if (most <= withinMinutes) return true
  if (least > withinMinutes) return false
  minutesOf(doubt.lent, here, { drawn }, doubt)
  return Uint8Array.from(doubt.lent, (minutes) => (minutes <= withinMinutes ? 1 : 0))
}
