// In which system may the coordinates of a Chinese file be, and where is such a place in WGS84?
//
// Degrees of a datum (datums/), meters of a Gauss–Krüger zone as the survey writes them, or meters of Web Mercator.
import proj4 from 'proj4'
import { DATUMS, type Datum } from '#geodata/formats/datums/index.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

export const SURVEY_DATUMS = ['cgcs2000', 'xian80', 'beijing54'] as const
export type SurveyDatum = (typeof SURVEY_DATUMS)[number]

export type GaussKruger = {
  kind: 'gauss-kruger'
  datum: SurveyDatum
  /** Of a zone: 3° for plans, 6° for small scales. */
  zoneDegrees: 3 | 6
  centralMeridianDegrees: number
  /** Eastings begin with the number of the zone: 36 500 000, not 500 000. */
  hasZonePrefix: boolean
}
export type CoordinateSystem =
  | { kind: 'degrees'; datum: Datum }
  | GaussKruger
  | { kind: 'web-mercator' }

type Survey = {
  ellipsoid: string
  /** Meters to add to a place of this datum for CGCS2000, the middle of what is published for the country. */
  northMeters: number
  eastMeters: number
  /** How far a place may then be off. */
  offMeters: number
}

/**
 * The parameters of the old datums are local and not published. The State Bureau of Surveying gave, for sheets of
 * the whole country brought to CGCS2000, shifts of -9 … +43 m north and +76 … +119 m east from Xi'an 1980, and of
 * -29 … -62 m and -56 … +84 m from Beijing 1954 (technical guide for CGCS2000, 2008): the middle is taken, and half the
 * diagonal is the doubt.
 */
const SURVEYS: Record<SurveyDatum, Survey> = {
  cgcs2000: { ellipsoid: 'GRS80', northMeters: 0, eastMeters: 0, offMeters: 0 },
  xian80: { ellipsoid: 'IAU76', northMeters: 17, eastMeters: 97.5, offMeters: 34 },
  beijing54: { ellipsoid: 'krass', northMeters: -45.5, eastMeters: 14, offMeters: 72 },
}

const FALSE_EASTING_METERS = 500_000
const PREFIX_METERS = 1_000_000

/** How far off the ground a place may be by its conversion alone, meters; below a meter: 0. */
export function conversionMeters(system: CoordinateSystem): number {
  return system.kind === 'gauss-kruger' ? SURVEYS[system.datum].offMeters : 0
}

/** Number of the zone, by which eastings with a prefix begin. */
export function zoneOf({ zoneDegrees, centralMeridianDegrees }: GaussKruger): number {
  return zoneDegrees === 3 ? centralMeridianDegrees / 3 : (centralMeridianDegrees + 3) / 6
}

export type Projected = readonly [east: number, north: number]

/** From east and north, in degrees or meters as the system has them, to WGS84. Not finite: no such place. */
export function wgs84From(system: CoordinateSystem, place: Projected): LngLat {
  if (!place.every(Number.isFinite)) return [Number.NaN, Number.NaN]
  if (system.kind === 'degrees') return DATUMS[system.datum](place)
  if (system.kind === 'web-mercator') return proj4('EPSG:3857', 'EPSG:4326', [...place]) as Pair
  const { northMeters, eastMeters } = SURVEYS[system.datum]
  return gaussKruger(system).inverse([place[0] + eastMeters, place[1] + northMeters])
}

type Pair = [number, number]
type Plane = { forward: (place: Pair) => Pair; inverse: (place: Pair) => Pair }
const planes = new Map<string, Plane>()

/** WGS84 and the ellipsoid of the datum are taken for one: where they part is within the doubt of the datum. */
function gaussKruger(system: GaussKruger): Plane {
  const zone = system.hasZonePrefix ? zoneOf(system) : 0
  const definition = [
    '+proj=tmerc +lat_0=0 +k=1 +y_0=0 +units=m +no_defs',
    `+lon_0=${system.centralMeridianDegrees}`,
    `+x_0=${zone * PREFIX_METERS + FALSE_EASTING_METERS}`,
    `+ellps=${SURVEYS[system.datum].ellipsoid}`,
  ].join(' ')
  const known = planes.get(definition)
  if (known) return known
  const plane: Plane = proj4(definition)
  planes.set(definition, plane)
  return plane
}

const FARTHEST_DEGREES = { 3: 3, 6: 4.5 } as const

/**
 * All systems in which a place between two longitudes may have been written. Zones reach half a zone beyond
 * their own: a survey keeps one zone for a whole district.
 */
export function systemsBetween(west: number, east: number): CoordinateSystem[] {
  const zones = ([3, 6] as const).flatMap((zoneDegrees) => {
    const first = 3
    const reach = FARTHEST_DEGREES[zoneDegrees]
    const meridians: number[] = []
    for (let at = first; at < 180; at += zoneDegrees) {
      if (at + reach >= west && at - reach <= east) meridians.push(at)
    }
    return meridians.map((centralMeridianDegrees) => ({ zoneDegrees, centralMeridianDegrees }))
  })
  const surveys = SURVEY_DATUMS.flatMap((datum) =>
    zones.flatMap((zone) =>
      [true, false]
        // Without its number a zone of 6° is the zone of 3° of the same meridian.
        .filter((hasZonePrefix) => hasZonePrefix || zone.zoneDegrees === 3)
        .map(
          (hasZonePrefix): GaussKruger => ({ kind: 'gauss-kruger', datum, ...zone, hasZonePrefix }),
        ),
    ),
  )
  const degrees = (Object.keys(DATUMS) as Datum[]).map(
    (datum): CoordinateSystem => ({ kind: 'degrees', datum }),
  )
  return [...degrees, { kind: 'web-mercator' }, ...surveys]
}
