// Tianditu, the national platform, through this server: the key stays here.
//
// Only its four fixed sheets and tiles that can be are asked for, at one address the operator sets,
// and redirects are not followed: no request reaches another host through this, nor does the key.
import { Hono } from 'hono'
import { z } from 'zod'
import { TIANDITU_MOST_ZOOM, TianDiTuLayer } from '#geodata/contract/basemaps.ts'
import { type BasemapKind, describe, type Known } from '#server/basemaps/setting.ts'
import { fetchTile } from '#server/basemaps/upstream.ts'
import { ok, path } from '#server/http/described.ts'
import { ProblemError, parseOrProblem } from '#server/http/problem.ts'
import { tileKeyOf } from '#server/http/tile-request.ts'

export const TIANDITU_ORIGIN = 'https://t{s}.tianditu.gov.cn'
const SUBDOMAINS = 8
/** A day: sheets change a few times a year, and who looks at a place looks again. */
const KEPT_SECONDS = 24 * 3600

const SHEETS = {
  'tianditu-vector': {
    layers: ['vec', 'cva'],
    imagery: false,
    title: { zh: '天地图 矢量', en: 'Tianditu vector' },
  },
  'tianditu-imagery': {
    layers: ['img', 'cia'],
    imagery: true,
    title: { zh: '天地图 影像', en: 'Tianditu imagery' },
  },
} as const

export const tianditu: BasemapKind = {
  kind: 'tianditu',
  entries: (known) =>
    known.tiandituKey
      ? (['tianditu-vector', 'tianditu-imagery'] as const).map((id) => ({
          kind: 'tianditu',
          id,
          ...describe(known, id, {
            title: SHEETS[id].title,
            licence: '天地图服务条款 / Tianditu terms of service',
            attribution: {
              zh: '底图：天地图 © 国家地理信息公共服务平台',
              en: 'Basemap: Tianditu © National Platform for Common GeoSpatial Information Services',
            },
            approvalNumber: null,
          }),
          online: true,
          imagery: SHEETS[id].imagery,
          replaces: ['rivers', 'roads'],
          layers: [...SHEETS[id].layers],
        }))
      : [],
  routes: (known) => {
    const routes = new Hono()
    routes.get('/basemaps/tianditu/:layer/:z/:x/:y', async (c) => {
      const key = keyOf(known)
      const { layer } = parseOrProblem(
        z.object({ layer: TianDiTuLayer }),
        { layer: c.req.param('layer') },
        '',
      )
      const tile = tileKeyOf(c, TIANDITU_MOST_ZOOM)
      const picture = await fetchTile(addressOf(known.tiandituOrigin, layer, tile, key), {
        name: { en: 'Tianditu', zh: '天地图' },
        secret: key,
        signal: c.req.raw.signal,
      })
      c.header('Cache-Control', `private, max-age=${KEPT_SECONDS}`)
      if (!picture) return c.body(null, 204)
      return c.body(picture.bytes, 200, { 'Content-Type': picture.type })
    })
    return routes
  },
  paths: () => ({
    '/basemaps/tianditu/{layer}/{z}/{x}/{y}': {
      get: {
        summary: 'One picture of Tianditu, fetched with the key that stays on this server',
        parameters: [path('layer'), path('z'), path('x'), path('y')],
        responses: ok({ 'image/*': {} }),
      },
    },
  }),
}

function keyOf({ tiandituKey }: Known): string {
  if (tiandituKey) return tiandituKey
  throw new ProblemError(
    404,
    'No key for Tianditu is set here; the operator sets TIANDITU_KEY.',
    '这里没有设置天地图密钥；请由运营者设置 TIANDITU_KEY。',
  )
}

/** WMTS, in Web Mercator (`_w`); the subdomain follows from the tile, so that it is kept under one address. */
function addressOf(
  origin: string,
  layer: TianDiTuLayer,
  tile: { z: number; x: number; y: number },
  key: string,
): string {
  const query = new URLSearchParams({
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: layer,
    STYLE: 'default',
    TILEMATRIXSET: 'w',
    FORMAT: 'tiles',
    TILEMATRIX: String(tile.z),
    TILEROW: String(tile.y),
    TILECOL: String(tile.x),
    tk: key,
  })
  const subdomain = String((tile.x + tile.y) % SUBDOMAINS)
  return `${origin.replace('{s}', subdomain)}/${layer}_w/wmts?${query}`
}
