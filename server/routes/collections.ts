// The feature collections, to read (OGC API – Features, part 1).
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { TITLES } from '#geodata/contract/collections.ts'
import {
  EDITABLE,
  isEditable,
  READABLE_IDS,
  type ReadableId,
} from '#geodata/contract/editable/editable.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import type { Deps } from '#server/deps.ts'
import { DOCUMENT, ok, type Paths, path, query } from '#server/http/described.ts'
import { ProblemError } from '#server/http/problem.ts'

const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const LIMIT_DEFAULT = 10
const LIMIT_MAXIMUM = 10_000
const OWN_PARAMETERS = new Set(['bbox', 'bbox-crs', 'limit', 'offset', 'datetime', 'q', 'f', 'crs'])

function titleOf(id: ReadableId): string {
  if (!isEditable(id)) return TITLES[id] ?? id
  const { zh, en } = EDITABLE[id].title
  return `${zh} ${en}`
}

export function collectionRoutes({ store, region }: Deps): Hono {
  const routes = new Hono()
  const describe = (c: Context, id: ReadableId) => {
    const base = `${new URL(c.req.url).origin}/api/collections/${id}`
    return {
      id,
      title: titleOf(id),
      itemType: 'feature',
      crs: [CRS84],
      extent: { spatial: { bbox: [[97, 26, 111, 35]], crs: CRS84 } },
      links: [
        { rel: 'self', href: base, type: 'application/json' },
        { rel: 'items', href: `${base}/items`, type: 'application/geo+json' },
      ],
    }
  }
  routes.get('/collections', (c) =>
    c.json({
      collections: READABLE_IDS.map((id) => describe(c, id)),
      links: [{ rel: 'self', href: c.req.url, type: 'application/json' }],
    }),
  )
  routes.get('/collections/:id', (c) => c.json(describe(c, collectionId(c.req.param('id')))))
  routes.get('/collections/:id/items', async (c) => {
    const id = collectionId(c.req.param('id'))
    const query = queryOf(
      new URL(c.req.url).searchParams,
      await store.rows.properties(region.id, id),
    )
    const { features, matched } = await store.rows.features(region.id, id, query)
    const about = {
      numberMatched: matched,
      numberReturned: features.length,
      links: pageLinks(c.req.url, query, matched),
    }
    return c.body(EXPORT_FORMATS.geojson.write({ features, about }), 200, {
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
      { rel: 'self', href: c.req.url, type: 'application/geo+json' },
      { rel: 'collection', href: c.req.url.split('/items')[0], type: 'application/json' },
    ]
    return c.body(JSON.stringify({ ...stored.feature, links }), 200, {
      'Content-Type': EXPORT_FORMATS.geojson.mediaType,
      'Content-Crs': `<${CRS84}>`,
      ETag: `"${stored.etag}"`,
    })
  })
  return routes
}

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
    '/collections/{collectionId}/items': {
      get: {
        summary: 'Features of a collection',
        parameters: [
          path('collectionId'),
          query('bbox', 'west,south,east,north in degrees', { type: 'string' }),
          query('limit', '1 to 10,000, default 10', { type: 'integer' }),
          query('offset', 'how many to pass over', { type: 'integer' }),
          query('q', 'text in names, products and sources', { type: 'string' }),
        ],
        responses: ok(geojson, 'A page of features; any property may be a filter too'),
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

function badParameter(name: string, detail: string, detailZh: string): ProblemError {
  return new ProblemError(400, detail, detailZh, [{ pointer: `?${name}`, detail, detailZh }])
}

function queryOf(search: URLSearchParams, properties: string[]) {
  const filters: Record<string, string> = {}
  for (const [name, value] of search) {
    if (OWN_PARAMETERS.has(name)) continue
    if (!properties.includes(name)) {
      throw badParameter(
        name,
        `“${name}” is no parameter of this collection; its properties are ${properties.join(', ')}.`,
        `此集合没有参数“${name}”；属性有 ${properties.join('、')}。`,
      )
    }
    filters[name] = value
  }
  requireKnown(search)
  const bbox = search.get('bbox')
  const q = search.get('q')
  return {
    filters,
    limit: Math.min(whole(search, 'limit', LIMIT_DEFAULT, 1), LIMIT_MAXIMUM),
    offset: whole(search, 'offset', 0, 0),
    ...(bbox === null ? {} : { bbox: bboxOf(bbox) }),
    ...(q ? { q } : {}),
  }
}

/** Parameters that choose a format, a reference system or a time: what is not served is refused. */
const CHOICES: [name: string, fits: RegExp, expected: string][] = [
  ['f', /^(json|geojson)$/, 'json'],
  ['crs', new RegExp(`^${CRS84}$`), CRS84],
  ['bbox-crs', new RegExp(`^${CRS84}$`), CRS84],
  // No collection has a time of its own, so every feature fits every time (Part 1, 7.15.4).
  [
    'datetime',
    /^(?=.*\d)(\.\.|\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?)?(\/(\.\.|\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?)?)?$/i,
    '2026-11-23, 2026-11-23T00:00:00Z, 2026-01-01/..',
  ],
]

function requireKnown(search: URLSearchParams): void {
  for (const [name, fits, expected] of CHOICES) {
    const text = search.get(name)
    if (text === null || fits.test(text)) continue
    throw badParameter(
      name,
      `${name} came as “${text}”; expected ${expected}.`,
      `${name} 收到“${text}”；应为 ${expected}。`,
    )
  }
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
    west < east &&
    south < north
  if (ok) return [west, south, east, north]
  throw badParameter(
    'bbox',
    `bbox came as “${text}”; expected west,south,east,north in degrees with west < east and south < north.`,
    `bbox 收到“${text}”；应为“西,南,东,北”，单位度，且西小于东、南小于北。`,
  )
}

function pageLinks(url: string, query: { limit: number; offset: number }, matched: number) {
  const at = (offset: number) => {
    const page = new URL(url)
    page.searchParams.set('offset', String(offset))
    page.searchParams.set('limit', String(query.limit))
    return page.href
  }
  const type = 'application/geo+json'
  const links = [{ rel: 'self', href: url, type }]
  if (query.offset + query.limit < matched) {
    links.push({ rel: 'next', href: at(query.offset + query.limit), type })
  }
  if (query.offset > 0) {
    links.push({ rel: 'prev', href: at(Math.max(0, query.offset - query.limit)), type })
  }
  return links
}
