// Is the truck too high, too heavy, too long or too wide for it?
import { type Direction, keysFor, listed, type Tags } from '#geodata/network/osm/tags.ts'
import type { TruckProfile } from '#geodata/network/osm/truck-profile.ts'

export type LimitKind = 'height' | 'weight' | 'length' | 'width'

const HEIGHTS = ['maxheight', 'maxheight:physical', 'maxheight:legal', 'maxheight:signed']
const WEIGHTS = ['maxweight', 'maxweightrating', 'maxgcweight', 'maxgcweightrating']
const VEHICLES = ['hgv_articulated', 'hgv']

const METERS: Readonly<Record<string, number>> = {
  '': 1,
  m: 1,
  meter: 1,
  meters: 1,
  cm: 0.01,
  ft: 0.3048,
  feet: 0.3048,
  "'": 0.3048,
  in: 0.0254,
  '"': 0.0254,
}
const TONNES: Readonly<Record<string, number>> = {
  '': 1,
  t: 1,
  tonnes: 1,
  kg: 0.001,
  lb: 0.00045359237,
  lbs: 0.00045359237,
  st: 0.90718474,
  lt: 1.0160469088,
}

/** The first limit the truck exceeds; as high as the sign is low enough. */
export function exceededLimit(
  tags: Tags,
  direction: Direction,
  truck: TruckProfile,
): LimitKind | null {
  const height = postedHeightMeters(tags, direction)
  // Lower than the law expects of an unsigned bridge, by how much nobody says.
  const low = HEIGHTS.some((key) => tags[key] === 'below_default')
  if (low || (height !== null && height < truck.heightMeters)) return 'height'
  const weight = postedWeightTonnes(tags, direction)
  if (weight !== null && weight < truck.weightTonnes) return 'weight'
  const axleLoad = least(tags, ['maxaxleload'], direction, readTonnes)
  if (axleLoad !== null && axleLoad < truck.axleLoadTonnes) return 'weight'
  const length = least(tags, ['maxlength'], direction, readMeters)
  if (length !== null && length < truck.lengthMeters) return 'length'
  const width = least(tags, ['maxwidth', 'maxwidth:physical'], direction, readMeters)
  return width !== null && width < truck.widthMeters ? 'width' : null
}

export function postedHeightMeters(tags: Tags, direction: Direction): number | null {
  return least(tags, HEIGHTS, direction, readMeters)
}

export function postedWeightTonnes(tags: Tags, direction: Direction): number | null {
  return least(tags, WEIGHTS, direction, readTonnes)
}

/** The lowest of all that is posted; `hgv:maxweight` is an old way to write `maxweight:hgv`. */
function least(
  tags: Tags,
  bases: readonly string[],
  direction: Direction,
  read: (value: string) => number | null,
): number | null {
  let lowest: number | null = null
  for (const base of bases) {
    for (const key of [...keysFor(base, VEHICLES, direction), `hgv:${base}`]) {
      for (const value of listed(tags[key] ?? '')) {
        const limit = read(value)
        if (limit !== null && (lowest === null || limit < lowest)) lowest = limit
      }
    }
  }
  return lowest
}

/** "3.5", "3.5 m", "350 cm", "11'6\"", "11 ft 6 in"; null for words and for what is no length. */
export function readMeters(value: string): number | null {
  return readSum(value, METERS)
}

/** "7.5", "7.5 t", "7500 kg", "16500 lbs", "8 st" (short tons), "8 lt" (long ones). */
export function readTonnes(value: string): number | null {
  return readSum(value, TONNES)
}

function readSum(value: string, units: Readonly<Record<string, number>>): number | null {
  const text = value.trim().toLowerCase().replaceAll(',', '.')
  const found = text.match(/^(\d+(?:\.\d+)?) *([a-z'"]*)(?: *(\d+(?:\.\d+)?) *([a-z"]+))?$/)
  if (found === null) return null
  const [, number, unit = '', smallerNumber, smallerUnit = ''] = found
  if (!Object.hasOwn(units, unit) || !Object.hasOwn(units, smallerUnit)) return null
  if (smallerNumber !== undefined && unit === '') return null
  const sum = Number(number) * units[unit]! + Number(smallerNumber ?? 0) * units[smallerUnit]!
  return sum > 0 && Number.isFinite(sum) ? sum : null
}
