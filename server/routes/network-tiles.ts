// The roads that are driven on, drawn: a loaded street network as vector tiles, made when asked for.
import { gzipSync } from 'node:zlib'
import { type Context, Hono } from 'hono'
import { allNetworks } from '#geodata/analysis/answering/known-region.ts'
import {
  ROAD_LAYER,
  ROAD_LEAST_ZOOM,
  ROAD_MOST_ZOOM,
  roadTile,
} from '#geodata/analysis/ground/road-tile.ts'
import { NetworkTileJson, ROAD_ATTRIBUTION } from '#geodata/contract/network-tiles.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf } from '#server/http/address.ts'
import { answered, json, ok, type Paths, path, query, tile } from '#server/http/described.ts'
import { ProblemError } from '#server/http/problem.ts'
import { tileMemory } from '#server/http/tile-memory.ts'
import { answerTile, tileKeyOf } from '#server/http/tile-request.ts'
import type { Region } from '#server/region/region.ts'

const MOST_TILE_BYTES = 32 * 1024 * 1024
/** How long a tile may be kept whose address names its network by hash: it never changes. */
const KEPT_SECONDS = 7 * 24 * 3600

const FIELDS = {
  class: 'String: motorway, motorway_link, trunk … service, track, road, ferry',
  ref: 'String: number of the road; absent where it has none',
  name: 'String: absent where it has none, and at low zoom',
  toll: 'Boolean',
  closed: 'Boolean: closed to trucks',
  oneway: 'Boolean: drawn in the direction it is driven',
}

export function networkTileRoutes({ region }: Deps): Hono {
  const routes = new Hono()
  const memory = tileMemory(MOST_TILE_BYTES)
  routes.get('/networks/:networkId/tiles', (c) => {
    const { summary } = streetsOf(region, c)
    const id = encodeURIComponent(summary.id)
    const about: NetworkTileJson = {
      tilejson: '3.0.0',
      name: `${summary.name.zh} · ${summary.name.en}`,
      attribution: ROAD_ATTRIBUTION,
      tiles: [`${addressOf(c)}/api/networks/${id}/tiles/{z}/{x}/{y}?v=${summary.hash}`],
      minzoom: ROAD_LEAST_ZOOM,
      maxzoom: ROAD_MOST_ZOOM,
      bounds: summary.bounds,
      vector_layers: [
        { id: ROAD_LAYER, fields: FIELDS, minzoom: ROAD_LEAST_ZOOM, maxzoom: ROAD_MOST_ZOOM },
      ],
    }
    return c.json(NetworkTileJson.parse(about))
  })
  routes.get('/networks/:networkId/tiles/:z/:x/:y', (c) => {
    const { summary, streets } = streetsOf(region, c)
    const key = tileKeyOf(c, ROAD_MOST_ZOOM)
    const etag = `W/"${summary.hash}"`
    c.header('ETag', etag)
    if (c.req.query('v') === summary.hash) {
      c.header('Cache-Control', `public, max-age=${KEPT_SECONDS}`)
    }
    // Said before a tile is made: the same network, the same tile.
    if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304)
    const gzipped = memory.recall(`${summary.hash}/${key.z}/${key.x}/${key.y}`, () => {
      const tile = roadTile(streets.network, streets.index, key)
      return tile && gzipSync(tile)
    })
    return answerTile(c, gzipped)
  })
  return routes
}

export const networkTilePaths = (): Paths => ({
  '/networks/{networkId}/tiles': {
    get: {
      summary: 'The roads of a street network as vector tiles (TileJSON 3.0)',
      parameters: [path('networkId')],
      responses: ok(json(answered(NetworkTileJson))),
    },
  },
  '/networks/{networkId}/tiles/{z}/{x}/{y}': {
    get: {
      summary: 'One tile of the roads; 204 where nothing is drawn',
      parameters: [
        path('networkId'),
        path('z'),
        path('x'),
        path('y'),
        query('v', 'the hash of the network: the answer may then be kept', { type: 'string' }),
      ],
      responses: tile(),
    },
  },
})

/** The street network of that id; a 404 for others, and for the skeleton, which has lines of its own. */
function streetsOf(region: Region, c: Context) {
  const id = c.req.param('networkId')
  const found = allNetworks(region).find(({ summary }) => summary.id === id)
  if (!found) {
    throw new ProblemError(
      404,
      `There is no network “${id}”; /api/networks lists those there are.`,
      `没有名为“${id}”的路网；/api/networks 列出现有路网。`,
    )
  }
  const { summary, streets } = found
  if (streets) return { summary, streets }
  throw new ProblemError(
    404,
    `“${id}” is schematic and has no tiles; its lines are the collection “roads”.`,
    `“${id}”为示意路网，没有瓦片；其线条在要素集 roads 中。`,
  )
}
