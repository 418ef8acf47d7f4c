// What a surveyed feature says of itself, as OpenStreetMap writes it.

export type Tags = Readonly<Record<string, string>>

/** Along the order of a way's nodes, or against it. */
export type Direction = 'forward' | 'backward'

/** Full-width digits, letters and signs as plain ones (３．５ is 3.5), without spaces around. */
export function plainText(value: string): string {
  return /[^\x20-\x7e]/.test(value) ? value.normalize('NFKC').trim() : value.trim()
}

/** Single values of a list, e.g. "destination;delivery", trimmed and in small letters. */
export function listed(value: string): string[] {
  return value
    .toLowerCase()
    .split(/[;|]/)
    .map((part) => part.trim())
}

/**
 * Keys from the most specific to the most general: each vehicle in turn, first what is said for the
 * direction alone. `base` stands before the vehicle ("maxspeed" gives "maxspeed:hgv:forward").
 */
export function keysFor(base: string, vehicles: readonly string[], direction: Direction): string[] {
  const general = vehicles.map((vehicle) => `${base}:${vehicle}`)
  return [...general, base].flatMap((key) => [`${key}:${direction}`, key])
}
