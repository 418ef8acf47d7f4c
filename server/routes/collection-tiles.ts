// Every collection that has places as vector tiles (OGC API – Tiles, part 1), in the grid that web maps use.
//
// Firms have tiles of their own (firms.ts), in which those close together are one feature.
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { LRUCache } from 'lru-cache'
import { FEATURE_MOST_ZOOM, featureTiles } from '#geodata/analysis/shown/feature-tiles.ts'
import { FIRM_LAYER, FIRM_MOST_ZOOM } from '#geodata/analysis/shown/firm-tile.ts'
import type { ReadableId } from '#geodata/contract/editable/editable.ts'
import type { TileKey } from '#geodata/formats/tile-lines.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf, hereOf } from '#server/http/address.ts'
import { DOCUMENT, ok, type Paths, path, query, tile } from '#server/http/described.ts'
import { ProblemError } from '#server/http/problem.ts'
import { tileMemory } from '#server/http/tile-memory.ts'
import { answerTile, tileKeyOf } from '#server/http/tile-request.ts'
import { collectionId, titleOf } from '#server/routes/collections.ts'

const MOST_TILE_BYTES = 16 * 1024 * 1024
/** Collections of which the cut features are held at a time. */
const MOST_HELD = 6
/** How long a tile may be kept whose address names the data by their hash: it never changes. */
const KEPT_SECONDS = 24 * 3600

const GRID = 'WebMercatorQuad'
const GRID_URI = `http://www.opengis.net/def/tilematrixset/OGC/1.0/${GRID}`
const GRID_CRS = 'http://www.opengis.net/def/crs/EPSG/0/3857'
const MVT = 'application/vnd.mapbox-vector-tile'
const JSON_TYPE = 'application/json'
const GRID_REL = 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme'

export function collectionTileRoutes({ store, region }: Deps): Hono {
  const routes = new Hono()
  const tiles = tileMemory(MOST_TILE_BYTES)
  const held = new LRUCache<string, (key: TileKey) => Uint8Array | null>({ max: MOST_HELD })
  const tilesOf = async (id: ReadableId, key: string) => {
    const known = held.get(key)
    if (known) return known
    const { features } = await store.rows.features(region.id, id)
    const made = featureTiles(id, features)
    held.set(key, made)
    return made
  }
  const placed = async (text: string) => {
    const id = collectionId(text)
    if ((await store.rows.queryables(region.id, id)).has('geometry')) return id
    throw new ProblemError(
      404,
      `The collection “${id}” has no places, and so no tiles.`,
      `集合“${id}”没有位置，因此没有瓦片。`,
    )
  }
  routes.get('/tileMatrixSets', (c) =>
    c.json({
      tileMatrixSets: [
        {
          id: GRID,
          title: GRID,
          uri: GRID_URI,
          crs: GRID_CRS,
          links: [{ rel: 'self', href: `${hereOf(c)}/${GRID}`, type: JSON_TYPE }],
        },
      ],
    }),
  )
  routes.get(`/tileMatrixSets/${GRID}`, (c) => c.json(GRID_DEFINITION))
  routes.get('/collections/:id/tiles', async (c) => {
    const id = await placed(c.req.param('id'))
    return c.json({
      tilesets: [
        {
          title: titleOf(id),
          dataType: 'vector',
          crs: GRID_CRS,
          tileMatrixSetURI: GRID_URI,
          links: [
            { rel: 'self', href: `${hereOf(c)}/${GRID}`, type: JSON_TYPE },
            { rel: GRID_REL, href: `${addressOf(c)}/api/tileMatrixSets/${GRID}`, type: JSON_TYPE },
          ],
        },
      ],
      links: [{ rel: 'self', href: hereOf(c), type: JSON_TYPE }],
    })
  })
  // Those of the firms are told of in firms.ts, which comes before.
  routes.get(`/collections/:id/tiles/${GRID}`, async (c) => {
    const id = await placed(c.req.param('id'))
    const known = await store.rows.queryables(region.id, id)
    const bounds = await store.rows.extent(region.id, id)
    const fields = [...known].flatMap(([name, kind]) =>
      kind === 'geometry' ? [] : [[name, kind === 'number' ? 'Number' : 'String']],
    )
    const base = `${addressOf(c)}/api/collections/${id}/tiles/${GRID}`
    const version = `v=${region.dataset.hash}`
    return c.json({
      ...tilesetOf(base, addressOf(c), id, `?${version}`),
      tilejson: '3.0.0',
      name: id,
      tiles: [`${base}/{z}/{y}/{x}?${version}`],
      minzoom: 0,
      maxzoom: FEATURE_MOST_ZOOM,
      ...(bounds ? { bounds } : {}),
      vector_layers: [{ id, fields: Object.fromEntries(fields) }],
    })
  })
  routes.get(`/collections/:id/tiles/${GRID}/:z/:y/:x`, async (c) => {
    const id = await placed(c.req.param('id'))
    const key = tileKeyOf(c, FEATURE_MOST_ZOOM)
    const { hash } = region.dataset
    const etag = `W/"${hash}"`
    c.header('ETag', etag)
    if (c.req.query('v') === hash) c.header('Cache-Control', `public, max-age=${KEPT_SECONDS}`)
    if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304)
    const make = await tilesOf(id, `${hash}/${id}`)
    const gzipped = tiles.recall(`${hash}/${id}/${key.z}/${key.x}/${key.y}`, () => {
      const made = make(key)
      return made && gzipSync(made)
    })
    return answerTile(c, gzipped)
  })
  return routes
}

/** What the standard says of a set of tiles (its clause on tileset metadata). */
export function tilesetOf(base: string, address: string, id: ReadableId, search: string) {
  const mostZoom = id === FIRM_LAYER ? FIRM_MOST_ZOOM : FEATURE_MOST_ZOOM
  return {
    title: titleOf(id),
    dataType: 'vector',
    crs: GRID_CRS,
    tileMatrixSetURI: GRID_URI,
    tileMatrixSetLimits: Array.from({ length: mostZoom + 1 }, (_, zoom) => ({
      tileMatrix: String(zoom),
      minTileRow: 0,
      maxTileRow: 2 ** zoom - 1,
      minTileCol: 0,
      maxTileCol: 2 ** zoom - 1,
    })),
    layers: [{ id, dataType: 'vector' }],
    links: [
      { rel: 'self', href: base, type: JSON_TYPE },
      {
        rel: 'item',
        href: `${base}/{tileMatrix}/{tileRow}/{tileCol}${search}`,
        type: MVT,
        templated: true,
      },
      { rel: GRID_REL, href: `${address}/api/tileMatrixSets/${GRID}`, type: JSON_TYPE },
    ],
  }
}

/** Half the way around the equator in the meters of Web Mercator. */
const HALF_METERS = Math.PI * 6_378_137
const TILE_PIXELS = 256
/** The standard's pixel, by which a scale is said. */
const PIXEL_METERS = 0.00028

const GRID_DEFINITION = {
  id: GRID,
  title: 'Google Maps Compatible for the World',
  uri: GRID_URI,
  crs: GRID_CRS,
  orderedAxes: ['X', 'Y'],
  wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
  tileMatrices: Array.from({ length: FIRM_MOST_ZOOM + 1 }, (_, zoom) => {
    const cellSize = (2 * HALF_METERS) / TILE_PIXELS / 2 ** zoom
    return {
      id: String(zoom),
      scaleDenominator: cellSize / PIXEL_METERS,
      cellSize,
      pointOfOrigin: [-HALF_METERS, HALF_METERS],
      cornerOfOrigin: 'topLeft',
      tileWidth: TILE_PIXELS,
      tileHeight: TILE_PIXELS,
      matrixWidth: 2 ** zoom,
      matrixHeight: 2 ** zoom,
    }
  }),
}

export const collectionTilePaths = (): Paths => ({
  '/tileMatrixSets': { get: { summary: 'The grids of tiles', responses: ok(DOCUMENT) } },
  [`/tileMatrixSets/${GRID}`]: {
    get: { summary: 'The grid of web maps', responses: ok(DOCUMENT) },
  },
  '/collections/{collectionId}/tiles': {
    get: {
      summary: 'The tiles that a collection has',
      parameters: [path('collectionId')],
      responses: ok(DOCUMENT),
    },
  },
  [`/collections/{collectionId}/tiles/${GRID}`]: {
    get: {
      summary: 'A collection as vector tiles: what the standard says of them, and TileJSON 3.0',
      parameters: [path('collectionId')],
      responses: ok(DOCUMENT),
    },
  },
  [`/collections/{collectionId}/tiles/${GRID}/{z}/{y}/{x}`]: {
    get: {
      summary: 'One tile of a collection; 204 where nothing is drawn',
      parameters: [
        path('collectionId'),
        path('z'),
        path('y'),
        path('x'),
        query('v', 'the hash of the data: the answer may then be kept', { type: 'string' }),
      ],
      responses: tile(),
    },
  },
})
