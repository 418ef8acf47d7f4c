// Does a condition keep the features that a reader of the whole list would keep, and is what cannot be asked told?
import { expect, it } from 'vitest'
import { insideArea } from '#geodata/geometry/inside.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'

const built = builtApp()

type Feature = {
  id: string
  geometry: { type: string; coordinates: number[] } | null
  properties: Record<string, unknown>
}
type Page = {
  features: Feature[]
  numberMatched: number
  links: { rel: string; href: string }[]
}

const items = (collection: string, search: Record<string, string>) =>
  built.app.request(
    `/api/collections/${collection}/items?${new URLSearchParams({ limit: '1000', ...search })}`,
  )
async function page(collection: string, search: Record<string, string> = {}): Promise<Page> {
  const response = await items(collection, search)
  expect(response.status, await response.clone().text()).toBe(200)
  return response.json() as Promise<Page>
}

/** What of the whole list the test itself keeps. */
async function kept(collection: string, fits: (one: Feature) => boolean): Promise<string[]> {
  const { features } = await page(collection)
  const ids = features.filter(fits).map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(0)
  expect(ids.length).toBeLessThan(features.length)
  return ids
}

const p = ({ properties }: Feature) =>
  properties as Record<string, string> & Record<'segmentIds' | 'systems', string[]>
const number = ({ properties }: Feature, name: string) => properties[name] as number | null
const CASES: [string, string, (one: Feature) => boolean][] = [
  ['companies', "kind = 'tier1'", (one) => p(one).kind === 'tier1'],
  [
    'companies',
    "kind <> 'tier1' AND districtZh IN ('渝北区', '两江新区')",
    (one) => p(one).kind !== 'tier1' && ['渝北区', '两江新区'].includes(p(one).districtZh ?? ''),
  ],
  ['companies', "nameZh LIKE '%汽车%'", (one) => (p(one).nameZh ?? '').includes('汽车')],
  [
    'companies',
    "CASEI(nameEn) LIKE CASEI('%CHANGAN%')",
    (one) => (p(one).nameEn ?? '').toLowerCase().includes('changan'),
  ],
  [
    'companies',
    "nameEn LIKE '%MOTOR%' OR nameEn LIKE '_a%'",
    (one) => /MOTOR|^.a/.test(p(one).nameEn ?? ''),
  ],
  [
    'companies',
    "ACCENTI('Débárquér') = 'Debarquer' AND ACCENTI(nameEn) LIKE '%Co%' AND kind = 'oem'",
    (one) => (p(one).nameEn ?? '').includes('Co') && p(one).kind === 'oem',
  ],
  ['companies', 'parkId IS NULL', (one) => !p(one).parkId],
  [
    'companies',
    'NOT parkId IS NULL AND geometry IS NOT NULL',
    (one) => Boolean(p(one).parkId) && one.geometry !== null,
  ],
  ['companies', "A_CONTAINS(systems, ('power'))", (one) => p(one).systems.includes('power')],
  [
    'companies',
    "A_OVERLAPS(systems, ('power', 'body')) AND NOT A_CONTAINEDBY(systems, ('power', 'body'))",
    (one) =>
      p(one).systems.some((s) => ['power', 'body'].includes(s)) &&
      !p(one).systems.every((s) => ['power', 'body'].includes(s)),
  ],
  ['companies', "A_EQUALS(('power'), systems)", (one) => p(one).systems.join() === 'power'],
  [
    'parks',
    'companyCount BETWEEN 2 AND 5',
    (one) => (number(one, 'companyCount') ?? 0) >= 2 && (number(one, 'companyCount') ?? 0) <= 5,
  ],
  [
    'parks',
    'companyCount % 2 = 1 AND companyCount * 2 > 5 - 1',
    (one) => (number(one, 'companyCount') ?? 0) % 2 === 1 && (number(one, 'companyCount') ?? 0) > 2,
  ],
  [
    'parks',
    'companyCount DIV 2 = 1',
    (one) => Math.trunc((number(one, 'companyCount') ?? 0) / 2) === 1,
  ],
  [
    'parks',
    'NOT plannedAreaSquareKilometers > 20',
    (one) =>
      number(one, 'plannedAreaSquareKilometers') !== null &&
      (number(one, 'plannedAreaSquareKilometers') ?? 0) <= 20,
  ],
  [
    'parks',
    'districtZh = district2025Zh AND companyCount > 3',
    (one) => p(one).districtZh === p(one).district2025Zh && (number(one, 'companyCount') ?? 0) > 3,
  ],
  [
    'parks',
    'S_INTERSECTS(geometry, BBOX(106.4, 29.4, 106.8, 29.8))',
    ({ geometry }) => {
      const [lng = 0, lat = 0] = geometry?.coordinates ?? []
      return lng >= 106.4 && lng <= 106.8 && lat >= 29.4 && lat <= 29.8
    },
  ],
  [
    'parks',
    'S_INTERSECTS(POLYGON((106 29, 107 29, 106.5 30.5, 106 29)), geometry)',
    ({ geometry }) =>
      insideArea((geometry?.coordinates ?? [0, 0]) as [number, number], [
        [
          [
            [106, 29],
            [107, 29],
            [106.5, 30.5],
            [106, 29],
          ],
        ],
      ]),
  ],
]

it.each(CASES)('%s: %s', async (collection, filter, fits) => {
  const { features, numberMatched } = await page(collection, { filter })
  expect(features.map(({ id }) => id)).toEqual(await kept(collection, fits))
  expect(numberMatched).toBe(features.length)
})

it('takes the same as JSON, beside other filters', async () => {
  const filter = JSON.stringify({ op: '=', args: [{ property: 'kind' }, 'tier1'] })
  const { features } = await page('companies', {
    filter,
    'filter-lang': 'cql2-json',
    systems: 'power',
  })
  const ids = await kept(
    'companies',
    (one) => p(one).kind === 'tier1' && p(one).systems.includes('power'),
  )
  expect(features.map(({ id }) => id)).toEqual(ids)
})

it.each([
  [{ filter: "town = 'x' AND ville = 1" }, /“town”.*“ville”/s],
  [{ filter: 'kind = 5' }, /5 is a number; expected a text/],
  [{ filter: "systems = 'power'" }, /A_CONTAINS/],
  [{ filter: 'geometry = 5' }, /S_INTERSECTS/],
  [{ filter: 'S_CROSSES(geometry, POINT(1 2))' }, /“S_CROSSES” is not served/],
  [{ filter: 'kind' }, /“kind” is a text; expected a condition/],
  [{ filter: "T_AFTER(source, DATE('2026-01-01'))" }, /“T_AFTER” is not served/],
  [{ filter: 'kind LIKE nameZh' }, /The pattern of LIKE/],
  [{ filter: 'S_INTERSECTS(geometry, BBOX(1, 2, 3))' }, /BBOX/],
  [{ filter: "kind = 'a'; --" }, /cannot be read/],
  [{ filter: 'x'.repeat(30_000) }, /30000 characters/],
  [{ filter: 'TRUE', 'filter-lang': 'ecql' }, /cql2-text or cql2-json/],
  [{ filter: 'TRUE', 'filter-crs': 'EPSG:4326' }, /filter-crs/],
  [{ properties: 'nameZh,town' }, /“town”/],
  [{ after: 'nowhere' }, /“next”/],
])('refuses %j with a sentence', async (search: Record<string, string>, en) => {
  const { detail, detailZh } = await problemOf(await items('companies', search), 400)
  expect(detail).toMatch(en)
  expect(detailZh).not.toBe('')
})

it('narrows a file as it narrows a page', async () => {
  const filter = "CASEI(kind) = CASEI('OEM') AND S_INTERSECTS(geometry, BBOX(105, 28, 108, 31))"
  const { features } = await page('companies', { filter })
  const file = await built.app.request(
    `/api/collections/companies/items?${new URLSearchParams({ f: 'csv', filter })}`,
  )
  const rows = (await file.text()).trim().split(/\r?\n/)
  expect(features.length).toBeGreaterThan(2)
  for (const { id } of features)
    expect(
      rows.some((row) => row.includes(id)),
      id,
    ).toBe(true)
  expect(file.headers.get('OGC-NumberMatched')).toBe(String(features.length))
})

it('says what may be asked by, each as what it is', async () => {
  const response = await built.app.request('/api/collections/companies/queryables')
  expect(response.headers.get('Content-Type')).toContain('application/schema+json')
  const { $id, properties } = (await response.json()) as {
    $id: string
    properties: Record<string, object>
  }
  expect($id).toBe('http://localhost/api/collections/companies/queryables')
  expect(properties).toMatchObject({
    geometry: { format: 'geometry-any' },
    kind: { type: 'string' },
    systems: { type: 'array', items: { type: 'string' } },
    precisionRadiusKilometers: { type: 'number' },
  })
  expect(properties).not.toHaveProperty('fid')
})

it('gives the properties that are asked for and no others', async () => {
  const { features } = await page('parks', { properties: 'nameZh,systems', limit: '3' })
  for (const { properties } of features)
    expect(Object.keys(properties)).toEqual(['nameZh', 'systems'])
})

/** The ids of all pages, by their links. */
async function walked(address: string, between: () => Promise<void> = async () => {}) {
  const ids: string[] = []
  for (let next: string | undefined = address; next; ) {
    const { features, links } = (await (await built.app.request(next)).json()) as Page
    for (const { id } of features) ids.push(id)
    next = links.find(({ rel }) => rel === 'next')?.href
    if (next) await between()
  }
  return ids
}

it.each(['', '&sortby=-nameZh', '&sortby=parkId,-kind'])(
  'walks all pages once each, in the order of one page%s',
  async (sortby) => {
    const whole = await walked(`/api/collections/companies/items?limit=1000${sortby}`)
    expect(await walked(`/api/collections/companies/items?limit=7${sortby}`)).toEqual(whole)
  },
)

it('neither misses nor repeats a row while rows before it are deleted and added', async () => {
  const before = await walked('/api/collections/hubs/items?limit=1000')
  const gone: string[] = []
  const ids = await walked('/api/collections/hubs/items?limit=4', async () => {
    const first = before.find((id) => !gone.includes(id))
    if (!first || gone.length === 3) return
    gone.push(first)
    const found = await built.app.request(`/api/collections/hubs/items/${first}`)
    const removed = await built.app.request(`/api/collections/hubs/items/${first}?detach=true`, {
      method: 'DELETE',
      headers: {
        'If-Match': found.headers.get('ETag') ?? '',
        'Atlas-Editor': 'test',
        'Atlas-Reason': 'test',
      },
    })
    expect(removed.status).toBe(204)
  })
  expect(gone).toHaveLength(3)
  expect(ids).toEqual(before)
})
