// Which turn does a restriction relation forbid a truck, or make it take?
import { listed, type Tags } from '#geodata/network/osm/tags.ts'

/** Which way the word says one turns; null where it does not say. */
export type TurnSide = 'left' | 'right' | 'straight' | 'round' | null

export type TurnRule =
  | { kind: 'no' | 'only'; side: TurnSide }
  /** A word that is about the turn at every hour and that we do not know. */
  | { kind: 'unread'; said: string }

/** As the list of words has them, and as mappers shorten them: "only_straight", "no_left", "no u-turn". */
const WORD = /^(no|only)_(?:(left|right|straight|u)(?:_?(?:turns?|on))?|turns?|entry|exit)$/
/** Forbids nothing where the light is green. */
const ON_RED = /^no_(?:left_|right_)?turn_on_red$/

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
  const words = listed(value).map((one) => one.replaceAll(/[ -]+/g, '_'))
  const rules = words.map(ruleOf).filter((rule) => rule !== null)
  const kind = rules.some((rule) => rule.kind === 'only') ? 'only' : 'no'
  const sides = new Set(rules.filter((rule) => rule.kind === kind).map(({ side }) => side))
  if (sides.size > 0) return { kind, side: sides.size === 1 ? ([...sides][0] ?? null) : null }
  const unread = words.find((word) => word !== '' && !ON_RED.test(word))
  return unread === undefined ? null : { kind: 'unread', said: value }
}

function ruleOf(word: string): Exclude<TurnRule, { kind: 'unread' }> | null {
  const [, kind, said] = word.match(WORD) ?? []
  if (kind !== 'no' && kind !== 'only') return null
  const side =
    said === 'u' ? 'round' : ((said as 'left' | 'right' | 'straight' | undefined) ?? null)
  return { kind, side }
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
