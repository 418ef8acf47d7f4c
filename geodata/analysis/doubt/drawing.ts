// Between which points do the ways of two places run in every draw?
import type { Clouds, Ways } from '#geodata/analysis/doubt/clouds.ts'
import type { Draws } from '#geodata/analysis/doubt/draws.ts'
import {
  endOf,
  type Ground,
  type Place,
  type Trip,
  tripsBetween,
} from '#geodata/analysis/ground/trips.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'

/** The ways of a pair, and at which of its points the partner is in every draw. */
export type DrawnWays = {
  ways: Ways
  /** null: it is known exactly. */
  point: Uint8Array | null
  /** What the conditions of the roads add to every way: the change between the stated places. */
  shiftMinutes: number
  shiftMeters: number
}

/** What draws stand on; without it, partners are told at their stated places alone. */
export type Drawing = { clouds: Clouds; draws: Draws }

/** A place by its name in the draws: whoever asks of it draws alike. */
export type Named = { id: string; place: Place }

/** Where a place is in every draw; null: exactly where it is stated. */
export function pointOf(drawing: Drawing | null, one: Named | undefined): Uint8Array | null {
  if (!drawing || !one || drawing.clouds.of(one.place).ends.length === 1) return null
  return drawing.draws.pointOf(one.id)
}

/**
 * The drawn ways of candidate and partner by their indices; null: nobody draws. Under conditions the ways are
 * those of the open roads, moved by what the conditions change between the stated places: clouds are swept once
 * for a network.
 */
export function drawnWays(
  ground: Ground,
  drawing: Drawing | null,
  candidates: readonly Named[],
  places: readonly Named[],
  direction: Direction,
): ((row: number, column: number) => DrawnWays | null) | null {
  if (!drawing) return null
  const { clouds, draws } = drawing
  const here = candidates.map(({ place }) => clouds.of(place))
  const there = places.map(({ place }) => clouds.of(place))
  const ways = clouds.ways(here, there, direction)
  const points = there.map(({ ends: { length } }, index) =>
    length === 1 ? null : draws.pointOf(places[index]?.id ?? ''),
  )
  const shift = shiftOf(ground, clouds, candidates, places, direction)
  return (row, column) => {
    const found = ways[row]?.[column]
    return found ? { ways: found, point: points[column] ?? null, ...shift(row, column) } : null
  }
}

const NO_SHIFT = { shiftMinutes: 0, shiftMeters: 0 }

/** What the conditions change between stated places. */
function shiftOf(
  ground: Ground,
  clouds: Clouds,
  candidates: readonly Named[],
  places: readonly Named[],
  direction: Direction,
): (row: number, column: number) => typeof NO_SHIFT {
  if (ground.roads === clouds.ground.roads) return () => NO_SHIFT
  const tripsOn = (over: Ground) => {
    const here = candidates.map(({ place }) => endOf(over, place))
    const there = places.map(({ place }) => endOf(over, place))
    return direction === 'outward'
      ? tripsBetween(over, here, there)
      : tripsBetween(over, there, here)
  }
  const [open, now] = [tripsOn(clouds.ground), tripsOn(ground)]
  return (row, column) => {
    const at = (trips: Trip[][]) =>
      direction === 'outward' ? trips[row]?.[column] : trips[column]?.[row]
    const [before, after] = [at(open), at(now)]
    if (before?.kind !== 'reached' || after?.kind !== 'reached') return NO_SHIFT
    return {
      shiftMinutes: (after.duration.centralSeconds - before.duration.centralSeconds) / 60,
      shiftMeters: after.lengthMeters - before.lengthMeters,
    }
  }
}
