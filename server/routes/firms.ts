// The firms of a region for a page that does not hold them all: counted under its filters, and as tiles.
import { gzipSync } from 'node:zlib'
import { type Context, Hono } from 'hono'
import { LRUCache } from 'lru-cache'
import { choicesIn, FILTER_IDS, keep } from '#geodata/analysis/shown/filters.ts'
import { summaryOfFirms } from '#geodata/analysis/shown/firm-summary.ts'
import {
  FIRM_LAYER,
  FIRM_MOST_ZOOM,
  firmTile,
  type PlacedFirms,
  placedFirms,
} from '#geodata/analysis/shown/firm-tile.ts'
import { FirmSummary } from '#geodata/contract/firm-summary.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf } from '#server/http/address.ts'
import { answered, json, ok, type Paths, path, query, tile } from '#server/http/described.ts'
import { badParameter } from '#server/http/problem.ts'
import { tileMemory } from '#server/http/tile-memory.ts'
import { answerTile, tileKeyOf } from '#server/http/tile-request.ts'
import { tilesetOf } from '#server/routes/collection-tiles.ts'

const MOST_TILE_BYTES = 32 * 1024 * 1024
/** As many sets of filters as some readers use at a time; each holds the places it keeps. */
const MOST_CHOICES = 8
/** How long a tile may be kept whose address names the data by their hash: it never changes. */
const KEPT_SECONDS = 24 * 3600
const OWN_PARAMETERS = new Set<string>(['f', 'v', ...FILTER_IDS])
const TILES = '/collections/companies/tiles/WebMercatorQuad'

const FIELDS = {
  id: 'String: id of a firm that stands alone; absent in a group',
  nameZh: 'String',
  nameEn: 'String',
  kind: 'String: oem, tier1, tier2, material',
  system: 'String: the first of its systems',
  products: 'String',
  count: 'Number: of firms in a group; absent of a firm that stands alone',
  onePlace: 'Boolean: all of the group are at one place',
  bounds: 'String: west,south,east,north of a group in degrees',
}

export function firmRoutes({ region }: Deps): Hono {
  const routes = new Hono()
  const tiles = tileMemory(MOST_TILE_BYTES)
  const kept = new LRUCache<string, PlacedFirms>({ max: MOST_CHOICES })
  /** The placed firms that the filters of the address keep, and by what they are known. */
  const keptFor = (c: Context) => {
    const { choices, name } = askedOf(c)
    const { companies } = region.facts
    const key = `${region.dataset.hash}?${name}`
    const known = kept.get(key) ?? placedFirms(keep('companies', companies, choices).kept)
    kept.set(key, known)
    return { key, known }
  }
  routes.get('/collections/companies/summary', (c) => {
    const { choices, name } = askedOf(c)
    if (isKnown(c, `${region.dataset.hash}?${name}`)) return c.body(null, 304)
    return c.json(FirmSummary.parse(summaryOfFirms(region.facts.companies, choices)))
  })
  routes.get(TILES, (c) => {
    const { name } = askedOf(c)
    const search = [name, `v=${region.dataset.hash}`].filter(Boolean).join('&')
    const address = addressOf(c)
    return c.json({
      ...tilesetOf(`${address}/api${TILES}`, address, FIRM_LAYER, `?${search}`),
      tilejson: '3.0.0',
      name: 'companies',
      tiles: [`${address}/api${TILES}/{z}/{y}/{x}?${search}`],
      minzoom: 0,
      maxzoom: FIRM_MOST_ZOOM,
      vector_layers: [{ id: FIRM_LAYER, fields: FIELDS }],
    })
  })
  routes.get(`${TILES}/:z/:y/:x`, (c) => {
    const key = tileKeyOf(c, FIRM_MOST_ZOOM)
    const { key: asked, known } = keptFor(c)
    if (c.req.query('v') === region.dataset.hash) {
      c.header('Cache-Control', `public, max-age=${KEPT_SECONDS}`)
    }
    if (isKnown(c, asked)) return c.body(null, 304)
    const gzipped = tiles.recall(`${asked}/${key.z}/${key.x}/${key.y}`, () => {
      const made = firmTile(known, key)
      return made && gzipSync(made)
    })
    return answerTile(c, gzipped)
  })
  return routes
}

/** The filters of the address, and one name for all ways to write the same; others are refused. */
function askedOf(c: Context) {
  const search = new URL(c.req.url).searchParams
  for (const name of search.keys()) {
    if (OWN_PARAMETERS.has(name)) continue
    throw badParameter(
      name,
      `“${name}” is no filter; there are ${FILTER_IDS.join(', ')}.`,
      `没有“${name}”这个筛选条件；现有 ${FILTER_IDS.join('、')}。`,
    )
  }
  const choices = choicesIn(search)
  const named = Object.entries(choices).map(([id, values]) => [id, [...values].sort().join(',')])
  return { choices, name: new URLSearchParams(named.sort()).toString() }
}

function isKnown(c: Context, standsFor: string): boolean {
  const etag = `W/"${standsFor}"`
  c.header('ETag', etag)
  return c.req.header('If-None-Match')?.includes(etag) ?? false
}

const filters = () =>
  FILTER_IDS.map((id) =>
    query(id, 'values separated by commas, one of which is enough', { type: 'string' }),
  )
const VERSION = query('v', 'the hash of the data: the answer may then be kept', { type: 'string' })

export const firmPaths = (): Paths => ({
  '/collections/companies/summary': {
    get: {
      summary: 'The firms that filters keep, counted by filter, system and district',
      parameters: filters(),
      responses: ok(json(answered(FirmSummary))),
    },
  },
  [TILES]: {
    get: {
      summary:
        'The firms as vector tiles (TileJSON 3.0); firms close together are one feature with a count',
      parameters: filters(),
      responses: ok(json({ type: 'object' })),
    },
  },
  [`${TILES}/{z}/{y}/{x}`]: {
    get: {
      summary: 'One tile of the firms; 204 where there are none',
      parameters: [path('z'), path('y'), path('x'), ...filters(), VERSION],
      responses: tile(),
    },
  },
})
