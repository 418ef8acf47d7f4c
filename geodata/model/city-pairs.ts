// Between which cities does a collaboration link run, and where do its cables dock?
import type { HomeRegion } from '#geodata/model/region.ts'

type Cities = Pick<HomeRegion, 'cityAdcode' | 'cities'>

/** City of a district code: the four digits of the prefecture; a municipality is one city whole. */
export function cityCode(adcode: string, municipalities: readonly string[]): string {
  const province = `${adcode.slice(0, 2)}0000`
  return municipalities.includes(province) ? province : `${adcode.slice(0, 4)}00`
}

/** Pairs of different cities, home first, else the smaller code; a whole province is no city. */
export function cityPairs({ cityAdcode, cities }: Cities, from: string[], to: string[]): string[] {
  const known = new Set(cities.map(({ adcode }) => adcode))
  const homeFirst = (code: string) => (code === cityAdcode ? '' : code)
  const pairs = new Set<string>()
  for (const a of from)
    for (const b of to)
      if (a !== b && known.has(a) && known.has(b)) {
        pairs.add((homeFirst(a) < homeFirst(b) ? [a, b] : [b, a]).join('-'))
      }
  return [...pairs].sort()
}

/** One line per pair; null where no pair is known: the link is listed, not drawn. */
export function cables({ cities }: Pick<Cities, 'cities'>, pairs: string[]) {
  if (pairs.length === 0) return null
  const seatOf = new Map(cities.map(({ adcode, seat }) => [adcode, seat]))
  const lines = pairs.map((pair) =>
    pair.split('-').map((city): number[] => [...(seatOf.get(city) ?? [])]),
  )
  return { type: 'MultiLineString' as const, coordinates: lines }
}
