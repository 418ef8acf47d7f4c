// From where may the page load? From here; and map pieces from hosts the operator or this browser named.
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { MAP_ORIGINS_COOKIE, originsIn } from '#geodata/contract/basemaps.ts'

/**
 * Is this the view of a kept comparison that other pages may show within them? It only reads: nothing in it
 * changes anything, whatever a page around it makes a person press.
 */
export function isEmbeddable(c: Context): boolean {
  const isPage = !c.req.path.startsWith('/api/') && c.req.path !== '/api'
  return isPage && c.req.query('embed') === '1' && Boolean(c.req.query('comparison'))
}

/** The policy of the page; the cookie is set by a person who set up a style of their own. */
export function contentPolicy(operatorOrigins: readonly string[]) {
  const mapOrigins = (c: Context) =>
    originsIn([...operatorOrigins, getCookie(c, MAP_ORIGINS_COOKIE) ?? ''].join(' ')).join(' ')
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", 'blob:', "'wasm-unsafe-eval'"],
    imgSrc: ["'self'", 'data:', 'blob:', mapOrigins],
    styleSrc: ["'self'", "'unsafe-inline'"],
    workerSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'", mapOrigins],
    fontSrc: ["'self'", 'data:'],
    frameAncestors: [(c: Context) => (isEmbeddable(c) ? '*' : "'self'")],
    // Nothing injected may send the page elsewhere: not its links, its forms, nor a plug-in.
    baseUri: ["'none'"],
    formAction: ["'self'"],
    objectSrc: ["'none'"],
  }
}
