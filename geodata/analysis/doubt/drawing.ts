// Between which points do the ways of two places run in every draw?
import type { Clouds, Moved, Ways } from '#geodata/analysis/doubt/clouds.ts'
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
} & Moved

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
 * those of the open roads, since clouds are swept once for a network: all of them × the factor on all times, which
 * is exact, and moved by what else the conditions change between the stated places.
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
  const moved = movedBy(ground, clouds, candidates, places, direction)
  return (row, column) => {
    const found = ways[row]?.[column]
    return found ? { ways: found, point: points[column] ?? null, ...moved(row, column) } : null
  }
}

const UNMOVED: Moved = { stretch: 1, shiftMinutes: 0, shiftMeters: 0 }

/** What the conditions change between stated places. */
function movedBy(
  ground: Ground,
  clouds: Clouds,
  candidates: readonly Named[],
  places: readonly Named[],
  direction: Direction,
): (row: number, column: number) => Moved {
  if (ground.roads === clouds.ground.roads) return () => UNMOVED
  const stretch = ground.roads.timeFactor / clouds.ground.roads.timeFactor
  // The stated points themselves: doubt moves no point.
  const exactly = (over: Ground, { place: { lngLat } }: Named) =>
    endOf(over, { lngLat, radiusKilometers: 0 })
  const tripsOn = (over: Ground) => {
    const here = candidates.map((one) => exactly(over, one))
    const there = places.map((one) => exactly(over, one))
    return direction === 'outward'
      ? tripsBetween(over, here, there)
      : tripsBetween(over, there, here)
  }
  const [open, now] = [tripsOn(clouds.ground), tripsOn(ground)]
  return (row, column) => {
    const at = (trips: Trip[][]) =>
      direction === 'outward' ? trips[row]?.[column] : trips[column]?.[row]
    const [before, after] = [at(open), at(now)]
    if (before?.kind !== 'reached' || after?.kind !== 'reached') return { ...UNMOVED, stretch }
    const stretched = before.duration.centralSeconds * stretch
    return {
      stretch,
      shiftMinutes: (after.duration.centralSeconds - stretched) / 60,
      shiftMeters: after.lengthMeters - before.lengthMeters,
    }
  }
}
