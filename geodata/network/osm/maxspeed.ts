// How fast does the sign let a truck drive?
import { type Direction, keysFor, listed, plainText, type Tags } from '#geodata/network/osm/tags.ts'

const KM_PER_HOUR: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['km/h', 1],
  ['kmh', 1],
  ['kph', 1],
  ['kmph', 1],
  ['km', 1],
  ['公里', 1],
  ['千米', 1],
  ['公里/小时', 1],
  ['千米/小时', 1],
  ['公里/时', 1],
  ['千米/时', 1],
  ['公里每小时', 1],
  ['千米每小时', 1],
  ['mph', 1.609344],
  ['knots', 1.852],
])

/** Walking pace; German courts say 4 to 7, some 10. */
const WALKING_KM_PER_HOUR = 6

/**
 * Living streets where the law grants more than walking pace is 20 km/h with most countries; those
 * that write walking pace into it, and those between, are named.
 */
const LIVING_STREET_KM_PER_HOUR = 20
const LIVING_STREETS: ReadonlyMap<string, number> = new Map([
  ['at', WALKING_KM_PER_HOUR],
  ['de', WALKING_KM_PER_HOUR],
  ['no', WALKING_KM_PER_HOUR],
  ['se', WALKING_KM_PER_HOUR],
  ['hr', 10],
  ['rs', 10],
  ['si', 10],
  ['dk', 15],
  ['nl', 15],
])

/** Slower than this is a slip of the pen, and would make a road take hours. */
const LEAST_KM_PER_HOUR = 3

/**
 * Limits a zone implies for a truck. China: motorways V01, other roads V07 of truck_speeds.csv; towns
 * V09, as elsewhere. Else what most countries grant heavy trucks; every class but the motorway is
 * planned slower, so the figure seldom counts.
 */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['cn:motorway', 100],
  ['cn:trunk', 70],
  ['cn:rural', 70],
  ['motorway', 80],
  ['trunk', 80],
  ['rural', 80],
  ['urban', 50],
  ['bicycle_road', 30],
  ['walk', WALKING_KM_PER_HOUR],
])

const VEHICLES = ['hgv_articulated', 'hgv', 'motor_vehicle', 'vehicle']
const KEYS: Readonly<Record<Direction, readonly string[]>> = {
  forward: keysFor('maxspeed', VEHICLES, 'forward'),
  backward: keysFor('maxspeed', VEHICLES, 'backward'),
}

const ALL_KEYS: ReadonlySet<string> = new Set([...KEYS.forward, ...KEYS.backward])

/** True where a tag holds a posted speed of which nothing, or not everything, is understood. */
export function isUnreadSpeed(key: string, value: string): boolean {
  return ALL_KEYS.has(key) && listed(plainText(value)).some((one) => readOne(one) === null)
}

/** Null where nothing understandable is posted; infinite where the sign says there is no limit. */
export function postedLimitKmPerHour(tags: Tags, direction: Direction): number | null {
  for (const key of KEYS[direction]) {
    const value = tags[key]
    const limit = value === undefined ? null : readMaxspeed(value)
    if (limit !== null) return limit
  }
  return null
}

/** Of a list ("100|80|80", "80;60") the slowest: trucks keep to the slow lane. */
export function readMaxspeed(value: string): number | null {
  const limits = listed(plainText(value))
    .map(readOne)
    .filter((limit) => limit !== null)
  return limits.length > 0 ? Math.min(...limits) : null
}

function readOne(value: string): number | null {
  if (value === 'none') return Number.POSITIVE_INFINITY
  const posted = value.match(/^(?:限速 ?)?(\d+(?:\.\d+)?) ?(\D*)$/)
  if (posted) return plausible(Number(posted[1]) * (KM_PER_HOUR.get(posted[2]!) ?? Number.NaN))
  const zone = value.replace(/^[a-z-]+:/, '')
  if (zone === 'living_street') {
    const country = value.slice(0, 2)
    return LIVING_STREETS.get(country) ?? LIVING_STREET_KM_PER_HOUR
  }
  const limit = ZONES.get(value) ?? ZONES.get(zone)
  return limit ?? plausible(Number(zone.match(/^(?:zone:?)?(\d+)$/)?.[1]))
}

/** Null also where there is no number. */
function plausible(limit: number): number | null {
  return limit >= LEAST_KM_PER_HOUR ? limit : null
}
