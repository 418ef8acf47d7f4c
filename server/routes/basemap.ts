// The tiles under the data, where a basemap was made (TileJSON 3.0, Mapbox Vector Tiles).
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { z } from 'zod'
import { TileJson } from '#geodata/contract/basemap.ts'
import type { Deps } from '#server/app.ts'
import type { Basemap } from '#server/basemap.ts'
import { ProblemError, parseOrProblem } from '#server/problem.ts'

const MOST_ZOOM = 24
const GZIP_TAKEN = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/
const whole = (most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,8}$/.test(text) && Number(text) <= most, {
      error: `a whole number from 0 to ${most} expected`,
      params: { zh: `应为 0 至 ${most} 的整数` },
    })
    .transform(Number)

export function basemapRoutes({ basemap }: Deps): Hono {
  const routes = new Hono()
  routes.get('/basemap', (c) => {
    const { origin } = new URL(c.req.url)
    const tiles = [`${origin}/api/basemap/{z}/{x}/{y}`]
    return c.json(TileJson.parse({ ...loaded(basemap).about, tiles }))
  })
  routes.get('/basemap/:z/:x/:y', (c) => {
    const { tile } = loaded(basemap)
    const { z: zoom } = parseOrProblem(z.object({ z: whole(MOST_ZOOM) }), c.req.param(), '')
    const inGrid = z.object({ x: whole(2 ** zoom - 1), y: whole(2 ** zoom - 1) })
    const gzipped = tile({ z: zoom, ...parseOrProblem(inGrid, c.req.param(), '') })
    c.header('Vary', 'Accept-Encoding')
    if (!gzipped) return c.body(null, 204)
    c.header('Content-Type', 'application/vnd.mapbox-vector-tile')
    if (!GZIP_TAKEN.test(c.req.header('Accept-Encoding') ?? '')) {
      return c.body(Uint8Array.from(gunzipSync(gzipped)))
    }
    c.header('Content-Encoding', 'gzip')
    return c.body(Uint8Array.from(gzipped))
  })
  return routes
}

function loaded(basemap: Basemap | null): Basemap {
  if (basemap) return basemap
  throw new ProblemError(
    404,
    'There is no basemap of tiles here; `npm run basemap -- region.osm.pbf` makes one from an OpenStreetMap extract.',
    '这里没有瓦片底图；可用 `npm run basemap -- region.osm.pbf` 从 OpenStreetMap 数据生成。',
  )
}
