// By which names may this server be asked, and with which address do its links begin?
//
// Any page can let a name of its own lead to this machine (DNS rebinding) and would then read and write
// here as if it were ours. So who asks by a name that is not known here, or from a page of another name,
// is refused, and no link repeats such a name.
import type { Context, MiddlewareHandler } from 'hono'
import { getPathNoStrict } from 'hono/utils/url'
import { ProblemError } from '#server/http/problem.ts'

/** How the server is reached, as its operator set it. */
export type Serving = {
  /** HOST: the name or address it listens on. */
  host: string
  /** Where people reach it through a proxy, with its sub-path; null: where it listens. */
  publicUrl: URL | null
  /** What X-Forwarded-Host, -Proto, -Prefix and -For say comes from a proxy of the operator. */
  trustsProxy: boolean
  /** Others than this machine may ask: they read, and the admin token does the rest. */
  isOpen: boolean
}

export const THIS_MACHINE_ALONE: Serving = {
  host: '127.0.0.1',
  publicUrl: null,
  trustsProxy: false,
  isOpen: false,
}

declare module 'hono' {
  interface ContextVariableMap {
    address: string
  }
}

/** The part of @hono/node-server's bindings that says who asks, and where; absent where nothing listens. */
type Bindings =
  | { incoming?: { socket?: { remoteAddress?: string; localAddress?: string } } }
  | undefined

/** Where the client reaches this server, sub-path included, without a slash at the end. */
export const addressOf = (c: Context): string => c.get('address') ?? ''

/** The address of this very request, as the client knows it. */
export const hereOf = (c: Context): string => addressOf(c) + c.req.path + new URL(c.req.url).search

/** Lets through who asks by a name known here, and notes the address that links begin with. */
export function knownNamesOnly(serving: Serving): MiddlewareHandler {
  return async (c, next) => {
    c.set('address', serving.publicUrl ? withoutSlash(serving.publicUrl.href) : '')
    const names = [c.req.header('Host'), new URL(c.req.url).host].filter((one) => one !== undefined)
    const asked = names.map((name) => URL.parse(`http://${name}`))
    if (!asked.every((url) => url && isKnown(url.hostname, serving, c))) throw foreignHost()
    const [at] = asked
    const forwarded = serving.trustsProxy ? forwardedIn(c) : null
    if (!serving.publicUrl) {
      const { protocol } = new URL(c.req.url)
      const origin = forwarded?.origin ?? `${protocol}//${at?.host}`
      c.set('address', origin + prefixOf(c.req.raw, serving))
    }
    const origin = c.req.header('Origin')
    const own = [at?.host, serving.publicUrl?.host, forwarded?.host]
    if (origin !== undefined && !own.includes(URL.parse(origin)?.host || 'none')) {
      throw foreignOrigin()
    }
    await next()
  }
}

/** The path below the sub-path, whether the proxy has taken that off or not, without a slash at the end. */
export function pathBelow(serving: Serving): (request: Request) => string {
  return (request) => {
    const path = getPathNoStrict(request)
    const prefix = prefixOf(request, serving)
    return prefix && (path === prefix || path.startsWith(`${prefix}/`))
      ? path.slice(prefix.length) || '/'
      : path
  }
}

/** Who asks, as far as an address tells: of IPv6 the network, whose addresses one client has all to himself. */
export function clientOf(c: Context, { trustsProxy }: Serving): string {
  const last = trustsProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined
  const address = (last || remoteAddressOf(c)).replace(/^::ffff:/, '')
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address
}

export function remoteAddressOf(c: Context): string {
  return (c.env as Bindings)?.incoming?.socket?.remoteAddress ?? ''
}

/** Names and addresses that lead nowhere but to this machine. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').replace(/^::ffff:/, '')
  return /^([\w-]+\.)*localhost$/i.test(name) || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
}

function isKnown(name: string, { host, publicUrl, isOpen }: Serving, c: Context): boolean {
  if (isLoopback(name) || name === publicUrl?.hostname) return true
  // An address is no name that somebody else could let lead here.
  const local = (c.env as Bindings)?.incoming?.socket?.localAddress?.replace(/^::ffff:/, '')
  return isOpen && [host, local].includes(name.replace(/^\[|\]$/g, ''))
}

/** The sub-path, beginning with a slash and without one at the end; empty where there is none. */
function prefixOf(request: Request, { publicUrl, trustsProxy }: Serving): string {
  if (publicUrl) return withoutSlash(publicUrl.pathname)
  const said = trustsProxy ? request.headers.get('X-Forwarded-Prefix') : null
  return said && /^(\/[\w.~-]+)+\/?$/.test(said) ? withoutSlash(said) : ''
}

function forwardedIn(c: Context): URL | null {
  const first = (name: string) => c.req.header(name)?.split(',')[0]?.trim()
  const host = first('X-Forwarded-Host') ?? c.req.header('Host') ?? new URL(c.req.url).host
  const scheme = first('X-Forwarded-Proto') ?? 'http'
  return /^https?$/.test(scheme) ? URL.parse(`${scheme}://${host}`) : null
}

const withoutSlash = (text: string) => text.replace(/\/+$/, '')

function foreignHost(): ProblemError {
  return new ProblemError(
    421,
    'This server is not known by the name it was asked by. The operator sets PUBLIC_URL to the address that people use.',
    '此服务不以所请求的主机名对外提供；请由运营者把 PUBLIC_URL 设为大家使用的地址。',
  )
}

function foreignOrigin(): ProblemError {
  return new ProblemError(
    403,
    'The request comes from a page of another site; only pages of this server may ask.',
    '请求来自其他网站的页面；只有本服务自己的页面可以请求。',
  )
}
