// The tiles under the data, where a basemap was made (TileJSON 3.0, Mapbox Vector Tiles).
import { Hono } from 'hono'
import { TileJson } from '#geodata/contract/basemap.ts'
import type { Basemap } from '#server/basemaps/offline-file.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf } from '#server/http/address.ts'
import { answered, json, ok, type Paths, path, tile } from '#server/http/described.ts'
import { ProblemError } from '#server/http/problem.ts'
import { answerTile, tileKeyOf } from '#server/http/tile-request.ts'

const MOST_ZOOM = 24
/** How long a tile may be kept whose address names its version: it never changes. */
const KEPT_SECONDS = 7 * 24 * 3600

export function basemapRoutes({ basemap }: Deps): Hono {
  const routes = new Hono()
  routes.get('/basemap', (c) => {
    const { about, version } = loaded(basemap)
    const tiles = [`${addressOf(c)}/api/basemap/{z}/{x}/{y}?v=${version}`]
    return c.json(TileJson.parse({ ...about, tiles }))
  })
  routes.get('/basemap/:z/:x/:y', async (c) => {
    const { tile, version } = loaded(basemap)
    if (c.req.query('v') === version) {
      c.header('Cache-Control', `public, max-age=${KEPT_SECONDS}`)
    }
    return answerTile(c, await tile(tileKeyOf(c, MOST_ZOOM)))
  })
  return routes
}

export const basemapPaths = (): Paths => ({
  '/basemap': {
    get: {
      summary: 'The tiles under the data: layers, bounds, attribution, sources (TileJSON 3.0)',
      responses: ok(json(answered(TileJson))),
    },
  },
  '/basemap/{z}/{x}/{y}': {
    get: {
      summary: 'One tile of the basemap; 204 where nothing is drawn',
      parameters: [path('z'), path('x'), path('y')],
      responses: tile(),
    },
  },
})

function loaded(basemap: Basemap | null): Basemap {
  if (basemap) return basemap
  throw new ProblemError(
    404,
    'There is no basemap of tiles here; `npm run basemap -- region.osm.pbf` makes one from an OpenStreetMap extract.',
    '这里没有瓦片底图；可用 `npm run basemap -- region.osm.pbf` 从 OpenStreetMap 数据生成。',
  )
}
