// The feature collections, to read (OGC API – Features, part 1).
import { type Context, Hono } from 'hono'
import { DOCUMENT_LANGUAGES } from '#geodata/analysis/siting/document/column.ts'
import { TITLES } from '#geodata/contract/collections.ts'
import {
  EDITABLE,
  isEditable,
  READABLE_IDS,
  type ReadableId,
} from '#geodata/contract/editable/editable.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf, hereOf } from '#server/http/address.ts'
import { DOCUMENT, ok, type Paths, path, query } from '#server/http/described.ts'
import { ProblemError } from '#server/http/problem.ts'
import { collectionFile, FILE_FORMAT_IDS, fileFormatOf } from '#server/routes/collection-file.ts'
import { filterParameters, queryablesSchema } from '#server/routes/filter-of.ts'
import {
  CRS84,
  LIMIT_DEFAULT,
  LIMIT_MAXIMUM,
  onlyProperties,
  pageLinks,
  propertiesAsked,
  queryOf,
} from '#server/routes/items-query.ts'

const TILESETS = 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector'
const QUERYABLES = 'http://www.opengis.net/def/rel/ogc/1.0/queryables'
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
    const named = propertiesAsked(search, queryables)
    if (format) return collectionFile(c, deps, { id, query: asked, named }, format)
    const query = { ...asked, limit: Math.min(asked.limit ?? LIMIT_DEFAULT, LIMIT_MAXIMUM) }
    const { features, matched, next } = await store.rows.features(region.id, id, query)
    const about = {
      numberMatched: matched,
      numberReturned: features.length,
      links: pageLinks(hereOf(c), query, next),
    }
    const shown = named ? features.map((feature) => onlyProperties(feature, named)) : features
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
