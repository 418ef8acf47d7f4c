// Is the truck too high, too heavy, too long or too wide for it?
import { type Direction, keysFor, listed, plainText, type Tags } from '#geodata/network/osm/tags.ts'
import type { TruckProfile } from '#geodata/network/osm/truck-profile.ts'

export type LimitKind = 'height' | 'weight' | 'length' | 'width'

/** The lowest of what is posted for a direction; null where nothing understandable is. */
export type PostedLimits = {
  heightMeters: number | null
  /** An unsigned bridge lower than the law expects, by an unknown amount. */
  heightBelowDefault: boolean
  weightTonnes: number | null
  axleLoadTonnes: number | null
  lengthMeters: number | null
  widthMeters: number | null
}

type Measure = Exclude<keyof PostedLimits, 'heightBelowDefault'>

const KEYS: Readonly<Record<Measure, readonly string[]>> = {
  heightMeters: ['maxheight', 'maxheight:physical', 'maxheight:legal', 'maxheight:signed'],
  weightTonnes: ['maxweight', 'maxweightrating', 'maxgcweight', 'maxgcweightrating'],
  axleLoadTonnes: ['maxaxleload'],
  lengthMeters: ['maxlength'],
  // A road that is narrower than the truck lets it through no more than a sign that says so.
  widthMeters: ['maxwidth', 'maxwidth:physical', 'width', 'est_width'],
}
const VEHICLES = ['hgv_articulated', 'hgv']

/** What a unit is worth, and how signs write it. */
const METER_UNITS: readonly (readonly [number, string])[] = [
  [1, '|m|mtr|mtrs|meter|meters|metre|metres|м|米|公尺'],
  [0.01, 'cm|centimeter|centimeters|centimetre|centimetres|厘米|公分'],
  [0.001, 'mm|millimeter|millimeters|millimetre|millimetres|毫米'],
  [0.3048, "'|ft|foot|feet|英尺"],
  [0.0254, '"|in|inch|inches|英寸'],
]
/** A ton that may be a short one or a tonne counts as the lighter, the short one. */
const TONNE_UNITS: readonly (readonly [number, string])[] = [
  [1, '|t|mt|tonne|tonnes|т|吨|噸|公吨'],
  [0.001, 'kg|kgs|kilo|kilos|kilogram|kilograms|кг|公斤|千克'],
  [0.0005, '斤|市斤'],
  [0.00045359237, 'lb|lbs|pound|pounds|磅'],
  [0.90718474, 'st|ton|tons'],
  [1.0160469088, 'lt'],
]
const METERS = byUnit(METER_UNITS)
const TONNES = byUnit(TONNE_UNITS)

function byUnit(units: typeof METER_UNITS): ReadonlyMap<string, number> {
  return new Map(
    units.flatMap(([worth, names]) => names.split('|').map((name) => [name, worth] as const)),
  )
}

/** Signs that say there is none, or none of their own. */
const NO_LIMIT: ReadonlySet<string> = new Set([
  'none',
  'no',
  'default',
  'no_sign',
  'no_indications',
  'unsigned',
  'unlimited',
  '无',
  '不限',
])

/** Every key that may hold a limit: most ways have none of them, and are done by one look. */
const MEASURE_BY_KEY: Readonly<Record<Direction, ReadonlyMap<string, Measure>>> = {
  forward: measureByKey('forward'),
  backward: measureByKey('backward'),
}

/** `hgv:maxweight` is an old way to write `maxweight:hgv`. */
function measureByKey(direction: Direction): Map<string, Measure> {
  const found = new Map<string, Measure>()
  for (const [measure, bases] of Object.entries(KEYS)) {
    for (const base of bases) {
      for (const key of [...keysFor(base, VEHICLES, direction), `hgv:${base}`]) {
        found.set(key, measure as Measure)
      }
    }
  }
  return found
}

export function postedLimits(tags: Tags, direction: Direction): PostedLimits {
  const limits: PostedLimits = {
    heightMeters: null,
    heightBelowDefault: false,
    weightTonnes: null,
    axleLoadTonnes: null,
    lengthMeters: null,
    widthMeters: null,
  }
  for (const key in tags) {
    const measure = MEASURE_BY_KEY[direction].get(key)
    if (measure === undefined) continue
    const read = readerOf(measure)
    for (const value of listed(plainText(tags[key]!))) {
      if (measure === 'heightMeters' && value === 'below_default') limits.heightBelowDefault = true
      limits[measure] = lower(limits[measure], read(value))
    }
  }
  return limits
}

/** The first limit the truck exceeds; as high, long or heavy as the sign says is not too much. */
export function exceededLimit(limits: PostedLimits, truck: TruckProfile): LimitKind | null {
  const exceeds = (measure: Measure) => limits[measure] !== null && truck[measure] > limits[measure]
  if (limits.heightBelowDefault || exceeds('heightMeters')) return 'height'
  if (exceeds('weightTonnes') || exceeds('axleLoadTonnes')) return 'weight'
  if (exceeds('lengthMeters')) return 'length'
  return exceeds('widthMeters') ? 'width' : null
}

/** Null is no limit. */
export function lower(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

/** True where a tag holds a limit of which nothing, or not everything, is understood. */
export function isUnreadLimit(key: string, value: string): boolean {
  const measure = MEASURE_BY_KEY.forward.get(key) ?? MEASURE_BY_KEY.backward.get(key)
  if (measure === undefined) return false
  const read = readerOf(measure)
  return listed(plainText(value)).some((one) => {
    if (one === '' || NO_LIMIT.has(one) || read(one) !== null) return false
    return measure !== 'heightMeters' || one !== 'below_default'
  })
}

function readerOf(measure: Measure): (value: string) => number | null {
  return measure.endsWith('Tonnes') ? readTonnes : readMeters
}

/** "3.5", "３．５", "3.5米", "限高3.5米", "3m50", "350 cm", "11'6\"", "11′-6″"; else null. */
export function readMeters(value: string): number | null {
  return readSum(value, METERS)
}

/** "7.5", "7.5 t", "10吨", "7,500 kg", "16500 lbs", "8 st" or "8 tons" (short), "8 lt" (long). */
export function readTonnes(value: string): number | null {
  return readSum(value, TONNES)
}

const NUMBER = String.raw`(\d+(?:\.\d+)?)`
const UNIT = String.raw`([^\d\s.-]*)`
/** A number with its unit, and another of a smaller one: feet and inches, meters and centimeters. */
const ONE_OR_TWO = new RegExp(`^${NUMBER} *${UNIT}\\.?(?:[ -]*${NUMBER} *${UNIT}\\.?)?$`)

function readSum(value: string, units: ReadonlyMap<string, number>): number | null {
  const found = unified(value).match(ONE_OR_TWO)
  if (found === null) return null
  const [, number = '', unit = '', smallerNumber, smallerUnit = ''] = found
  const worth = units.get(unit) ?? Number.NaN
  let sum = Number(number) * worth
  if (smallerNumber !== undefined) {
    // "3 5 m" is two numbers, not feet and inches.
    if (unit === '') return null
    if (smallerUnit !== '') sum += Number(smallerNumber) * smallerWorth(units, worth, smallerUnit)
    else if (worth === FOOT_METERS) sum += Number(smallerNumber) * INCH_METERS
    // "3m50" is what "3.50" is.
    else sum = worth === 1 ? Number(`${number}.${smallerNumber}`) : Number.NaN
  }
  return sum > 0 && Number.isFinite(sum) ? sum : null
}

const FOOT_METERS = 0.3048
const INCH_METERS = 0.0254

function smallerWorth(units: ReadonlyMap<string, number>, worth: number, unit: string): number {
  const smaller = units.get(unit) ?? Number.NaN
  return smaller < worth ? smaller : Number.NaN
}

/** One way of writing for what is written in many: quotes, commas, words around the number. */
function unified(value: string): string {
  return plainText(value.replace(/[’‘´`′]/g, "'").replace(/[”“″]/g, '"'))
    .toLowerCase()
    .replaceAll("''", '"')
    .replace(/^(?:限制?)(?:高|重|宽|长|载|载重|轴重|轴载)(?:度|量)?[:为]? */, '')
    .replace(/ *(?:以下|以内)$/, '')
    .replace(/(metric|short|long) (?:ton|tonne)s?$/, (_, kind: string) => TON_OF[kind] ?? '')
    .replace(/^(\d{1,3}),(\d{3})(?= *(?:kg|lb|pound|公斤|千克|磅))/, '$1$2')
    .replaceAll(',', '.')
}

const TON_OF: Readonly<Record<string, string>> = { metric: 't', short: 'st', long: 'lt' }
