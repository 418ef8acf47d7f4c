// A backup of the running database, for whoever looks after the server.
import { Hono } from 'hono'
import type { Deps } from '#server/deps.ts'
import { only } from '#server/http/admin.ts'
import { ADMIN, ok, type Paths } from '#server/http/described.ts'
import { diskFull } from '#server/routes/outcome.ts'

export function databaseRoutes({ store, admin }: Deps): Hono {
  const routes = new Hono()
  if (!admin) return routes
  routes.get('/database', only(admin), async (c) => {
    const backup = await store.backup()
    if (backup.kind === 'disk-full') throw diskFull()
    const { body, bytes, fileName, mediaType } = backup
    const isHead = c.req.method === 'HEAD'
    if (isHead) await body.cancel()
    return new Response(isHead ? null : (body as BodyInit), {
      headers: {
        'Content-Type': mediaType,
        'Content-Length': String(bytes),
        'Content-Disposition': `attachment; filename="${fileName}"`,
        // Another one each time; worked out from the content it would have to be held in memory.
        ETag: `"${crypto.randomUUID()}"`,
        'Cache-Control': 'no-store',
      },
    })
  })
  return routes
}

export const databasePaths = (): Paths => ({
  '/database': {
    get: {
      summary: 'A backup: one file with every edit acknowledged before it was asked for',
      security: ADMIN,
      responses: ok({
        'application/geopackage+sqlite3': { schema: { type: 'string', format: 'binary' } },
      }),
    },
  },
})
