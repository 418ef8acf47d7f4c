// Which numbers and months does a published figure stand for: 624, 300+, <30, 1-2; 2023-01/10?

type Range<T> = { low: T | null; high: T | null }

/** Both ends null where the words name no number. */
export function valueRange(value: string | null): Range<number> {
  const text = (value ?? '').replaceAll(',', '').trim()
  const number = String.raw`(\d+(?:\.\d+)?)`
  const match = (pattern: string) => text.match(new RegExp(`^${pattern}$`))
  const exact = match(number)
  if (exact) return { low: Number(exact[1]), high: Number(exact[1]) }
  const above = match(`${number}\\+`) ?? match(`[>≥]${number}`)
  if (above) return { low: Number(above[1]), high: null }
  const below = match(`[<≤]${number}`)
  if (below) return { low: null, high: Number(below[1]) }
  const between = match(`${number}[-–—~]${number}`)
  if (between) return { low: Number(between[1]), high: Number(between[2]) }
  return { low: null, high: null }
}

/** "2023-01/10" is January to October of 2023; a single date is both ends. */
export function monthRange(asOf: string | null): Range<string> {
  if (asOf === null) return { low: null, high: null }
  const [low = '', end] = asOf.split('/')
  if (end === undefined) return { low, high: low }
  return { low, high: end.length === 2 ? `${low.slice(0, 4)}-${end}` : end }
}
