// What an address asks of the features of a collection: which of them, in which order, from where on, and with what.
import { z } from 'zod'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { Queryables } from '#geodata/formats/cql2/check.ts'
import { badParameter } from '#server/http/problem.ts'
import { FILE_FORMAT_IDS, type FileFormatId } from '#server/routes/collection-file.ts'
import { FILTER_PARAMETERS, filterOf } from '#server/routes/filter-of.ts'
import type { Cursor } from '#server/store/row-store.ts'

export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
export const LIMIT_DEFAULT = 10
export const LIMIT_MAXIMUM = 10_000
const OWN_PARAMETERS = new Set<string>([
  'bbox',
  'bbox-crs',
  'limit',
  'offset',
  'datetime',
  'q',
  'f',
  'crs',
  'sortby',
  'lang',
  'properties',
  'after',
  ...FILTER_PARAMETERS,
])

const namesOf = (queryables: Queryables) =>
  [...queryables].flatMap(([name, kind]) => (kind === 'geometry' ? [] : [name]))

/** A page, unless it `isFile`: of that everything is wanted where nothing else is said. */
export function queryOf(search: URLSearchParams, queryables: Queryables, isFile: boolean) {
  const properties = namesOf(queryables)
  const filters: Record<string, string[]> = {}
  for (const [name, value] of search) {
    if (OWN_PARAMETERS.has(name)) continue
    requireProperty(name, properties)
    filters[name] = [...(filters[name] ?? []), value]
  }
  requireKnown(search, isFile)
  const bbox = search.get('bbox')
  const q = search.get('q')
  const sortedBy = sortOf(search.get('sortby') ?? '', properties)
  const where = filterOf(search, queryables)
  const after = cursorOf(search.get('after'), sortedBy.length)
  return {
    filters,
    ...(search.has('limit') ? { limit: whole(search, 'limit', LIMIT_DEFAULT, 1) } : {}),
    offset: whole(search, 'offset', 0, 0),
    ...(bbox === null ? {} : { bbox: bboxOf(bbox) }),
    ...(q ? { q } : {}),
    ...(sortedBy.length > 0 ? { sortedBy } : {}),
    ...(where === undefined ? {} : { where }),
    ...(after ? { after } : {}),
  }
}

/** The properties that are asked for; undefined: all. */
export function propertiesAsked(search: URLSearchParams, queryables: Queryables) {
  const properties = namesOf(queryables)
  const named = search.get('properties')?.split(',').filter(Boolean)
  const strange = named?.find((name) => !properties.includes(name))
  if (strange === undefined) return named
  throw badParameter(
    'properties',
    `properties names “${strange}”; there are ${properties.join(', ')}.`,
    `properties 指定了“${strange}”；现有 ${properties.join('、')}。`,
  )
}

export const onlyProperties = (feature: RowFeature, named: readonly string[]): RowFeature => ({
  ...feature,
  properties: Object.fromEntries(named.map((name) => [name, feature.properties[name] ?? null])),
})

const CursorRead = z.strictObject({
  sorted: z.array(z.union([z.string(), z.number(), z.null()])),
  added: z.number(),
})

/** Only what a link of a page before it held is understood. */
function cursorOf(text: string | null, sortedBy: number): Cursor | null {
  if (text === null) return null
  try {
    const read = CursorRead.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    if (read.sorted.length === sortedBy) return read
  } catch {
    // Told below.
  }
  throw badParameter(
    'after',
    'after is no place in this list; take the address of the link “next” as it is, with the same sortby.',
    'after 不是此列表中的位置；请原样使用“next”链接的地址，并保持 sortby 不变。',
  )
}

const textOf = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url')

function requireProperty(name: string, properties: readonly string[]): void {
  if (properties.includes(name)) return
  throw badParameter(
    name,
    `“${name}” is no parameter of this collection; its properties are ${properties.join(', ')}.`,
    `此集合没有参数“${name}”；属性有 ${properties.join('、')}。`,
  )
}

/** Properties with a sign each, "-nameZh,+id"; no sign: upwards. */
function sortOf(text: string, properties: readonly string[]) {
  return text
    .split(',')
    .filter(Boolean)
    .map((part) => {
      const property = part.replace(/^[ +-]/, '')
      if (!properties.includes(property)) {
        throw badParameter(
          'sortby',
          `sortby names “${property}”; the properties are ${properties.join(', ')}.`,
          `sortby 指定了“${property}”；属性有 ${properties.join('、')}。`,
        )
      }
      return { property, descending: part.startsWith('-') }
    })
}

const FORMATS = ['json', ...FILE_FORMAT_IDS].join(', ')
/** Parameters that choose a format, a reference system or a time: what is not served is refused. */
const CHOICES: [name: string, fits: (text: string) => boolean, expected: string][] = [
  ['f', (text) => text === 'json' || FILE_FORMAT_IDS.includes(text as FileFormatId), FORMATS],
  ['crs', (text) => text === CRS84, CRS84],
  ['bbox-crs', (text) => text === CRS84, CRS84],
  ['filter-crs', (text) => text === CRS84, CRS84],
  // No collection has a time of its own, so every feature fits every time (Part 1, 7.15.4).
  ['datetime', isTime, '2026-11-23, 2026-11-23T00:00:00Z, 2026-01-01/..'],
]

/** Of a file its format says which systems it takes. */
function requireKnown(search: URLSearchParams, isFile: boolean): void {
  for (const [name, fits, expected] of CHOICES) {
    const text = search.get(name)
    if (text === null || fits(text) || (isFile && name === 'crs')) continue
    throw badParameter(
      name,
      `${name} came as “${text}”; expected ${expected}.`,
      `${name} 收到“${text}”；应为 ${expected}。`,
    )
  }
}

const OPEN_END = /^(\.\.)?$/

/** A day or a moment that there is, or an interval of two, one of which may be open. */
function isTime(text: string): boolean {
  const ends = text.split('/')
  const given = ends.filter((end) => !OPEN_END.test(end))
  if (ends.length > 2 || given.length === 0 || !given.every(isDay)) return false
  const [from = 0, to = from] = given.map((end) => Date.parse(end.toUpperCase()))
  return from <= to
}

/** RFC 3339; `Date` would take 30 February for 1 March. */
function isDay(text: string): boolean {
  const found =
    /^(\d{4})-(\d\d)-(\d\d)(t([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/i.exec(
      text,
    )
  if (!found) return false
  const [year, month, day] = found.slice(1, 4).map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text.slice(0, 10))
}

function whole(search: URLSearchParams, name: string, fallback: number, least: number): number {
  const text = search.get(name)
  if (text === null) return fallback
  const value = z.coerce.number().int().min(least).safeParse(text)
  if (value.success) return value.data
  throw badParameter(
    name,
    `${name} came as “${text}”; expected a whole number from ${least}.`,
    `${name} 收到“${text}”；应为不小于 ${least} 的整数。`,
  )
}

function bboxOf(text: string): [number, number, number, number] {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const flat = numbers.length === 6 ? [0, 1, 3, 4].map((index) => numbers[index]) : numbers
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = flat
  const ok =
    flat.length === 4 &&
    [west, east].every((lng) => Math.abs(lng) <= 180) &&
    [south, north].every((lat) => Math.abs(lat) <= 90) &&
    south <= north
  if (ok) return [west, south, east, north]
  throw badParameter(
    'bbox',
    `bbox came as “${text}”; expected west,south,east,north in degrees, south not above north.`,
    `bbox 收到“${text}”；应为“西,南,东,北”，单位度，南不大于北。`,
  )
}

type Page = { limit: number; offset: number; after?: Cursor }

/** The next page begins where this one ended, whatever is written meanwhile. */
export function pageLinks(url: string, { limit, offset, after }: Page, next: Cursor | null) {
  const at = (place: Record<string, string>) => {
    const page = new URL(url)
    page.searchParams.delete('offset')
    page.searchParams.delete('after')
    page.searchParams.set('limit', String(limit))
    for (const [name, value] of Object.entries(place)) page.searchParams.set(name, value)
    return page.href
  }
  const type = 'application/geo+json'
  const links = [{ rel: 'self', href: url, type }]
  if (next) links.push({ rel: 'next', href: at({ after: textOf(next) }), type })
  if (offset > 0 && !after) {
    links.push({ rel: 'prev', href: at({ offset: String(Math.max(0, offset - limit)) }), type })
  }
  return links
}
