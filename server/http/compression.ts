// Who gets answers compressed? Everybody but a reader on this machine, to whom bytes cost nothing.
import type { Context, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { isLoopback, remoteAddressOf } from '#server/http/address.ts'

/**
 * Compressing takes a third of the time of rings that follow the pointer. A proxy on this machine speaks
 * for a user elsewhere, and says so.
 */
export function compressForDistance(): MiddlewareHandler {
  const compressed = compress()
  return (c, next) => (isOnThisMachine(c) ? next() : compressed(c, next))
}

function isOnThisMachine(c: Context): boolean {
  return (
    isLoopback(remoteAddressOf(c)) && !c.req.header('X-Forwarded-For') && !c.req.header('Forwarded')
  )
}
