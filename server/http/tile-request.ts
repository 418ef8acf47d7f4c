// Which tile was asked for, and how is one handed out?
import { gunzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { z } from 'zod'
import type { TileKey } from '#geodata/formats/tile-lines.ts'
import { parseOrProblem } from '#server/http/problem.ts'

const GZIP_TAKEN = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/
const whole = (most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,8}$/.test(text) && Number(text) <= most, {
      error: `A whole number from 0 to ${most} is expected`,
      params: { zh: `应为 0 至 ${most} 的整数` },
    })
    .transform(Number)

/** From the path's z, x and y; a 400 where no such tile can be. */
export function tileKeyOf(c: Context, mostZoom: number): TileKey {
  const asked = c.req.param()
  const { z: zoom } = parseOrProblem(z.object({ z: whole(mostZoom) }), asked, '')
  const inGrid = z.object({ x: whole(2 ** zoom - 1), y: whole(2 ** zoom - 1) })
  return { z: zoom, ...parseOrProblem(inGrid, asked, '') }
}

/** As it is to who takes gzip, unpacked to others; 204 where there is none. */
export function answerTile(c: Context, gzipped: Uint8Array | null): Response {
  c.header('Vary', 'Accept-Encoding')
  if (!gzipped) return c.body(null, 204)
  c.header('Content-Type', 'application/vnd.mapbox-vector-tile')
  if (!GZIP_TAKEN.test(c.req.header('Accept-Encoding') ?? '')) {
    return c.body(Uint8Array.from(gunzipSync(gzipped)))
  }
  c.header('Content-Encoding', 'gzip')
  return c.body(Uint8Array.from(gzipped))
}
