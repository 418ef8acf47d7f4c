// What a surveyed feature says of itself, as OpenStreetMap writes it.

export type Tags = Readonly<Record<string, string>>

/** Along the order of a way's nodes, or against it. */
export type Direction = 'forward' | 'backward'

const NOTHING: readonly string[] = []

/** Single values of a list, e.g. "destination;delivery", trimmed and in small letters. */
export function listed(value: string, separators = /[;|]/): readonly string[] {
  if (value === '') return NOTHING
  return value
    .toLowerCase()
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/**
 * Keys from the most specific to the most general: each vehicle in turn, first what is said for the
 * direction alone. `base` stands before the vehicle ("maxspeed" gives "maxspeed:hgv:forward").
 */
export function keysFor(
  base: string,
  vehicles: readonly string[],
  direction: Direction,
): readonly string[] {
  const byBase = known[direction].get(vehicles) ?? new Map<string, readonly string[]>()
  known[direction].set(vehicles, byBase)
  const keys = byBase.get(base) ?? spelledOut(base, vehicles, direction)
  byBase.set(base, keys)
  return keys
}

/** Every way asks for the same keys: they are spelled out once per list of vehicles. */
const known: Record<Direction, WeakMap<readonly string[], Map<string, readonly string[]>>> = {
  forward: new WeakMap(),
  backward: new WeakMap(),
}

function spelledOut(base: string, vehicles: readonly string[], direction: Direction): string[] {
  const general = vehicles.map((vehicle) => `${base}:${vehicle}`)
  return [...general, base].flatMap((key) => [`${key}:${direction}`, key])
}
