// Between which cities does a collaboration link run, and where do its cables dock?

const CHONGQING = '500000'

/** Where a cable docks: the seat of each city's government, rounded to 0.01 degrees. */
const CITY_SEAT: Record<string, [number, number]> = {
  '500000': [106.55, 29.56],
  '510100': [104.07, 30.57],
  '510300': [104.78, 29.34],
  '510500': [105.44, 28.87],
  '510600': [104.4, 31.13],
  '510900': [105.59, 30.53],
  '511000': [105.06, 29.58],
  '511300': [106.11, 30.84],
  '511500': [104.64, 28.75],
  '511600': [106.63, 30.46],
  '512000': [104.63, 30.13],
}

/** City of a district code: the four digits of the prefecture; all of Chongqing is one city. */
export function cityCode(adcode: string): string {
  return adcode.startsWith('50') ? CHONGQING : `${adcode.slice(0, 4)}00`
}

/** Pairs of different cities, each written smaller code first; a whole province is no city. */
export function cityPairs(from: string[], to: string[]): string[] {
  const pairs = new Set<string>()
  for (const a of from)
    for (const b of to)
      if (a !== b && CITY_SEAT[a] && CITY_SEAT[b]) pairs.add([a, b].sort().join('-'))
  return [...pairs].sort()
}

/** One line per pair; null where no pair is known: the link is listed, not drawn. */
export function cables(pairs: string[]) {
  if (pairs.length === 0) return null
  const lines = pairs.map((pair) => pair.split('-').map((city): number[] => CITY_SEAT[city] ?? []))
  return { type: 'MultiLineString' as const, coordinates: lines }
}
