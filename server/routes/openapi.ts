// The API described for programs (OpenAPI 3.1) and for people.
import { type Context, Hono } from 'hono'
import { addressOf } from '#server/http/address.ts'
import { ok, type Paths } from '#server/http/described.ts'
import { asOpenApi30 } from '#server/http/openapi-30.ts'

export const OPENAPI_31 = 'application/vnd.oai.openapi+json;version=3.1'
export const OPENAPI_30 = 'application/vnd.oai.openapi+json;version=3.0'

/** `paths` is what every other resource says of itself: asked for once, since it takes a while and stays the same. */
export function openApiRoutes(paths: () => Promise<Paths>): Hono {
  const routes = new Hono()
  let all: Promise<Paths> | undefined
  let sections: string | undefined
  const documentAt = async (c: Context) => {
    all ??= paths()
    return documentOf(addressOf(c), await all)
  }
  routes.get('/openapi.json', async (c) =>
    c.body(JSON.stringify(await documentAt(c)), 200, {
      'Content-Type': OPENAPI_31,
    }),
  )
  routes.get('/openapi-3.0.json', async (c) =>
    c.body(JSON.stringify(asOpenApi30(await documentAt(c))), 200, { 'Content-Type': OPENAPI_30 }),
  )
  routes.get('/docs', async (c) => {
    sections ??= sectionsOf((await documentAt(c)).paths)
    return c.html(docsPage(sections))
  })
  return routes
}

export const openApiPaths = (): Paths => ({
  '/openapi.json': {
    get: {
      summary: 'This document',
      responses: ok({ [OPENAPI_31]: { schema: { type: 'object' } } }),
    },
  },
  '/openapi-3.0.json': {
    get: {
      summary: 'This document for programs that know OpenAPI 3.0 alone',
      responses: ok({ [OPENAPI_30]: { schema: { type: 'object' } } }),
    },
  },
  '/docs': {
    get: {
      summary: 'This document for people',
      responses: ok({ 'text/html': { schema: { type: 'string' } } }),
    },
  },
})

function documentOf(address: string, paths: Paths) {
  return {
    openapi: '3.1.0',
    info: { title: 'Park Atlas 园链图', version: '0.1.0', license: { name: 'MIT' } },
    servers: [{ url: `${address}/api` }],
    paths,
    components: {
      securitySchemes: {
        admin: {
          type: 'http',
          scheme: 'bearer',
          description: 'The admin token, which the server prints at start',
        },
      },
    },
  }
}

function sectionsOf(paths: Paths): string {
  const plain = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const sections = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const details = plain(JSON.stringify(operation, null, 2))
      return `<section><h2><code>${method.toUpperCase()} /api${plain(path)}</code></h2><p>${plain(operation.summary)}</p><details><summary>参数与结构 Parameters and schemas</summary><pre tabindex="0">${details}</pre></details></section>`
    }),
  )
  return sections.join('')
}

function docsPage(sections: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>API · Park Atlas 园链图</title><style>body{font:15px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#16212b;background:#fff}section{border-top:1px solid #e5e2db;padding:.5rem 0}h2{font-size:1rem;margin:.25rem 0}pre{overflow:auto;background:#f7f6f3;padding:1rem;font-size:12px}@media(prefers-color-scheme:dark){body{background:#12181d;color:#f1f4f6}pre{background:#1f282f}section{border-color:#28323a}a{color:#8ec5ff}}</style></head><body><main><h1>Park Atlas 园链图 API</h1><p>OGC API – Features 与 Processes；坐标为 WGS84 经度、纬度；错误按 RFC 9457。<br>OGC API – Features and Processes; coordinates are WGS84 longitude, latitude; errors follow RFC 9457. <a href="openapi.json">openapi.json</a></p>${sections}</main></body></html>`
}
