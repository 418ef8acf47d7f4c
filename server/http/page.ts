// The built page beside the API: names with a hash are kept for good, the page itself is asked for anew.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono } from 'hono'
import { addressOf } from '#server/http/address.ts'

const YEAR_SECONDS = 31_536_000

/** Serves the folder `dist`; every address that is no file is the page, which reads the view from it. */
export function servePage(app: Hono, dist: string): void {
  app.use('/*', async (c, next) => {
    await next()
    const isForGood = c.res.ok && c.req.path.startsWith('/assets/')
    c.header('Cache-Control', isForGood ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
  })
  const page = async (c: Context) =>
    c.html(pageFor(c, await readFile(path.join(dist, 'index.html'), 'utf8')))
  app.get('/', page)
  app.get('/index.html', page)
  app.use('/*', serveStatic({ root: dist }))
  // A page of an older build must not take the new page for the script it asks for.
  app.all('/assets/*', (c) => c.notFound())
  app.get('/*', page)
}

/** The page names its files from where it is built; an address may lie deeper, and a proxy's sub-path above. */
function pageFor(c: Context, html: string): string {
  const below = URL.parse(addressOf(c))?.pathname.replace(/\/$/, '') ?? ''
  return html.replaceAll('="./', `="${below}/`)
}
