// Which turn does a restriction relation forbid a truck, or make it take?
import { listed, type Tags } from '#geodata/network/osm/tags.ts'

export type TurnRule = { kind: 'no' | 'only' }

const NO: ReadonlySet<string> = new Set([
  'no_left_turn',
  'no_right_turn',
  'no_straight_on',
  'no_u_turn',
  'no_entry',
  'no_exit',
])
const ONLY: ReadonlySet<string> = new Set([
  'only_left_turn',
  'only_right_turn',
  'only_straight_on',
  'only_u_turn',
])

/** Groups of vehicles a truck belongs to. */
const OURS = ['hgv_articulated', 'hgv', 'goods', 'motor_vehicle', 'vehicle']

/** As mappers also call them; "commercial_vehicle" is the sign of San Francisco. */
const EXCEPTED: ReadonlySet<string> = new Set([...OURS, 'truck', 'commercial_vehicle'])

/** Hours written the old way; like `restriction:conditional`, such a rule is left out. */
const HOURS = ['day_on', 'day_off', 'hour_on', 'hour_off', 'opening_hours']

/** Null: no turn restriction, or one that does not concern a truck at every hour. */
export function turnRule(tags: Tags): TurnRule | null {
  const value = restrictionForTrucks(tags)
  if (value === undefined || HOURS.some((key) => tags[key] !== undefined)) return null
  const { except } = tags
  if (except !== undefined && listed(except).some((vehicle) => EXCEPTED.has(vehicle))) return null
  const values = listed(value)
  if (values.some((one) => ONLY.has(one))) return { kind: 'only' }
  return values.some((one) => NO.has(one)) ? { kind: 'no' } : null
}

function restrictionForTrucks(tags: Tags): string | undefined {
  const { type } = tags
  if (type === 'restriction') {
    const own = OURS.find((vehicle) => tags[`restriction:${vehicle}`] !== undefined)
    return own === undefined ? tags.restriction : tags[`restriction:${own}`]
  }
  const own = OURS.find((vehicle) => type === `restriction:${vehicle}`)
  return own === undefined ? undefined : (tags[`restriction:${own}`] ?? tags.restriction)
}
