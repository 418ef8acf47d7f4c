// The feature collections, to read (OGC API – Features, part 1).
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { DOCUMENT_LANGUAGES } from '#geodata/analysis/siting/document/column.ts'
import { TITLES } from '#geodata/contract/collections.ts'
import {
  EDITABLE,
  isEditable,
  READABLE_IDS,
  type ReadableId,
} from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { Queryables } from '#geodata/formats/cql2/check.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf, hereOf } from '#server/http/address.ts'
import { DOCUMENT, ok, type Paths, path, query } from '#server/http/described.ts'
import { badParameter, ProblemError } from '#server/http/problem.ts'
import {
  collectionFile,
  FILE_FORMAT_IDS,
  type FileFormatId,
  fileFormatOf,
} from '#server/routes/collection-file.ts'
import {
  FILTER_PARAMETERS,
  filterOf,
  filterParameters,
  queryablesSchema,
} from '#server/routes/filter-of.ts'
import type { Cursor } from '#server/store/row-store.ts'

const TILESETS = 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector'
const QUERYABLES = 'http://www.opengis.net/def/rel/ogc/1.0/queryables'
const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const LIMIT_DEFAULT = 10
const LIMIT_MAXIMUM = 10_000
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

export function titleOf(id: ReadableId): string {
  if (!isEditable(id)) return TITLES[id] ?? id
  const { zh, en } = EDITABLE[id].title
  return `${zh} ${en}`
}

export function collectionRoutes(deps: Deps): Hono {
  const { store, region } = deps
  const routes = new Hono()
  const describe = async (c: Context, id: ReadableId) => {
    const extent = await store.rows.extent(region.id, id)
    const isPlaced = (await store.rows.queryables(region.id, id)).has('geometry')
    const base = `${addressOf(c)}/api/collections/${id}`
    return {
      id,
      title: titleOf(id),
      itemType: 'feature',
      crs: [CRS84],
      ...(extent ? { extent: { spatial: { bbox: [extent], crs: CRS84 } } } : {}),
      links: [
        { rel: 'self', href: base, type: 'application/json' },
        { rel: 'items', href: `${base}/items`, type: 'application/geo+json' },
        { rel: QUERYABLES, href: `${base}/queryables`, type: 'application/schema+json' },
        ...(isPlaced ? [{ rel: TILESETS, href: `${base}/tiles`, type: 'application/json' }] : []),
      ],
    }
  }
  routes.get('/collections', async (c) =>
    c.json({
      collections: await Promise.all(READABLE_IDS.map((id) => describe(c, id))),
      links: [{ rel: 'self', href: hereOf(c), type: 'application/json' }],
    }),
  )
  routes.get('/collections/:id', async (c) =>
    c.json(await describe(c, collectionId(c.req.param('id')))),
  )
  routes.get('/collections/:id/queryables', async (c) => {
    const id = collectionId(c.req.param('id'))
    const known = await store.rows.queryables(region.id, id)
    return c.body(JSON.stringify(queryablesSchema(hereOf(c), id, titleOf(id), known)), 200, {
      'Content-Type': 'application/schema+json',
    })
  })
  routes.get('/collections/:id/items', async (c) => {
    const id = collectionId(c.req.param('id'))
    const search = new URL(c.req.url).searchParams
    const queryables = await store.rows.queryables(region.id, id)
    const format = fileFormatOf(search)
    const asked = queryOf(search, queryables, format !== null)
    if (format) return collectionFile(c, deps, id, asked, format)
    const query = { ...asked, limit: Math.min(asked.limit ?? LIMIT_DEFAULT, LIMIT_MAXIMUM) }
    const { features, matched, next } = await store.rows.features(region.id, id, query)
    const about = {
      numberMatched: matched,
      numberReturned: features.length,
      links: pageLinks(hereOf(c), query, next),
    }
    const shown = onlyProperties(features, propertiesAsked(search, namesOf(queryables)))
    return c.body(EXPORT_FORMATS.geojson.write({ features: shown, about }), 200, {
      'Content-Type': EXPORT_FORMATS.geojson.mediaType,
      'Content-Crs': `<${CRS84}>`,
    })
  })
  routes.get('/collections/:id/items/:featureId', async (c) => {
    const id = collectionId(c.req.param('id'))
    const featureId = c.req.param('featureId')
    const stored = await store.rows.find(region.id, id, featureId)
    if (!stored) {
      throw new ProblemError(
        404,
        `${id} has no feature “${featureId}”.`,
        `${id} 里没有“${featureId}”。`,
      )
    }
    const links = [
      { rel: 'self', href: hereOf(c), type: 'application/geo+json' },
      { rel: 'collection', href: hereOf(c).split('/items')[0], type: 'application/json' },
    ]
    return c.body(JSON.stringify({ ...stored.feature, links }), 200, {
      'Content-Type': EXPORT_FORMATS.geojson.mediaType,
      'Content-Crs': `<${CRS84}>`,
      ETag: `"${stored.etag}"`,
    })
  })
  return routes
}

const BBOX = {
  ...query(
    'bbox',
    'west,south,east,north in degrees, or with heights, which are passed over; crosses 180° where west is greater than east',
    {
      type: 'array',
      items: { type: 'number' },
      oneOf: [
        { minItems: 4, maxItems: 4 },
        { minItems: 6, maxItems: 6 },
      ],
    },
  ),
  style: 'form',
  explode: false,
} as const

export function collectionPaths(): Paths {
  const geojson = { 'application/geo+json': { schema: { type: 'object' } } }
  return {
    '/collections': {
      get: { summary: `Collections: ${READABLE_IDS.join(', ')}`, responses: ok(DOCUMENT) },
    },
    '/collections/{collectionId}': {
      get: {
        summary: 'One collection',
        parameters: [path('collectionId')],
        responses: ok(DOCUMENT),
      },
    },
    '/collections/{collectionId}/queryables': {
      get: {
        summary: 'What a condition on the collection may ask by, as a JSON Schema',
        parameters: [path('collectionId')],
        responses: ok({ 'application/schema+json': { schema: { type: 'object' } } }),
      },
    },
    '/collections/{collectionId}/items': {
      get: {
        summary: 'Features of a collection',
        parameters: [
          path('collectionId'),
          BBOX,
          query('datetime', 'a date, a time or an interval; every feature fits every time', {
            type: 'string',
          }),
          query('limit', 'how many at most; more than the maximum is taken for the maximum', {
            type: 'integer',
            minimum: 1,
            maximum: LIMIT_MAXIMUM,
            default: LIMIT_DEFAULT,
          }),
          query('offset', 'how many to pass over', { type: 'integer', minimum: 0, default: 0 }),
          query('f', 'a page of features, or everything that matches as a file', {
            type: 'string',
            enum: ['json', ...FILE_FORMAT_IDS],
            default: 'json',
          }),
          query('lang', 'of a file: its name, title and credits', {
            type: 'string',
            enum: DOCUMENT_LANGUAGES,
          }),
          query(
            'crs',
            'of a file in CSV, XLSX, GeoJSON or KML: gcj02 or bd09 shifts its places for Chinese web maps; else WGS84',
            { type: 'string' },
          ),
          query('q', 'text in names, products and sources', { type: 'string' }),
          query(
            'sortby',
            'properties, separated by commas, with + or - before each; what is not known comes last',
            { type: 'string' },
          ),
          ...filterParameters(),
          query('properties', 'those to be given, separated by commas; left out, all are', {
            type: 'string',
          }),
          query('after', 'where a page begins: as the link “next” of the page before says it', {
            type: 'string',
          }),
        ],
        responses: ok(
          geojson,
          'A page of features; any property may be a filter too. Given several times, one of its values is enough; empty, it asks for what is not known',
        ),
      },
    },
    '/collections/{collectionId}/items/{featureId}': {
      get: {
        summary: 'One feature',
        parameters: [path('collectionId'), path('featureId')],
        responses: ok(geojson),
      },
    },
  }
}

export function collectionId(id: string): ReadableId {
  const known = READABLE_IDS.find((collection) => collection === id)
  if (known) return known
  throw new ProblemError(
    404,
    `There is no collection “${id}”; there are ${READABLE_IDS.join(', ')}.`,
    `没有“${id}”这个集合；现有 ${READABLE_IDS.join('、')}。`,
  )
}

const namesOf = (queryables: Queryables) =>
  [...queryables].flatMap(([name, kind]) => (kind === 'geometry' ? [] : [name]))

/** A page, unless it `isFile`: of that everything is wanted where nothing else is said. */
function queryOf(search: URLSearchParams, queryables: Queryables, isFile: boolean) {
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

/** Those that are asked for; all where none are named. */
function propertiesAsked(search: URLSearchParams, properties: readonly string[]) {
  const named = search.get('properties')?.split(',').filter(Boolean)
  const strange = named?.find((name) => !properties.includes(name))
  if (strange === undefined) return named
  throw badParameter(
    'properties',
    `properties names “${strange}”; there are ${properties.join(', ')}.`,
    `properties 指定了“${strange}”；现有 ${properties.join('、')}。`,
  )
}

function onlyProperties(features: RowFeature[], named: readonly string[] | undefined) {
  if (!named) return features
  return features.map((feature) => ({
    ...feature,
    properties: Object.fromEntries(named.map((name) => [name, feature.properties[name] ?? null])),
  }))
}

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
function pageLinks(url: string, { limit, offset, after }: Page, next: Cursor | null) {
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
