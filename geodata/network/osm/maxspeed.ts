// How fast does the sign let a truck drive?
import { type Direction, keysFor, listed, type Tags } from '#geodata/network/osm/tags.ts'

const KM_PER_HOUR: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['km/h', 1],
  ['kmh', 1],
  ['kph', 1],
  ['mph', 1.609344],
  ['knots', 1.852],
])

/** Walking pace; German courts say 4 to 7, some 10. */
const WALKING_KM_PER_HOUR = 6

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
  ['living_street', WALKING_KM_PER_HOUR],
  ['walk', WALKING_KM_PER_HOUR],
])

const VEHICLES = ['hgv_articulated', 'hgv', 'motor_vehicle', 'vehicle']
const KEYS: Readonly<Record<Direction, readonly string[]>> = {
  forward: keysFor('maxspeed', VEHICLES, 'forward'),
  backward: keysFor('maxspeed', VEHICLES, 'backward'),
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
  const limits = listed(value)
    .map(readOne)
    .filter((limit) => limit !== null)
  return limits.length > 0 ? Math.min(...limits) : null
}

function readOne(value: string): number | null {
  if (value === 'none') return Number.POSITIVE_INFINITY
  const posted = value.match(/^(\d+(?:\.\d+)?) ?(\D*)$/)
  if (posted) return plausible(Number(posted[1]) * (KM_PER_HOUR.get(posted[2]!) ?? Number.NaN))
  const zone = value.replace(/^[a-z-]+:/, '')
  const limit = ZONES.get(value) ?? ZONES.get(zone)
  return limit ?? plausible(Number(zone.match(/^(?:zone:?)?(\d+)$/)?.[1]))
}

/** Null also where there is no number. */
function plausible(limit: number): number | null {
  return limit >= LEAST_KM_PER_HOUR ? limit : null
}
