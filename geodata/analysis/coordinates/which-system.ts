// In which system are the coordinates of a file? Every system they may be in is held against what is known of the
// rows: the region they belong to, the district a row names, a known place of the same name.
//
// For each hypothesis h the rows' places p have a likelihood Π f(p): where nothing else is known a row lies anywhere
// in the region; where it names an area, anywhere in it, its border blurred; where it bears a known name, near that
// place. A share of the rows is taken to be wrong whatever the system. With equal priors, Bayes' rule gives each
// hypothesis its chance; those that put every place on the same ground count as one. Nothing is told below 99 in 100.

import { type RoadMeters, roadEvidence } from '#geodata/analysis/coordinates/road-evidence.ts'
import {
  type CoordinateSystem,
  conversionMeters,
  type Projected,
  systemsBetween,
  wgs84From,
} from '#geodata/formats/coordinates/coordinate-system.ts'
import { packedDegrees, readCoordinate } from '#geodata/formats/coordinates/read-angle.ts'
import { type Bounds, boundsOf } from '#geodata/geometry/bounds.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { metersToLine } from '#geodata/geometry/meters-to-line.ts'
import { squareKilometersOf } from '#geodata/geometry/square-kilometers.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'

/** How the two columns are read before the system has its say. */
export type Reading = {
  /** Which column is east: the first, or (as surveys write, x to the north) the second. */
  east: 'first' | 'second'
  /** Degrees, minutes and seconds run together: 106.3015. */
  isPacked: boolean
  /** Longitudes, latitudes written with the wrong sign. */
  flips: readonly ('longitude' | 'latitude')[]
}

export type Hypothesis = { system: CoordinateSystem; reading: Reading }

/** A closed area of the region, GeoJSON MultiPolygon coordinates. */
export type NamedArea = { id: string; polygons: number[][][][] }

export type CoordinateRow = {
  /** The two cells, in the order of the columns. */
  cells: readonly [string | number, string | number]
  /** The area that the row names, by its id; null: none, or none that is known. */
  areaId: string | null
  /** A known place of the name of the row. */
  near: { lngLat: LngLat; radiusKilometers: number } | null
}

export type CoordinateGround = {
  /** The region and its partners, without which a place is out of the question. */
  region: number[][][][]
  areas: readonly NamedArea[]
  /** By a network of streets; null: only the skeleton is there, whose roads are schematic. */
  roadMeters: RoadMeters | null
}

/** What speaks for a hypothesis, in counts of rows. */
export type Evidence = {
  rows: number
  inRegion: number
  /** Of those that name a known area. */
  namesArea: number
  inNamedArea: number
  /** Of those that bear the name of a known place: how many within its precision. */
  namesPlace: number
  nearNamedPlace: number
  /** Within 150 m of a road; null: no streets are known around. */
  byRoad: number | null
}

export type Candidate = Hypothesis & {
  /** Of it and all that put the rows on the same ground, 0 … 1. */
  chance: number
  /** Others that put every row on the same ground, within 20 m. */
  same: Hypothesis[]
  evidence: Evidence
  /** From the places of the first candidate: the middle row, meters. */
  metersApart: number
  /** The doubt that the conversion alone leaves. */
  conversionMeters: number
}

export type SystemAnswer =
  /** `unread`: rows of which a cell is no number. */
  | { kind: 'told'; best: Candidate; others: Candidate[]; unread: number[] }
  /** Zone and axes are told; which survey's datum it is, a hundred meters, is not: the file has to say. */
  | { kind: 'datum-open'; candidates: Candidate[]; unread: number[] }
  | { kind: 'cannot-tell'; candidates: Candidate[]; unread: number[] }
  /** No system puts half of the rows into the region. */
  | { kind: 'nowhere'; unread: number[] }

const TOLD_CHANCE = 0.99
const SHOWN_CHANCE = 0.005
/** So many are shown beside each other in any case, so that it is seen what speaks against the others. */
const BESIDE = 3
const SAME_GROUND_METERS = 20
/** Rows that name the wrong district, or hold a slip of the pen. */
const WRONG_SHARE = 0.05
/** By which borders and the places of files are off at a guess, one standard deviation. */
const BORDER_METERS = 200
/** Rows are sampled above this: more of them tell nothing more. */
const MOST_ROWS = 400
export const BY_ROAD_METERS = 150
const LN_PACKED = 2 * Math.log(1 / 0.36)

/**
 * `weights`: by how much a hypothesis is likelier by what the file says of itself (its headers, a .prj), 1 by default.
 */
export function whichSystem(
  rows: readonly CoordinateRow[],
  ground: CoordinateGround,
  weights: (hypothesis: Hypothesis) => number = () => 1,
): SystemAnswer {
  const read = rows.map(readRow)
  const unread = read.flatMap((one, index) => (one ? [] : [index]))
  const sample = sampleOf(read.flatMap((one) => one ?? []))
  const scored = hypothesesFor(ground, sample).flatMap((hypothesis) => {
    const weight = weights(hypothesis)
    const places = weight > 0 && placesOf(hypothesis, sample)
    if (!places || !isAtHome(places, ground)) return []
    const likelihood = logLikelihood(places, sample, ground)
    const packed = hypothesis.reading.isPacked ? sample.length * LN_PACKED : 0
    return [{ hypothesis, places, log: Math.log(weight) + likelihood + packed }]
  })
  const { roadMeters } = ground
  const isRoadNear = (place: LngLat) => place.every(Number.isFinite) && roadMeters?.(place) != null
  // A network of another town speaks neither for nor against.
  const isRoadsGround = scored.some(({ places }) => places.some(isRoadNear))
  const known = isRoadsGround ? ground : { ...ground, roadMeters: null }
  const classes = classesOf(byRoads(scored, known).sort((a, b) => b.log - a.log))
  const [first] = classes
  if (!first) return { kind: 'nowhere', unread }
  const all = classes.reduce((sum, { weight }) => sum + weight, 0)
  const candidates = classes
    .map(({ members, weight }): Candidate => {
      const [best, ...same] = members as [Scored, ...Scored[]]
      return {
        ...best.hypothesis,
        chance: weight / all,
        same: same.map(({ hypothesis }) => hypothesis),
        evidence: evidenceOf(best.places, sample, known),
        metersApart: middleMeters(first.members[0]?.places ?? [], best.places),
        conversionMeters: conversionMeters(best.hypothesis.system),
      }
    })
    .sort((a, b) => b.chance - a.chance)
    .filter(({ chance }, index) => index < BESIDE || chance >= SHOWN_CHANCE)
  const [best, ...others] = candidates as [Candidate, ...Candidate[]]
  if (best.chance >= TOLD_CHANCE) return { kind: 'told', best, others, unread }
  const likely = candidates.filter((one) => isSameZone(one, best))
  const together = likely.reduce((sum, { chance }) => sum + chance, 0)
  const isShown = ({ chance }: Candidate) => chance >= SHOWN_CHANCE
  return together >= TOLD_CHANCE
    ? { kind: 'datum-open', candidates: likely.filter(isShown), unread }
    : { kind: 'cannot-tell', candidates: candidates.filter(isShown), unread }
}

/** Alike in all but the datum of the survey. */
function isSameZone(one: Hypothesis, other: Hypothesis): boolean {
  const [a, b] = [one.system, other.system]
  return (
    a.kind === 'gauss-kruger' &&
    b.kind === 'gauss-kruger' &&
    a.centralMeridianDegrees === b.centralMeridianDegrees &&
    a.hasZonePrefix === b.hasZonePrefix &&
    one.reading.east === other.reading.east
  )
}

type ReadRow = Omit<CoordinateRow, 'cells'> & {
  values: Projected
  eastIs: 'first' | 'second' | null
  isSexagesimal: boolean
}
type Scored = { hypothesis: Hypothesis; places: LngLat[]; log: number }

/** A row's place by a hypothesis; null: a cell is no number, or there is no such place. */
export function placeBy({ system, reading }: Hypothesis, cells: CoordinateRow['cells']) {
  const row = readRow({ cells, areaId: null, near: null })
  const place = row && placeOf(system, reading, row)
  return place?.every(Number.isFinite) ? place : null
}

function readRow({ cells, ...known }: CoordinateRow): ReadRow | null {
  const [first, second] = cells.map(readCoordinate)
  if (!first || !second) return null
  const eastIs =
    first.axis === 'longitude' || second.axis === 'latitude'
      ? 'first'
      : first.axis === 'latitude' || second.axis === 'longitude'
        ? 'second'
        : null
  const isSexagesimal = first.isSexagesimal || second.isSexagesimal
  return { ...known, values: [first.value, second.value], eastIs, isSexagesimal }
}

/** Each pair of values once, evenly from the whole. */
function sampleOf(rows: readonly ReadRow[]): ReadRow[] {
  const once = [...new Map(rows.map((row) => [row.values.join(' '), row])).values()]
  const step = Math.max(1, once.length / MOST_ROWS)
  return Array.from(
    { length: Math.min(once.length, MOST_ROWS) },
    (_, at) => once[Math.floor(at * step)],
  ).filter((row) => row !== undefined)
}

const FLIPS: readonly Reading['flips'][] = [
  [],
  ['longitude'],
  ['latitude'],
  ['longitude', 'latitude'],
]

function hypothesesFor({ region }: CoordinateGround, sample: readonly ReadRow[]): Hypothesis[] {
  const longitudes = region.flat(2).map(([lng = 0]) => lng)
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  const isAngles = sample.some(({ isSexagesimal, eastIs }) => isSexagesimal || eastIs !== null)
  return systemsBetween(west, east).flatMap((system) => {
    const isDegrees = system.kind === 'degrees'
    if (isAngles && !isDegrees) return []
    return (['first', 'second'] as const).flatMap((columnOfEast) =>
      (isDegrees && !isAngles ? [false, true] : [false]).flatMap((isPacked) =>
        (isDegrees ? FLIPS : [[]]).map((flips) => ({
          system,
          reading: { east: columnOfEast, isPacked, flips },
        })),
      ),
    )
  })
}

/** Null: too many rows would lie nowhere at all. */
function placesOf({ system, reading }: Hypothesis, sample: readonly ReadRow[]): LngLat[] | null {
  const places = sample.map((row) => placeOf(system, reading, row) ?? NOWHERE)
  const lost = places.filter((place) => place === NOWHERE).length
  return lost * 2 > sample.length || (reading.isPacked && lost > 0) ? null : places
}

const NOWHERE: LngLat = [Number.NaN, Number.NaN]

function placeOf(system: CoordinateSystem, reading: Reading, row: ReadRow): LngLat | null {
  const isFirst = (row.eastIs ?? reading.east) === 'first'
  let [east, north]: readonly (number | null)[] = isFirst
    ? row.values
    : [row.values[1], row.values[0]]
  if (system.kind === 'degrees') {
    if (reading.flips.includes('longitude')) east = -(east ?? 0)
    if (reading.flips.includes('latitude')) north = -(north ?? 0)
    if (reading.isPacked) [east, north] = [packedDegrees(east ?? 0), packedDegrees(north ?? 0)]
    if (east === null || north === null || Math.abs(east ?? 0) > 180 || Math.abs(north ?? 0) > 90)
      return null
  }
  return wgs84From(system, [east ?? 0, north ?? 0])
}

/** A hypothesis by which half of the rows lie abroad needs no further look. */
function isAtHome(places: readonly LngLat[], { region }: CoordinateGround): boolean {
  const inside = places.filter((place) => isIn(place, region)).length
  return inside * 2 >= places.length && inside > 0
}

type Boxed = { polygon: number[][][]; box: Bounds }

/** Of each list of polygons that is asked again and again, the box around each. */
const boxes = new WeakMap<number[][][][], Boxed[]>()

function boxed(polygons: number[][][][]): Boxed[] {
  const made = polygons.map((polygon) => ({
    polygon,
    box: boundsOf({ type: 'Polygon', coordinates: polygon }),
  }))
  boxes.set(polygons, made)
  return made
}

function isIn(place: LngLat, polygons: number[][][][]): boolean {
  if (!place.every(Number.isFinite)) return false
  const [lng, lat] = place
  return (boxes.get(polygons) ?? boxed(polygons)).some(
    ({ polygon, box: [west, south, east, north] }) =>
      lng >= west && lng <= east && lat >= south && lat <= north && insideArea(place, [polygon]),
  )
}

function logLikelihood(
  places: readonly LngLat[],
  sample: readonly ReadRow[],
  ground: CoordinateGround,
): number {
  const regionKilometers = squareKilometersOf(ground.region)
  const areas = new Map(ground.areas.map((area) => [area.id, area.polygons]))
  return places.reduce((sum, place, index) => {
    const { areaId = null, near = null } = sample[index] ?? {}
    const anywhere = isIn(place, ground.region) ? 1 / regionKilometers : 1e-3 / regionKilometers
    const named = areas.get(areaId ?? '')
    const expected = place.every(Number.isFinite) ? densityAt(place, named, near) : 0
    const known = named || near ? WRONG_SHARE * anywhere + (1 - WRONG_SHARE) * expected : anywhere
    return sum + Math.log(known)
  }, 0)
}

/** Of a row that names an area, a place, or both: per square kilometer at the place. */
function densityAt(
  place: LngLat,
  named: number[][][][] | undefined,
  near: CoordinateRow['near'],
): number {
  const within = named ? shareWithin(place, named) : 1
  if (!near) return named ? within / squareKilometersOf(named) : 0
  // The true place lies somewhere in the disc of its precision, and the file's own slip comes on top.
  const sigma = Math.hypot(near.radiusKilometers / 2, 0.1)
  const kilometers = greatCircleMeters(place, near.lngLat) / 1000
  return (within * Math.exp(-0.5 * (kilometers / sigma) ** 2)) / (2 * Math.PI * sigma ** 2)
}

/** 1 well within the area, 0 well without, and by its blurred border between. */
function shareWithin(place: LngLat, polygons: number[][][][]): number {
  const meters = Math.min(...polygons.flat().map((ring) => metersToLine(place, ring)))
  const signed = insideArea(place, polygons) ? meters : -meters
  return 1 / (1 + Math.exp((-1.702 * signed) / BORDER_METERS))
}

/** Roads are looked up for those alone that the rest leaves in question: it takes a while. */
const IN_QUESTION = 15

function byRoads(scored: readonly Scored[], { roadMeters }: CoordinateGround): Scored[] {
  if (!roadMeters) return [...scored]
  const most = Math.max(...scored.map(({ log }) => log))
  return scored
    .filter(({ log }) => log > most - IN_QUESTION)
    .map((one) => ({ ...one, log: one.log + roadEvidence(one.places, roadMeters) }))
}

type Class = { members: Scored[]; weight: number }

/** Hypotheses that put every row on the same ground, with their joint weight; the likeliest first. */
function classesOf(scored: readonly Scored[]): Class[] {
  const best = scored[0]?.log ?? 0
  const classes: Class[] = []
  for (const one of scored) {
    const weight = Math.exp(one.log - best)
    const found = classes.find(
      ({ members: [first] }) => first && isSameGround(first.places, one.places),
    )
    // Those of the same ground are one guess written in several ways, not several guesses.
    if (found) found.members.push(one)
    else classes.push({ members: [one], weight })
  }
  return classes
}

function isSameGround(one: readonly LngLat[], other: readonly LngLat[]): boolean {
  return one.every((place, index) => {
    const there = other[index] ?? NOWHERE
    const isNowhere = Number.isNaN(place[0]) && Number.isNaN(there[0])
    return isNowhere || greatCircleMeters(place, there) <= SAME_GROUND_METERS
  })
}

function middleMeters(one: readonly LngLat[], other: readonly LngLat[]): number {
  const apart = one
    .map((place, index) => greatCircleMeters(place, other[index] ?? NOWHERE))
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  return apart[Math.floor(apart.length / 2)] ?? 0
}

function evidenceOf(
  places: readonly LngLat[],
  sample: readonly ReadRow[],
  { region, areas, roadMeters }: CoordinateGround,
): Evidence {
  const polygonsOf = new Map(areas.map(({ id, polygons }) => [id, polygons]))
  const rows = sample.map(({ areaId, near }, index) => {
    const place = places[index] ?? NOWHERE
    const named = polygonsOf.get(areaId ?? '')
    const kilometers = near ? greatCircleMeters(place, near.lngLat) / 1000 : Number.NaN
    return {
      isIn: isIn(place, region),
      named: named ? isIn(place, named) : null,
      near: near ? kilometers <= near.radiusKilometers : null,
      isByRoad: (roadMeters?.(place) ?? Number.POSITIVE_INFINITY) <= BY_ROAD_METERS,
    }
  })
  const count = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length
  return {
    rows: rows.length,
    inRegion: count((row) => row.isIn),
    namesArea: count((row) => row.named !== null),
    inNamedArea: count((row) => row.named === true),
    namesPlace: count((row) => row.near !== null),
    nearNamedPlace: count((row) => row.near === true),
    byRoad: roadMeters ? count((row) => row.isByRoad) : null,
  }
}
