// The feature collections: what is listed, filtered, paged, and that every feature keeps its contract.
import { expect, it } from 'vitest'
import type { ZodObject } from 'zod'
import {
  BasemapFeature,
  COLLECTIONS,
  Company,
  District,
  Hub,
  Link,
  Park,
  Platform,
  Road,
  Site,
} from '#geodata/contract/collections.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'

const built = builtApp()

const CONTRACTS = {
  districts: District,
  parks: Park,
  companies: Company,
  hubs: Hub,
  links: Link,
  platforms: Platform,
  roads: Road,
  basemap: BasemapFeature,
  sites: Site,
}

type WebLink = { rel: string; href: string; type?: string }
type Feature = {
  id: string
  geometry: { type: string; coordinates: unknown } | null
  properties: Record<string, unknown>
}
type Page = { features: Feature[]; numberMatched: number; numberReturned: number; links: WebLink[] }

async function get<T>(address: string): Promise<T> {
  const response = await built.app.request(address)
  expect(response.status, address).toBe(200)
  return response.json() as Promise<T>
}
const page = (collection: string, query = '') =>
  get<Page>(`/api/collections/${collection}/items?${query}`)
const idsOf = ({ features }: Page) => features.map(({ id }) => id)

it('starts at a landing page whose every link answers', async () => {
  const { links } = await get<{ links: WebLink[] }>('/api')
  expect(links.map(({ rel }) => rel)).toEqual(
    expect.arrayContaining(['self', 'conformance', 'data', 'service-desc', 'service-doc']),
  )
  for (const { href, type } of links) {
    const response = await built.app.request(href)
    expect(response.status, href).toBe(200)
    const said = response.headers.get('Content-Type')?.replaceAll(' ', '')
    expect(said?.startsWith(type ?? ''), `${href}: ${said}`).toBe(true)
  }
  expect(await get('/api/')).toEqual(await get('/api'))
})

it('claims the core and GeoJSON of OGC API – Features and the core of Processes', async () => {
  const { conformsTo } = await get<{ conformsTo: string[] }>('/api/conformance')
  for (const part of ['features-1/1.0/conf/core', 'features-1/1.0/conf/geojson']) {
    expect(conformsTo).toContain(`http://www.opengis.net/spec/ogcapi-${part}`)
  }
  expect(conformsTo).toContain('http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/core')
})

it('lists every collection with a way to its features', async () => {
  const { collections } = await get<{ collections: { id: string; links: WebLink[] }[] }>(
    '/api/collections',
  )
  expect(collections.map(({ id }) => id)).toEqual([
    ...COLLECTIONS,
    'targets',
    'stage-criteria',
    'stage-evidence',
    'transformations',
    'scenarios',
    'comparisons',
    'own-stories',
    'jit-practice',
    'product-inputs',
    'park-answers',
    'firm-products',
    'certificates',
    'supply-relations',
    'prospects',
    'tasks',
  ])
  for (const collection of collections) {
    expect(await get(`/api/collections/${collection.id}`)).toEqual(collection)
    const items = collection.links.find(({ rel }) => rel === 'items')
    const response = await built.app.request(items?.href ?? '')
    expect(response.headers.get('Content-Type')).toContain('application/geo+json')
  }
})

it.each([
  ['parks', 52],
  ['links', 39],
  ['districts', 95],
  ['companies', 202],
  ['hubs', 23],
])('counts %s: %i, and hands out each once, page by page', async (collection, count) => {
  const seen: string[] = []
  let next: string | undefined = `/api/collections/${collection}/items?limit=20`
  while (next) {
    const { features, numberMatched, numberReturned, links }: Page = await get<Page>(next)
    expect(numberMatched).toBe(count)
    expect(numberReturned).toBe(features.length)
    seen.push(...features.map(({ id }) => id))
    next = links.find(({ rel }) => rel === 'next')?.href
  }
  expect(seen).toHaveLength(count)
  expect(new Set(seen).size).toBe(count)
})

it('pages as asked: ten by default, back and forth, nothing after the last', async () => {
  const all = idsOf(await page('parks', 'limit=10000'))
  expect(idsOf(await page('parks'))).toEqual(all.slice(0, 10))
  const middle = await page('parks', 'limit=7&offset=14&role=parts')
  const back = middle.links.find(({ rel }) => rel === 'prev')?.href ?? ''
  expect(back).toMatch(/role=parts/)
  expect(idsOf(await get<Page>(back))).toEqual(
    idsOf(await page('parks', 'limit=7&offset=7&role=parts')),
  )
  const last = await page('parks', 'limit=10&offset=42')
  expect(last.links.map(({ rel }) => rel)).not.toContain('next')
  expect(idsOf(last)).toEqual(all.slice(42))
  expect((await page('parks', 'offset=52')).features).toEqual([])
})

it.each(Object.entries(CONTRACTS))(
  'serves %s as the contract says, and nothing it does not say',
  async (collection, contract) => {
    const { features } = await page(collection, 'limit=10000')
    const named = Object.keys((contract.shape.properties as ZodObject).shape).sort()
    for (const feature of features) {
      expect(contract.safeParse(feature).error, feature.id).toBeUndefined()
      expect(Object.keys(feature.properties).sort()).toEqual(named)
      expect(feature.properties.id).toBe(feature.id)
    }
  },
)

it('gives one feature as the list does, with links back', async () => {
  const { features } = await page('parks', 'limit=52')
  const { links, ...park } = await get<Feature & { links: WebLink[] }>(
    '/api/collections/parks/items/CQ-V01',
  )
  expect(park).toEqual(features.find(({ id }) => id === 'CQ-V01'))
  for (const rel of ['self', 'collection']) {
    expect(
      (await built.app.request(links.find((link) => link.rel === rel)?.href ?? '')).status,
    ).toBe(200)
  }
})

it('finds within a bbox what has its point there, edges included', async () => {
  const { features } = await page('companies', 'limit=10000')
  const [west, south, east, north] = [106.4, 29.5, 106.7, 29.8]
  const inside = features.filter(({ geometry }) => {
    const [lng = 0, lat = 0] = (geometry?.coordinates ?? []) as number[]
    return geometry && lng >= west && lng <= east && lat >= south && lat <= north
  })
  expect(inside.length).toBeGreaterThan(5)
  const found = await page('companies', `limit=10000&bbox=${west},${south},${east},${north}`)
  expect(idsOf(found)).toEqual(inside.map(({ id }) => id))
  const sixNumbers = await page(
    'companies',
    `limit=10000&bbox=${west},${south},0,${east},${north},9`,
  )
  expect(idsOf(sixNumbers)).toEqual(idsOf(found))
  expect((await page('companies', 'bbox=0,0,1,1')).numberMatched).toBe(0)
})

it('takes boxes without width or height, and boxes over 180°', async () => {
  const { features } = await page('hubs', 'limit=100')
  const [lng = 0, lat = 0] = (features[0]?.geometry?.coordinates ?? []) as number[]
  const at = await page('hubs', `bbox=${lng},${lat},${lng},${lat}`)
  expect(idsOf(at)).toContain(features[0]?.id)
  expect((await page('hubs', `bbox=${lng},-90,${lng},90`)).numberMatched).toBeGreaterThan(0)
  expect((await page('hubs', 'bbox=179,-90,-179,90')).numberMatched).toBe(0)
  // All of the earth but the strip from 106.5 to 106.6.
  const lngs = features.map((hub) =>
    Number((hub.geometry?.coordinates as number[] | undefined)?.[0]),
  )
  const outside = lngs.filter((one) => one >= 106.6 || one <= 106.5)
  expect(outside.length).toBeGreaterThan(0)
  expect(outside.length).toBeLessThan(lngs.length)
  expect((await page('hubs', 'bbox=106.6,-90,106.5,90')).numberMatched).toBe(outside.length)
})

it('says how far each collection reaches, and nothing where it has no place', async () => {
  const answer = await (await built.app.request('/api/collections')).json()
  type Described = { id: string; extent?: { spatial: { bbox: number[][] } } }
  const extents = new Map(
    (answer.collections as Described[]).map(({ id, extent }) => [id, extent?.spatial.bbox[0]]),
  )
  const { features } = await page('hubs', 'limit=100')
  const points = features.map(({ geometry }) => geometry?.coordinates as [number, number])
  const [lngs, lats] = [points.map(([lng]) => lng), points.map(([, lat]) => lat)]
  expect(extents.get('hubs')).toEqual([
    Math.min(...lngs),
    Math.min(...lats),
    Math.max(...lngs),
    Math.max(...lats),
  ])
  expect(extents.has('sites')).toBe(true)
  expect(extents.get('sites')).toBeUndefined()
  expect(extents.get('targets')).toBeUndefined()
})

it('takes % and _ of a filter for themselves', async () => {
  for (const pattern of ['%25', '_%25', 'seg_'])
    expect((await page('companies', `segmentIds=${pattern}`)).numberMatched).toBe(0)
})

it('finds text in Chinese and English whatever its case, and signs of SQL stand for themselves', async () => {
  const { features } = await page('companies', 'limit=10000')
  const named = features.filter(({ properties }) => String(properties.nameZh).includes('长安'))
  const found = idsOf(await page('companies', `limit=10000&q=${encodeURIComponent('长安')}`))
  expect(found).toEqual(expect.arrayContaining(named.map(({ id }) => id)))
  expect(found.length).toBeLessThan(features.length)
  expect(idsOf(await page('parks', 'q=LONGSHENG'))).toContain('CQ-V01')
  for (const q of ["' OR 1=1 --", '%_%_%_%', '\\']) {
    expect((await page('hubs', `q=${encodeURIComponent(q)}`)).numberMatched, q).toBe(0)
  }
})

it('filters by a property, by a member of a list, and by several at once', async () => {
  const { features } = await page('parks', 'limit=10000')
  const where = (fits: (properties: Feature['properties']) => boolean) =>
    features.filter(({ properties }) => fits(properties)).map(({ id }) => id)
  expect(idsOf(await page('parks', 'limit=99&role=vehicle'))).toEqual(
    where(({ role }) => role === 'vehicle'),
  )
  const driving = where(({ systems }) => (systems as string[]).includes('driving'))
  expect(driving.length).toBeGreaterThan(0)
  expect(idsOf(await page('parks', 'limit=99&systems=driving'))).toEqual(driving)
  const liangjiang = `limit=99&role=parts&district2025Zh=${encodeURIComponent('两江新区')}`
  expect(idsOf(await page('parks', liangjiang))).toEqual(
    where(({ role, district2025Zh }) => role === 'parts' && district2025Zh === '两江新区'),
  )
})

it('says which collection or feature there is not', async () => {
  const noCollection = await problemOf(
    await built.app.request('/api/collections/cities/items'),
    404,
  )
  expect(noCollection.detail).toContain('districts, parks')
  const noFeature = await built.app.request('/api/collections/parks/items/CQ-V99')
  expect((await problemOf(noFeature, 404)).detailZh).toContain('CQ-V99')
  await problemOf(await built.app.request('/api/nothing'), 404)
})

it.each([
  ['limit=0', 'limit'],
  ['limit=ten', 'limit'],
  ['limit=', 'limit'],
  ['offset=-1', 'offset'],
  ['offset=1.5', 'offset'],
  ['bbox=', 'bbox'],
  ['bbox=106,29,107', 'bbox'],
  ['bbox=a,b,c,d', 'bbox'],
  ['bbox=106,30,107,29', 'bbox'],
  ['bbox=29,106,30,107', 'bbox'],
  ['bbox-crs=EPSG:3857', 'bbox-crs'],
  ['crs=EPSG:3857', 'crs'],
  ['bbox=-181,29,106,30', 'bbox'],
  ['datetime=yesterday', 'datetime'],
  ['datetime=2024-02-30', 'datetime'],
  ['datetime=2023-02-29', 'datetime'],
  ['datetime=2024-13-01', 'datetime'],
  ['datetime=2024-00-10', 'datetime'],
  ['datetime=2024-01-01T24:00:00Z', 'datetime'],
  ['datetime=2024-01-01T10:00:00', 'datetime'],
  ['datetime=2024-03-01/2024-02-01', 'datetime'],
  ['datetime=2024-02-01/2024-02-30', 'datetime'],
  ['datetime=../..', 'datetime'],
  ['datetime=/', 'datetime'],
  ['datetime=2024-01-01/2024-01-02/2024-01-03', 'datetime'],
  ['f=xml', 'f'],
  ['colour=red', 'colour'],
])('refuses ?%s and points at it', async (query, name) => {
  const problem = await problemOf(
    await built.app.request(`/api/collections/parks/items?${query}`),
    400,
  )
  expect(problem.errors?.map(({ pointer }) => pointer)).toEqual([`?${name}`])
})

it('takes the parameters a standard client sends along', async () => {
  const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
  for (const query of [
    'f=json',
    `crs=${crs84}`,
    `bbox=90,20,120,40&bbox-crs=${crs84}`,
    'datetime=2026-11-23T00:00:00Z',
    'datetime=2026-01-01/..',
    'datetime=../2026-01-01',
    'datetime=2024-02-29/2026-01-01t10:00:00.5%2B08:00',
  ]) {
    expect((await page('hubs', query)).numberMatched, query).toBe(23)
  }
})
