// What do roads say of where places lie? Works and parks stand by a road: read in the right system most rows lie near
// one, read in a wrong one they lie as far from roads as any ground around.
//
// Per row the distance to the nearest road falls into a class. How common each class is around there is counted on
// ground nearby. A row that stands by a road has a distance of exponential law; which share of the rows does, and of
// which length the law is, nobody knows: all are tried with equal weight, among them that no row does, so that places
// which keep off roads speak neither for nor against.
import type { LngLat } from '#geodata/model/lng-lat.ts'

/** Straight meters from a place to the nearest road; null: none is near. */
export type RoadMeters = (place: LngLat) => number | null

/** Upper ends of the classes, meters. */
const ENDS = [10, 20, 40, 80, 160, 320, 640, 1280, Number.POSITIVE_INFINITY] as const
const SHARES = [0, 0.3, 0.6, 0.85, 0.95] as const
const LENGTHS_METERS = [15, 30, 60, 120, 240, 480] as const
/** Ground around a row on which roads are counted: points of a sunflower of this radius. */
const AROUND_METERS = 2500
const AROUND_POINTS = 48
const METERS_PER_DEGREE = 111_320
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** Logarithm of how much likelier the places are by their roads than any ground around them: 0 says nothing. */
export function roadEvidence(places: readonly LngLat[], roadMeters: RoadMeters): number {
  const rows = places
    .filter((place) => place.every(Number.isFinite))
    .map((place) => ({ at: classOf(roadMeters(place)), around: sharesAround(place, roadMeters) }))
  const models = SHARES.flatMap((share) => LENGTHS_METERS.map((length) => [share, length] as const))
  const logs = models.map(([share, length]) =>
    rows.reduce((sum, { at, around }) => {
      const usual = around[at] ?? 1
      const by = massOf(at, length)
      return sum + Math.log((share * by + (1 - share) * usual) / usual)
    }, 0),
  )
  const most = Math.max(...logs)
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0) / logs.length)
}

function classOf(meters: number | null): number {
  return ENDS.findIndex((end) => (meters ?? Number.MAX_VALUE) < end)
}

/** Share of the exponential law within a class. */
function massOf(at: number, lengthMeters: number): number {
  const from = ENDS[at - 1] ?? 0
  const end = ENDS[at] ?? Number.POSITIVE_INFINITY
  return Math.exp(-from / lengthMeters) - Math.exp(-end / lengthMeters)
}

/** How common each class is on the ground around, a point of each class put in beforehand. */
function sharesAround([lng, lat]: LngLat, roadMeters: RoadMeters): number[] {
  const counts = ENDS.map(() => 0.5)
  const perLng = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  for (let index = 0; index < AROUND_POINTS; index++) {
    const meters = AROUND_METERS * Math.sqrt((index + 0.5) / AROUND_POINTS)
    const angle = index * GOLDEN_ANGLE
    const at = classOf(
      roadMeters([
        lng + (meters * Math.cos(angle)) / perLng,
        lat + (meters * Math.sin(angle)) / METERS_PER_DEGREE,
      ]),
    )
    counts[at] = (counts[at] ?? 0) + 1
  }
  const all = counts.reduce((sum, one) => sum + one, 0)
  return counts.map((one) => one / all)
}
