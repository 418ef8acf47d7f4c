// The built page beside the API: names with a hash are kept for good, the page itself is asked for anew.
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'

const YEAR_SECONDS = 31_536_000

/** Serves the folder `dist`; every address that is no file is the page, which reads the view from it. */
export function servePage(app: Hono, dist: string): void {
  app.use('/*', async (c, next) => {
    await next()
    const isForGood = c.res.ok && c.req.path.startsWith('/assets/')
    c.header('Cache-Control', isForGood ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
  })
  app.use('/*', serveStatic({ root: dist }))
  // A page of an older build must not take the new page for the script it asks for.
  app.all('/assets/*', (c) => c.notFound())
  app.get('/*', serveStatic({ root: dist, rewriteRequestPath: () => '/index.html' }))
}
