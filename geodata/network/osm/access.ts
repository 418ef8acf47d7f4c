// May a truck use it at all?
//
// What is said for a vehicle beats what is said for a wider group of them: access < vehicle <
// motor_vehicle < goods < hgv < hgv_articulated; for one direction beats for both. Strictly goods are
// vans, beside hgv and not above it; a sign about goods where none is about hgv means trucks too.
import { type Direction, listed, type Tags } from '#geodata/network/osm/tags.ts'

const VEHICLES = ['hgv_articulated', 'hgv', 'goods', 'motor_vehicle', 'vehicle']
const VEHICLE_KEYS = keysByDirection(VEHICLES)
const ALL_KEYS = keysByDirection([...VEHICLES, 'access'])

/** With a destination there, or with advice against it, a truck that delivers may still go. */
const OPEN: ReadonlySet<string> = new Set([
  'yes',
  'permissive',
  'designated',
  'official',
  'destination',
  'delivery',
  'customers',
  'discouraged',
  // Some write the vehicle itself where "yes" is meant.
  'hgv',
  'goods',
  'motor_vehicle',
  'vehicle',
  'truck',
])
/** "no" in all its forms, and roads that are there for other users alone. */
const CLOSED: ReadonlySet<string> = new Set([
  'no',
  'private',
  'permit',
  'residents',
  'restricted',
  'hov',
  'agricultural',
  'forestry',
  'military',
  'emergency',
  'emergency_vehicle',
  'psv',
  'bus',
  'minibus',
  'school_bus',
  'tourist_bus',
  'coach',
  'trolleybus',
  'tram',
  'taxi',
  'share_taxi',
  'carpool',
  'motorcar',
  'motorcycle',
  'moped',
  'mofa',
  'bicycle',
  'foot',
  'pedestrian',
  'horse',
  'disabled',
  'employees',
  'staff',
])

const TRUCK_KEYS = keysByDirection(['hgv_articulated', 'hgv', 'goods'])

const CARPOOLS_ALONE: ReadonlySet<string> = new Set(['designated', 'only'])

export type Access = 'open' | 'closed' | 'unsaid'

/** What the tags say of trucks, `access` included. */
export function truckAccess(tags: Tags, direction: Direction): Access {
  return firstStatement(tags, ALL_KEYS[direction])
}

/** What they say of vehicles; `access=yes` on a bollard or a passenger ferry means people. */
export function vehicleAccess(tags: Tags, direction: Direction): Access {
  return firstStatement(tags, VEHICLE_KEYS[direction])
}

/** Carriageways for cars with several people in them; a truck goes there where it is let in by name. */
export function carpoolsAlone(tags: Tags, direction: Direction): boolean {
  const lanes = tags[`hov:lanes:${direction}`] ?? tags['hov:lanes']
  const said = tags[`hov:${direction}`] ?? tags.hov
  if (lanes === undefined && said === undefined) return false
  const isAlone =
    lanes === undefined
      ? said !== undefined && listed(said).every((one) => CARPOOLS_ALONE.has(one))
      : listed(lanes).every((lane) => CARPOOLS_ALONE.has(lane))
  return isAlone && firstStatement(tags, TRUCK_KEYS[direction]) !== 'open'
}

function firstStatement(tags: Tags, keys: readonly string[]): Access {
  for (const key of keys) {
    const said = accessOf(tags[key])
    if (said !== 'unsaid') return said
  }
  return 'unsaid'
}

/** Of several values one that opens is enough; words we do not know say nothing. */
function accessOf(value: string | undefined): Access {
  if (value === undefined) return 'unsaid'
  const values = listed(value)
  if (values.some((one) => OPEN.has(one))) return 'open'
  return values.some((one) => CLOSED.has(one)) ? 'closed' : 'unsaid'
}

function keysByDirection(vehicles: readonly string[]): Record<Direction, readonly string[]> {
  return {
    forward: vehicles.flatMap((vehicle) => [`${vehicle}:forward`, vehicle]),
    backward: vehicles.flatMap((vehicle) => [`${vehicle}:backward`, vehicle]),
  }
}
