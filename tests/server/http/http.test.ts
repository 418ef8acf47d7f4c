// What HTTP promises whatever the route: methods, types, sizes, caching, headers, and a true OpenAPI document.
import { cpSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { NEEDS } from '#geodata/analysis/siting/needs.ts'
import { MAP_VIEW_IDS } from '#geodata/contract/processes/map.ts'
import { NEED_IDS } from '#geodata/contract/processes/siting.ts'
import { createApp } from '#server/app.ts'
import { PROCESSES } from '#server/processes/index.ts'
import { loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const built = builtApp()
const PARKS = '/api/collections/parks/items?limit=52'
const SITES = '/api/collections/sites/items'
const NEAREST = '/api/processes/nearest/execution'

it('repeats of what somebody sent as much as tells which it was', async () => {
  const name = `${'x'.repeat(5000)}`
  for (const address of [
    `/api/comparisons/${name}`,
    `/api/collections/${name}`,
    `/api/collections/parks/items/${name}`,
    `/api/jobs/${name}`,
  ]) {
    const { detail, detailZh } = await problemOf(await built.app.request(address), 404)
    expect(detail).toContain(`“${'x'.repeat(40)}…”`)
    expect(detailZh).toContain(`“${'x'.repeat(40)}…”`)
    expect(detail.length).toBeLessThan(700)
  }
  const turned = await built.app.request(`/api/comparisons/${encodeURIComponent('a\u202E\u0000b')}`)
  expect((await problemOf(turned, 404)).detail).toContain('“a\uFFFD\uFFFDb”')
  const inputs = { siting: { productId: name }, candidateIds: ['CQ-V01', 'CQ-V02'] }
  const asked = await built.app.request(
    '/api/processes/comparison/execution',
    sending('POST', { inputs }),
  )
  for (const { detail } of (await problemOf(asked, 404)).errors ?? []) {
    expect(detail.length).toBeLessThan(300)
  }
})

describe('a method that is not served', () => {
  it.each([
    ['POST', '/api/collections/districts/items', 'GET, HEAD, OPTIONS'],
    ['PUT', '/api/collections/roads/items/some', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/api/collections/districts/items/500103', 'GET, HEAD, OPTIONS'],
    ['DELETE', SITES, 'GET, HEAD, OPTIONS, POST'],
    ['POST', `${SITES}/some`, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'],
    ['GET', NEAREST, 'OPTIONS, POST'],
    ['POST', '/api/', 'GET, HEAD, OPTIONS'],
  ])('%s %s gets 405 and %s', async (method, address, allow) => {
    const response = await built.app.request(
      address,
      sending(method, method === 'GET' ? undefined : {}),
    )
    expect(response.headers.get('Allow')).toBe(allow)
    const { detail } = await problemOf(response, 405)
    expect(detail).toContain(method)
  })

  it('is listed by OPTIONS too', async () => {
    const response = await built.app.request(SITES, { method: 'OPTIONS' })
    expect([response.status, response.headers.get('Allow')]).toEqual([
      204,
      'GET, HEAD, OPTIONS, POST',
    ])
    await problemOf(await built.app.request('/api/nothing', { method: 'OPTIONS' }), 404)
  })
})

describe('a body', () => {
  it('over 1 MiB is refused, whether its length is stated or not', async () => {
    const big = ' '.repeat(1024 * 1024 + 1)
    for (const address of [SITES, NEAREST]) {
      await problemOf(await built.app.request(address, sending('POST', big)), 413)
      const stream = new Response(big).body
      const untold = { ...sending('POST', ''), body: stream, duplex: 'half' }
      await problemOf(await built.app.request(address, untold as RequestInit), 413)
    }
    const full = `${' '.repeat(1024 * 1024 - 2)}[]`
    await problemOf(await built.app.request(SITES, sending('POST', full)), 400)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'that calls itself “%s” is not taken for JSON',
    async (type) => {
      const request = sending('POST', {}, { 'Content-Type': type })
      for (const address of [SITES, NEAREST]) {
        const { detail, detailZh } = await problemOf(await built.app.request(address, request), 415)
        expect(detail).toContain(`“${type}”`)
        expect(detailZh).toContain(`“${type}”`)
      }
    },
  )

  it.each(['application/json; charset=utf-8', 'application/geo+json', 'APPLICATION/JSON'])(
    'may call itself %s',
    async (type) => {
      await problemOf(
        await built.app.request(SITES, sending('POST', {}, { 'Content-Type': type })),
        400,
      )
    },
  )
})

it('a problem is of a type whose address answers', async () => {
  const problem = await problemOf(await built.app.request('/api/nothing'), 404)
  expect(problem.type).toBe('http://localhost/api/problems/not-found')
  const kind = await (await built.app.request(problem.type)).json()
  expect(kind).toEqual({
    type: problem.type,
    status: 404,
    title: problem.title,
    titleZh: problem.titleZh,
  })
  const { items } = await (await built.app.request('/api/problems')).json()
  for (const { type } of items) expect((await built.app.request(type)).status).toBe(200)
  await problemOf(await built.app.request('/api/problems/none'), 404)
})

it('shows a surprise to the log and not to the client', async () => {
  const folder = temporaryFolder()
  cpSync(path.join(built.folder, 'base.gpkg'), path.join(folder, 'base.gpkg'))
  const store = await openStore(folder)
  const region = await loadRegion(store)
  const logged: unknown[] = []
  const log = (error: unknown) => logged.push(error)
  const app = createApp({ store, region, mapApprovalNumber: null, basemap: null, log })
  await store.close()
  const { detail } = await problemOf(await app.request(PARKS), 500)
  expect(detail).not.toContain('database')
  expect(String(logged)).toContain('database connection is not open')
})

it.each([
  ['['.repeat(400_000), 'arrays'],
  [`${'{"a":'.repeat(100_000)}1`, 'objects'],
  [`{"type":"Feature","properties":${'['.repeat(65)}${']'.repeat(65)}}`, 'what is not closed late'],
])('a body nested too deep is refused', async (body) => {
  const patch = `/api/collections/parks/items/CQ-V01`
  for (const [method, address] of [
    ['POST', SITES],
    ['POST', NEAREST],
    ['PATCH', patch],
  ] as const) {
    const { detail } = await problemOf(await built.app.request(address, sending(method, body)), 400)
    expect(detail).toBe('Nested more than 64 deep.')
  }
})

it('brackets in a text are not taken for depth', async () => {
  const note = `"${'['.repeat(100)}\\"${'{'.repeat(100)}"`
  const body = sending('POST', `{"type":"Feature","properties":{"note":${note}}}`)
  const problem = await problemOf(await built.app.request(SITES, body), 400)
  expect(problem.detail).not.toContain('Nested')
})

it('a body that does not come within 30 seconds is given up', async () => {
  for (const headers of [{ 'Content-Length': '1000' }, { 'Transfer-Encoding': 'chunked' }]) {
    vi.useFakeTimers()
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const body = new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array([123])) })
    const slow = { ...sending('POST', '', headers), body, duplex: 'half' } as RequestInit
    const answering = built.app.request(NEAREST, slow)
    await vi.advanceTimersByTimeAsync(29_000)
    const early = await Promise.race([answering, 'waits'])
    expect(early).toBe('waits')
    await vi.advanceTimersByTimeAsync(1000)
    const response = await answering
    vi.useRealTimers()
    expect(response.headers.get('Connection')).toBe('close')
    const { detail } = await problemOf(response, 408)
    expect(detail).toContain('30 seconds')
  }
})

describe('an answer', () => {
  it('that has not changed is not sent again', async () => {
    const first = await built.app.request(PARKS)
    const tag = first.headers.get('ETag') ?? ''
    expect(first.headers.get('Cache-Control')).toBe('no-cache')
    const again = await built.app.request(PARKS, { headers: { 'If-None-Match': tag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const other = await built.app.request(`${PARKS}&role=parts`, {
      headers: { 'If-None-Match': tag },
    })
    expect(other.status).toBe(200)
  })

  it.each([
    ['127.0.0.1', {}, null],
    ['::1', {}, null],
    ['::ffff:127.0.0.1', {}, null],
    ['10.0.0.7', {}, 'gzip'],
    ['127.0.0.1', { 'X-Forwarded-For': '10.0.0.7' }, 'gzip'],
    ['127.0.0.1', { Forwarded: 'for=10.0.0.7' }, 'gzip'],
  ])('comes to %s with %o in the encoding %s', async (remoteAddress, said, encoding) => {
    const headers = { 'Accept-Encoding': 'gzip', ...said }
    const asker = { incoming: { socket: { remoteAddress } } }
    const response = await built.app.request(PARKS, { headers }, asker)
    expect(response.headers.get('Content-Encoding')).toBe(encoding)
  })

  it('comes compressed to who takes that, with the same words', async () => {
    const plain = await (await built.app.request(PARKS)).text()
    const packed = await built.app.request(PARKS, { headers: { 'Accept-Encoding': 'gzip' } })
    expect(packed.headers.get('Content-Encoding')).toBe('gzip')
    expect(packed.headers.get('Vary')).toContain('Accept-Encoding')
    const bytes = Buffer.from(await packed.arrayBuffer())
    expect(gunzipSync(bytes).toString()).toBe(plain)
    expect(bytes.length).toBeLessThan(plain.length / 2)
    const tag = packed.headers.get('ETag') ?? ''
    const again = await built.app.request(PARKS, {
      headers: { 'Accept-Encoding': 'gzip', 'If-None-Match': tag },
    })
    expect(again.status).toBe(304)
  })

  it('to HEAD is the one to GET without its body', async () => {
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => built.app.request(PARKS, { method })),
    )
    expect(head?.status).toBe(200)
    expect(await head?.text()).toBe('')
    expect(head?.headers.get('ETag')).toBe(get?.headers.get('ETag'))
    expect(head?.headers.get('Content-Type')).toBe(get?.headers.get('Content-Type'))
  })

  it.each([
    ['/?comparison=0123&embed=1', '*', null],
    ['/deep?embed=1&comparison=0123', '*', null],
    ['/?comparison=0123', "'self'", 'SAMEORIGIN'],
    ['/?at=site&embed=1', "'self'", 'SAMEORIGIN'],
    ['/?comparison=&embed=1', "'self'", 'SAMEORIGIN'],
    ['/api?comparison=0123&embed=1', "'self'", 'SAMEORIGIN'],
    ['/api/docs?comparison=0123&embed=1', "'self'", 'SAMEORIGIN'],
  ])(
    'lets other pages frame a kept comparison to be read, and nothing else: %s',
    async (address, by, older) => {
      const { headers } = await built.app.request(address)
      expect(headers.get('Content-Security-Policy')).toContain(`frame-ancestors ${by};`)
      expect(headers.get('X-Frame-Options')).toBe(older)
    },
  )

  it.each(['/api', '/api/docs', PARKS, '/api/nothing'])(
    'for %s lets a browser fetch nothing from elsewhere, nor guess at types',
    async (address) => {
      const { headers } = await built.app.request(address)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      const rules = (headers.get('Content-Security-Policy') ?? '')
        .split(';')
        .map((rule) => rule.trim())
      expect(rules).toEqual(
        expect.arrayContaining([
          "default-src 'self'",
          "connect-src 'self'",
          "frame-ancestors 'self'",
          "base-uri 'none'",
          "form-action 'self'",
          "object-src 'none'",
        ]),
      )
      // MapLibre starts its workers from a blob.
      expect(rules).toContain("worker-src 'self' blob:")
      for (const rule of rules)
        expect(rule).not.toMatch(/https?:|\*|unsafe-eval(?<!wasm-unsafe-eval)/)
    },
  )
})

describe('the OpenAPI document', () => {
  type Operation = {
    parameters?: { name: string; in: string; required?: boolean }[]
    requestBody?: unknown
    responses: Record<string, unknown>
  }
  type Api = { openapi: string; paths: Record<string, Record<string, Operation>> }
  const document = async () => (await (await built.app.request('/api/openapi.json')).json()) as Api
  const anonymous = (path: string) => path.replace(/:\w+|\{\w+\}/g, '{}')

  it('lists every route that is served, and none that is not', async () => {
    const { openapi, paths } = await document()
    expect(openapi).toMatch(/^3\.1\./)
    const listed = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${anonymous(path)}`),
    )
    const served = built.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(
        ({ method, path }) => `${method} ${anonymous(path.replace(/^\/api(?=\/|$)/, '') || '/')}`,
      )
    const mapFiles = (method: string, views: readonly string[]) =>
      views.flatMap((view) => ['svg', 'png', 'pdf'].map((one) => `${method} /maps/${view}.${one}`))
    const oneByOne: Record<string, string[]> = {
      'POST /processes/{}/execution': Object.keys(PROCESSES).map(
        (id) => `POST /processes/${id}/execution`,
      ),
      'GET /maps/{}': mapFiles('GET', MAP_VIEW_IDS),
      'POST /maps/{}': mapFiles('POST', MAP_VIEW_IDS),
    }
    const spelledOut = served.flatMap((route) => oneByOne[route] ?? [route])
    expect(listed.sort()).toEqual([...new Set(spelledOut)].sort())
  })

  it('names each parameter of a path, a body where one is sent, and the problem', async () => {
    for (const [path, operations] of Object.entries((await document()).paths)) {
      for (const [method, { parameters = [], requestBody, responses }] of Object.entries(
        operations,
      )) {
        const inPath = parameters.filter((one) => one.in === 'path')
        expect(
          inPath.map(({ name }) => `{${name}}`),
          path,
        ).toEqual(path.match(/\{\w+\}/g) ?? [])
        expect(inPath.every(({ required }) => required)).toBe(true)
        expect(requestBody !== undefined, `${method} ${path}`).toBe(
          ['post', 'put', 'patch'].includes(method) && !/\/(undo|accept|refuse)$/.test(path),
        )
        expect(JSON.stringify(responses.default)).toContain('application/problem+json')
      }
    }
  })

  it('describes limits, boxes, preferences and the ids of needs as they are', async () => {
    const { paths } = await document()
    const named = (path: string, method: string, name: string) =>
      paths[path]?.[method]?.parameters?.find((one) => one.name === name)
    expect(named('/collections/{collectionId}/items', 'get', 'limit')).toMatchObject({
      schema: { type: 'integer', minimum: 1, maximum: 10_000, default: 10 },
    })
    expect(named('/collections/{collectionId}/items', 'get', 'bbox')).toMatchObject({
      style: 'form',
      explode: false,
      schema: { type: 'array', items: { type: 'number' } },
    })
    const siting = '/processes/siting/execution'
    expect(named(siting, 'post', 'Prefer')).toMatchObject({ in: 'header' })
    const body = JSON.stringify(paths[siting]?.post?.requestBody)
    for (const { id, unit } of NEEDS) {
      expect(NEED_IDS).toHaveProperty(id, unit)
      expect(body).toContain(unit ? `${id} (amount in ${unit})` : id)
    }
    expect(Object.keys(NEED_IDS)).toHaveLength(NEEDS.length)
    for (const words of ['Joint draws', 'possible maker']) expect(body).toContain(words)
    const answer = JSON.stringify(paths[siting]?.post?.responses['200'])
    for (const words of ['nine in ten draws', 'in which it is first', 'with its segment only'])
      expect(answer).toContain(words)
  })

  it('claims the versions of OpenAPI that are served, each under its own type', async () => {
    const read = async (path: string) => (await built.app.request(`/api${path}`)).json()
    const { conformsTo } = await read('/conformance')
    const { links } = (await read('/')) as { links: { rel: string; href: string; type: string }[] }
    for (const [version, part] of [
      ['3.1', 'ogcapi-features-1/1.1/conf/oas31'],
      ['3.0', 'ogcapi-features-1/1.0/conf/oas30'],
    ]) {
      expect(conformsTo).toContain(`http://www.opengis.net/spec/${part}`)
      const type = `application/vnd.oai.openapi+json;version=${version}`
      const link = links.find((one) => one.rel === 'service-desc' && one.type === type)
      const { openapi } = await read(new URL(link?.href ?? '').pathname.replace(/^\/api/, ''))
      expect(openapi).toMatch(new RegExp(`^${version}\\.`))
    }
  })

  it('is shown to people with every path', async () => {
    const page = await (await built.app.request('/api/docs')).text()
    for (const path of Object.keys((await document()).paths)) expect(page).toContain(`/api${path}`)
  })
})
