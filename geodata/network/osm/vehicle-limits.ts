// Is the truck too high, too heavy, too long or too wide for it?
import { type Direction, keysFor, listed, type Tags } from '#geodata/network/osm/tags.ts'
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
  widthMeters: ['maxwidth', 'maxwidth:physical'],
}
const VEHICLES = ['hgv_articulated', 'hgv']

const METERS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['m', 1],
  ['meter', 1],
  ['meters', 1],
  ['cm', 0.01],
  ['ft', 0.3048],
  ['feet', 0.3048],
  ["'", 0.3048],
  ['in', 0.0254],
  ['"', 0.0254],
])
const TONNES: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['t', 1],
  ['tonnes', 1],
  ['kg', 0.001],
  ['lb', 0.00045359237],
  ['lbs', 0.00045359237],
  ['st', 0.90718474],
  ['lt', 1.0160469088],
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
    const read = measure.endsWith('Tonnes') ? readTonnes : readMeters
    for (const value of listed(tags[key]!)) {
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

/** "3.5", "3.5 m", "350 cm", "11'6\"", "11 ft 6 in"; null for words and for what is no length. */
export function readMeters(value: string): number | null {
  return readSum(value, METERS)
}

/** "7.5", "7.5 t", "7500 kg", "16500 lbs", "8 st" (short tons), "8 lt" (long ones). */
export function readTonnes(value: string): number | null {
  return readSum(value, TONNES)
}

function readSum(value: string, units: ReadonlyMap<string, number>): number | null {
  const text = value.toLowerCase().replaceAll(',', '.')
  const found = text.match(/^(\d+(?:\.\d+)?) *([a-z'"]*)(?: *(\d+(?:\.\d+)?) *([a-z"]+))?$/)
  if (found === null) return null
  const [, number, unit, smallerNumber, smallerUnit] = found
  let sum = Number(number) * (units.get(unit!) ?? Number.NaN)
  if (smallerNumber !== undefined) {
    // "3 5 m" is two numbers, not feet and inches.
    if (unit === '') return null
    sum += Number(smallerNumber) * (units.get(smallerUnit!) ?? Number.NaN)
  }
  return sum > 0 && Number.isFinite(sum) ? sum : null
}
