// By which names is the server asked, what may others than this machine do, and where do links lead?
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '#server/app.ts'
import { environmentOf, servingOf } from '#server/environment.ts'
import { isLoopback, type Serving, THIS_MACHINE_ALONE } from '#server/http/address.ts'
import { adminBy } from '#server/http/admin.ts'
import { loadRegion, type Region } from '#server/region/region.ts'
import { ADMIN_TOKEN, builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { changing, siteDraft } from '#tests/support/edits.ts'

const built = builtApp()
let region: Region
beforeAll(async () => {
  region = await loadRegion(built.store)
})

/** The same data, reached as the operator set it. */
function servedAs(serving: Partial<Serving>) {
  const whole = { ...THIS_MACHINE_ALONE, ...serving }
  return createApp({
    store: built.store,
    region,
    mapApprovalNumber: null,
    basemap: null,
    serving: whole,
    admin: adminBy(ADMIN_TOKEN, whole),
    builds: built.jobs,
    analyses: built.analyses,
    log: (error) => built.logged.push(error),
  })
}

describe('a name that is not known here', () => {
  it.each([
    'evil.example',
    'evil.example:8787',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '10.0.0.7:8787',
    '0.0.0.0:8787',
    'not a host',
  ])('%s is refused whatever is asked, and in no answer', async (Host) => {
    for (const [address, init] of [
      ['/api', {}],
      ['/api/collections/parks/items', {}],
      ['/api/openapi.json', {}],
      ['/api/nothing', {}],
      ['/api/collections/sites/items', changing('POST', siteDraft('一'))],
      ['/api/collections/parks/items/P01', { method: 'DELETE' }],
    ] as const) {
      const headers = { ...Object(Object(init).headers), Host }
      const response = await built.app.request(address, { ...init, headers })
      expect(JSON.stringify([...response.headers])).not.toContain('evil')
      const problem = await problemOf(response, 421)
      expect(JSON.stringify(problem)).not.toContain('evil')
    }
  })

  it.each([
    'localhost:8787',
    'LOCALHOST',
    'atlas.localhost',
    '127.0.0.1:1',
    '127.9.9.9',
    '[::1]:8787',
  ])('%s is one, and links begin with it', async (Host) => {
    const response = await built.app.request('/api', { headers: { Host } })
    const { links } = await response.json()
    expect(links[0].href).toBe(`http://${Host.toLowerCase()}/api`)
  })

  it.each([
    'http://evil.example',
    'https://localhost.evil.example',
    'null',
    'http://localhost:3000',
  ])('is refused as the page that asks: %s', async (Origin) => {
    for (const init of [{}, changing('POST', siteDraft('一'))]) {
      const request = { ...init, headers: { ...Object(Object(init).headers), Origin } }
      await problemOf(await built.app.request('/api/collections/sites/items', request), 403)
    }
  })

  it('is not that of the own page', async () => {
    const headers = { Host: 'localhost:5173', Origin: 'http://localhost:5173' }
    expect((await built.app.request('/api', { headers })).status).toBe(200)
  })
})

it.each([
  ['127.0.0.1', true],
  ['[::1]', true],
  ['::ffff:127.0.0.1', true],
  ['localhost', true],
  ['127.0.0.1.example', false],
  ['1270.0.0.1', false],
  ['0.0.0.0', false],
  ['::', false],
])('%s leads nowhere but here: %s', (name, is) => {
  expect(isLoopback(name)).toBe(is)
})

describe('behind a proxy', () => {
  const parks = '/api/collections/parks/items?limit=1&offset=1'
  const hrefs = async (app: ReturnType<typeof servedAs>, path: string, headers = {}) => {
    const response = await app.request(path, { headers })
    expect(response.status).toBe(200)
    const { links } = (await response.json()) as { links: { href: string }[] }
    return links.map(({ href }) => href)
  }

  it.each(['', '/atlas'])(
    'links begin with PUBLIC_URL, asked at “%s” or at the root',
    async (at) => {
      const publicUrl = new URL('https://maps.example.org/atlas/')
      const app = servedAs({ publicUrl, isOpen: true })
      for (const headers of [{ Host: 'maps.example.org' }, { Host: '127.0.0.1:8787' }]) {
        expect((await hrefs(app, `${at}/api`, headers))[1]).toBe(
          'https://maps.example.org/atlas/api/conformance',
        )
        expect((await hrefs(app, `${at}${parks}`, headers))[0]).toBe(
          `https://maps.example.org/atlas${parks}`,
        )
      }
      const { servers } = await (await app.request(`${at}/api/openapi.json`)).json()
      expect(servers).toEqual([{ url: 'https://maps.example.org/atlas/api' }])
      const own = { Origin: 'https://maps.example.org', Host: '127.0.0.1:8787' }
      expect((await app.request('/api', { headers: own })).status).toBe(200)
      await problemOf(await app.request('/api', { headers: { Host: 'evil.example' } }), 421)
    },
  )

  const FORWARDED = {
    Host: '127.0.0.1:8787',
    'X-Forwarded-Host': 'maps.example.org',
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-Prefix': '/atlas',
  }

  it('follows what the proxy says where that is switched on', async () => {
    const app = servedAs({ trustsProxy: true, isOpen: true })
    expect((await hrefs(app, '/api', FORWARDED))[0]).toBe('https://maps.example.org/atlas/api')
    expect((await hrefs(app, `/atlas${parks}`, FORWARDED))[0]).toBe(
      `https://maps.example.org/atlas${parks}`,
    )
    const wild = { ...FORWARDED, 'X-Forwarded-Prefix': '//evil.example/', 'X-Forwarded-Proto': 'x' }
    expect((await hrefs(app, '/api', wild))[0]).toBe('http://127.0.0.1:8787/api')
  })

  it('does not hear it where it is not', async () => {
    expect((await hrefs(built.app, '/api', FORWARDED))[0]).toBe('http://127.0.0.1:8787/api')
    expect((await built.app.request('/atlas/api', { headers: FORWARDED })).status).toBe(404)
  })
})

describe('open to others than this machine', () => {
  const SITES = '/api/collections/sites/items'
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })

  it('it is read by all and changed with the token alone', async () => {
    const app = servedAs({ isOpen: true, host: '0.0.0.0' })
    expect((await app.request(SITES)).status).toBe(200)
    const nearest = sending('POST', { inputs: { origin: [106.55, 29.56], collection: 'parks' } })
    expect((await app.request('/api/processes/nearest/execution', nearest)).status).toBe(200)
    const add = changing('POST', siteDraft('一'))
    for (const [address, init] of [
      [SITES, add],
      ['/api/collections/parks/items/P01', { method: 'DELETE' }],
      ['/api/history/some/undo', { method: 'POST' }],
      ['/api/extracts/town.osm.pbf', { method: 'PUT', body: 'x' }],
      ['/api/networks', sending('POST', {})],
      ['/api/jobs/some', { method: 'DELETE' }],
    ] as const) {
      await problemOf(await app.request(address, init), 401)
    }
    const execute = (id: string, inputs: object, headers = {}) =>
      app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }, headers))
    const surface = { siting: { productId: 'battery-tray' }, resolution: 8 }
    await problemOf(await execute('surface', surface), 401)
    const job = { Prefer: 'respond-async' }
    await problemOf(await execute('siting', { productId: 'battery-tray' }, job), 401)
    const allowed = { ...job, ...bearer(ADMIN_TOKEN) }
    expect((await execute('siting', { productId: 'battery-tray' }, allowed)).status).toBe(201)
    const headers = { ...add.headers, ...bearer(ADMIN_TOKEN) }
    expect((await app.request(SITES, { ...add, headers })).status).toBe(201)
  })

  it('answers by the address a connection came to, and by no other', async () => {
    const app = servedAs({ isOpen: true, host: '0.0.0.0' })
    const to = { incoming: { socket: { localAddress: '::ffff:10.0.0.7' } } }
    const asked = (Host: string) => app.request('/api', { headers: { Host } }, to)
    expect((await asked('10.0.0.7:8787')).status).toBe(200)
    await problemOf(await asked('10.0.0.8:8787'), 421)
    await problemOf(await asked('evil.example'), 421)
  })

  it.each([
    [{}, false],
    [{ HOST: '::1' }, false],
    [{ PUBLIC_URL: 'http://localhost:9000/map' }, false],
    [{ HOST: '0.0.0.0', OPEN_TO_NETWORK: 'read' }, true],
    [{ PUBLIC_URL: 'https://maps.example.org' }, true],
    [{ TRUST_PROXY: 'yes' }, true],
  ])('set as %j is open: %s', (set, isOpen) => {
    const read = environmentOf(set)
    expect(read.kind === 'set' && servingOf(read.environment).isOpen).toBe(isOpen)
  })
})

describe('who guesses the token', () => {
  const asking = (waits: number[]) => {
    const waiting: (() => void)[] = []
    const check = adminBy(ADMIN_TOKEN, THIS_MACHINE_ALONE, (milliseconds) => {
      waits.push(milliseconds)
      return new Promise<void>((resolve) => waiting.push(resolve))
    })
    const app = createApp({
      store: built.store,
      region,
      mapApprovalNumber: null,
      basemap: null,
      admin: check,
      builds: built.jobs,
      log: () => {},
    })
    const ask = async (token: string, remoteAddress = '10.0.0.7') => {
      const headers = { Authorization: `Bearer ${token}` }
      const env = { incoming: { socket: { remoteAddress } } }
      const init = { method: 'DELETE', headers }
      return (await app.request('/api/networks/nowhere', init, env)).status
    }
    return { ask, waiting }
  }

  it('waits longer the more guesses are under way, and the right token is let in all the same', async () => {
    const waits: number[] = []
    const { ask, waiting } = asking(waits)
    for (let slip = 0; slip < 5; slip++)
      expect(await ask(`wrong ${slip}`.replace(' ', '-'))).toBe(401)
    expect(waits).toEqual([])
    const guesses = Array.from({ length: 60 }, (_, index) => ask(`guess-${index}`))
    const right = ask(ADMIN_TOKEN)
    // Who comes from elsewhere does not wait.
    expect(await ask(ADMIN_TOKEN, '10.0.0.8')).toBe(404)
    expect([waits[0], waits[9], waits.at(-1)]).toEqual([250, 2500, 10_000])
    expect(waits).toHaveLength(61)
    for (const go of waiting) go()
    expect(await right).toBe(404)
    expect(new Set(await Promise.all(guesses))).toEqual(new Set([401]))
  })
})
