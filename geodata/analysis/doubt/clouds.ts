// How long are the ways between two places of which neither is known exactly? On the roads, not by a rule.
//
// An imprecise place is a cloud of sixteen points of its disc, an exact one a cloud of one. Every point
// meets the network where it lies, so a pair of places has up to 256 ways; a draw picks one of them. The
// ways of a network are swept once and kept: a question reads them.
import { LRUCache } from 'lru-cache'
import { discPoints, type Earth } from '#geodata/analysis/doubt/disc-points.ts'
import { type End, endOf, type Ground, type Place } from '#geodata/analysis/ground/trips.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'

/** A place at all the points where it may be. */
export type Cloud = {
  readonly id: number
  readonly place: Place
  readonly radiusMeters: number
  readonly ends: readonly End[]
}

/** The ways of a pair, row-major: points of the candidate × points of its partner. */
export type Ways = {
  /** Points of the partner: 1, or those of a cloud. */
  readonly columns: number
  readonly rows: number
  readonly minutes: Float32Array
  readonly meters: Float32Array
  readonly leastMinutes: number
  readonly mostMinutes: number
}

export type Clouds = {
  readonly ground: Ground
  of: (place: Place) => Cloud
  /**
   * Ways of every candidate to (outward) or from (inward) every partner, candidate by candidate; null where
   * no point of the two is joined.
   */
  ways: (
    candidates: readonly Cloud[],
    partners: readonly Cloud[],
    direction: Direction,
  ) => (Ways | null)[][]
}

/** Clouds and ways of about four times the places of the first region; pins come and go. */
const KEPT_CLOUDS = 4000
const KEPT_CANDIDATES = 400
/** No network lets a truck go straight over a longer distance. */
export const DIRECT_LIMIT_METERS = 40_000
/** A degree of latitude is at least so long. */
const LEAST_METERS_PER_DEGREE = 110_000
/** Points searched from at once: more would only take memory. */
const POINTS_AT_ONCE = 128

export function cloudsOver(ground: Ground, earth: Earth): Clouds {
  const clouds = new LRUCache<string, Cloud>({ max: KEPT_CLOUDS })
  const known = new LRUCache<string, Map<number, Ways | null>>({ max: 2 * KEPT_CANDIDATES })
  let made = 0
  const waysOf = (candidate: Cloud, direction: Direction) => {
    const key = `${candidate.id} ${direction}`
    const ways = known.get(key) ?? new Map<number, Ways | null>()
    known.set(key, ways)
    return ways
  }
  return {
    ground,
    of: (place) => {
      const radiusMeters =
        (place.radiusKilometers ?? PRECISION_RADIUS_KILOMETERS.district ?? 0) * 1000
      const key = `${place.lngLat.join()} ${radiusMeters}`
      const before = clouds.get(key)
      if (before) return before
      const points =
        radiusMeters === 0 ? [place.lngLat] : discPoints(place.lngLat, radiusMeters, earth)
      const ends = points.map((lngLat) => endOf(ground, { lngLat, radiusKilometers: 0 }))
      made += 1
      const cloud = { id: made, place, radiusMeters, ends }
      clouds.set(key, cloud)
      return cloud
    },
    ways: (candidates, partners, direction) => {
      const kept = candidates.map((candidate) => waysOf(candidate, direction))
      for (const [some, missing] of missingParts(candidates, partners, kept)) {
        sweep(ground, some, missing, direction, (row, column, ways) => {
          const candidate = some[row]
          const partner = missing[column]
          if (candidate && partner) waysOf(candidate, direction).set(partner.id, ways)
        })
      }
      return kept.map((ways) => partners.map(({ id }) => ways.get(id) ?? null))
    },
  }
}

/** What has not been swept yet, in parts of few enough points. */
function missingParts(
  candidates: readonly Cloud[],
  partners: readonly Cloud[],
  kept: readonly ReadonlyMap<number, unknown>[],
): [Cloud[], Cloud[]][] {
  const parts: [Cloud[], Cloud[]][] = []
  candidates.forEach((candidate, index) => {
    const missing = partners.filter(({ id }) => !kept[index]?.has(id))
    if (missing.length === 0) return
    const last = parts.at(-1)
    const points = last?.[0].reduce((sum, { ends }) => sum + ends.length, 0) ?? 0
    const isSame =
      last?.[1].length === missing.length && last[1].every((one, i) => one === missing[i])
    if (last && isSame && points + candidate.ends.length <= POINTS_AT_ONCE) last[0].push(candidate)
    else parts.push([[candidate], [...new Set(missing)]])
  })
  return parts
}

function sweep(
  ground: Ground,
  candidates: readonly Cloud[],
  partners: readonly Cloud[],
  direction: Direction,
  tell: (row: number, column: number, ways: Ways | null) => void,
): void {
  const isOutward = direction === 'outward'
  const startsOf = (clouds: readonly Cloud[], way: Direction) =>
    clouds.flatMap(({ ends }) =>
      ends.map(({ meeting }) => (meeting.kind === 'met' ? meeting.starts[way] : [])),
    )
  const matrix = isOutward
    ? ground.roads.searcher.matrix(startsOf(candidates, 'outward'), startsOf(partners, 'inward'))
    : ground.roads.searcher.matrix(startsOf(partners, 'outward'), startsOf(candidates, 'inward'))
  const rowCount = candidates.reduce((sum, { ends }) => sum + ends.length, 0)
  const columnCount = partners.reduce((sum, { ends }) => sum + ends.length, 0)
  let firstRow = 0
  candidates.forEach((candidate, row) => {
    let firstColumn = 0
    partners.forEach((partner, column) => {
      const [rows, columns] = [candidate.ends.length, partner.ends.length]
      const minutes = new Float32Array(rows * columns)
      const meters = new Float32Array(rows * columns)
      const directs = mayGoDirect(candidate, partner)
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          const at = isOutward
            ? (firstRow + i) * columnCount + firstColumn + j
            : (firstColumn + j) * rowCount + firstRow + i
          let cost = matrix.costDeciseconds[at] ?? UNREACHED
          let length = matrix.lengthMeters[at] ?? 0
          if (directs) {
            const [here, there] = [candidate.ends[i]!, partner.ends[j]!]
            const direct = isOutward
              ? ground.roads.directWay(here, there)
              : ground.roads.directWay(there, here)
            if (direct && direct.costDeciseconds < cost) {
              cost = direct.costDeciseconds
              length = direct.lengthMeters
            }
          }
          minutes[i * columns + j] = cost === UNREACHED ? Infinity : cost / 600
          meters[i * columns + j] = length
        }
      }
      tell(row, column, filled({ rows, columns, minutes, meters }))
      firstColumn += columns
    })
    firstRow += candidate.ends.length
  })
}

/** Whether the two may be so near that the network may allow a way straight over. */
export function mayGoDirect(here: Straight, there: Straight): boolean {
  const reach = DIRECT_LIMIT_METERS + here.radiusMeters + there.radiusMeters
  const [from, to] = [here.place.lngLat, there.place.lngLat]
  // By latitude first, which is cheap.
  if (Math.abs(from[1] - to[1]) * LEAST_METERS_PER_DEGREE > reach) return false
  return greatCircleMeters(from, to) <= reach
}

type Straight = Pick<Cloud, 'place' | 'radiusMeters'>

function filled(ways: Omit<Ways, 'leastMinutes' | 'mostMinutes'>): Ways | null {
  const ends = closeGaps(ways.minutes, ways.meters)
  return ends && { ...ways, ...ends }
}

/** A point that no road joins takes the longest of the others; null where none is joined. */
export function closeGaps(
  minutes: Float32Array,
  meters: Float32Array | null,
): Pick<Ways, 'leastMinutes' | 'mostMinutes'> | null {
  let [shortest, longest] = [-1, -1]
  for (let at = 0; at < minutes.length; at++) {
    if (minutes[at] === Infinity) continue
    if (longest < 0 || minutes[at]! > minutes[longest]!) longest = at
    if (shortest < 0 || minutes[at]! < minutes[shortest]!) shortest = at
  }
  if (longest < 0) return null
  for (let at = 0; at < minutes.length; at++) {
    if (minutes[at]! < Infinity) continue
    minutes[at] = minutes[longest]!
    if (meters) meters[at] = meters[longest]!
  }
  return { leastMinutes: minutes[shortest]!, mostMinutes: minutes[longest]! }
}

/** What the conditions of the roads do to every way of a pair: minutes × `stretch` + `shiftMinutes`. */
export type Moved = { stretch: number; shiftMinutes: number; shiftMeters: number }

/** Of a way under the conditions of the roads; none takes less than nothing. */
export function movedMinutes(
  minutes: number,
  { stretch, shiftMinutes }: Pick<Moved, 'stretch' | 'shiftMinutes'>,
): number {
  return Math.max(0, minutes * stretch + shiftMinutes)
}

/** Writes the minutes of a pair in every draw, `factor` included. */
export function drawMinutes(
  into: Float64Array,
  { columns, minutes }: Ways,
  here: Uint8Array | null,
  there: Uint8Array | null,
  factor: Float64Array,
  moved: Pick<Moved, 'stretch' | 'shiftMinutes'>,
): void {
  if (!here && !there) {
    const only = movedMinutes(minutes[0]!, moved)
    for (let d = 0; d < into.length; d++) into[d] = only * factor[d]!
    return
  }
  const { stretch, shiftMinutes } = moved
  if (here && there) {
    for (let d = 0; d < into.length; d++) {
      const way = minutes[here[d]! * columns + there[d]!]!
      into[d] = Math.max(0, way * stretch + shiftMinutes) * factor[d]!
    }
    return
  }
  const [point, step] = here ? [here, columns] : [there!, 1]
  for (let d = 0; d < into.length; d++) {
    const way = minutes[point[d]! * step]!
    into[d] = Math.max(0, way * stretch + shiftMinutes) * factor[d]!
  }
}

/** into = the lesser of it and the minutes of a pair, as drawMinutes has them; `only` in these draws, null: in all. */
export function lowerByMinutes(
  into: Float64Array,
  { columns, minutes }: Pick<Ways, 'columns' | 'minutes'>,
  here: Uint8Array | null,
  there: Uint8Array | null,
  factor: Float64Array,
  { stretch, shiftMinutes }: Pick<Moved, 'stretch' | 'shiftMinutes'>,
  only: Uint16Array | null,
): void {
  const count = only ? only.length : into.length
  for (let at = 0; at < count; at++) {
    const d = only ? only[at]! : at
    const way = (here ? here[d]! * columns : 0) + (there ? there[d]! : 0)
    const drawn = Math.max(0, minutes[way]! * stretch + shiftMinutes) * factor[d]!
    if (drawn < into[d]!) into[d] = drawn
  }
}

/** Writes the kilometers of a pair in every draw. */
export function drawKilometers(
  into: Float64Array,
  { columns, meters }: Ways,
  here: Uint8Array | null,
  there: Uint8Array | null,
  shiftMeters: number,
): void {
  for (let d = 0; d < into.length; d++) {
    into[d] = (meters[(here?.[d] ?? 0) * columns + (there?.[d] ?? 0)]! + shiftMeters) / 1000
  }
}
