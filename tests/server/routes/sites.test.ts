// People's own sites: added, read, replaced and deleted, and no one's change is lost.
import { beforeAll, expect, it } from 'vitest'
import { Site } from '#geodata/contract/collections.ts'
import type { AnyDraft } from '#geodata/contract/editable/editable.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'
import { by, changing, siteDraft as draft } from '#tests/support/edits.ts'

const built = builtApp()
const ITEMS = '/api/collections/sites/items'

/** Adds a site; its address and first ETag. */
async function added(nameZh: string): Promise<{ address: string; etag: string }> {
  const response = await built.app.request(ITEMS, changing('POST', draft(nameZh)))
  expect(response.status).toBe(201)
  return {
    address: new URL(response.headers.get('Location') ?? '').pathname,
    etag: response.headers.get('ETag') ?? '',
  }
}

let address: string
let etag: string
beforeAll(async () => {
  ;({ address, etag } = await added('第一块'))
})

it('is added, then read as it was sent, under the id in its address', async () => {
  const response = await built.app.request(address)
  expect(response.headers.get('ETag')).toBe(etag)
  const site = Site.parse(await response.json())
  expect(address).toBe(`${ITEMS}/${site.id}`)
  const { id, ...properties } = site.properties
  expect({ type: site.type, geometry: site.geometry, properties }).toEqual(draft('第一块'))
  expect(id).toBe(site.id)
  const near = await built.app.request(`${ITEMS}?bbox=106.52,29.6,106.54,29.62`)
  expect(((await near.json()) as { features: { id: string }[] }).features).toContainEqual(
    expect.objectContaining({ id }),
  )
})

it('is replaced by who holds its newest ETag; who holds an older one is refused', async () => {
  const first = await added('旧名')
  const put = (name: string, held: string) =>
    built.app.request(first.address, changing('PUT', draft(name), { 'If-Match': held }))
  const replaced = await put('新名', first.etag)
  expect(replaced.status).toBe(200)
  expect(replaced.headers.get('ETag')).not.toBe(first.etag)
  const late = await problemOf(await put('迟到', first.etag), 412)
  expect(late.current?.properties.nameZh).toBe('新名')
  const site = Site.parse(await (await built.app.request(first.address)).json())
  expect(site.properties.nameZh).toBe('新名')
})

it('is deleted by who holds its newest ETag, and is gone', async () => {
  const one = await added('要删')
  const drop = (held: string) =>
    built.app.request(one.address, { method: 'DELETE', headers: { ...by(), 'If-Match': held } })
  await problemOf(await drop('"77"'), 412)
  expect((await drop(one.etag)).status).toBe(204)
  await problemOf(await built.app.request(one.address), 404)
  await problemOf(await drop(one.etag), 404)
})

it('is not changed without If-Match, nor with one that is no ETag', async () => {
  await problemOf(await built.app.request(address, changing('PUT', draft('无'))), 428)
  await problemOf(await built.app.request(address, { method: 'DELETE', headers: by() }), 428)
  const nonsense = changing('PUT', draft('无'), { 'If-Match': 'newest' })
  await problemOf(await built.app.request(address, nonsense), 412)
})

it('is not there under an unknown id', async () => {
  const put = changing('PUT', draft('无'), { 'If-Match': '"1"' })
  await problemOf(await built.app.request(`${ITEMS}/nobody`, put), 404)
})

it.each<[string, (site: AnyDraft) => unknown, string[]]>([
  ['no place', ({ geometry: _, ...rest }) => rest, ['/geometry']],
  [
    'swapped coordinates',
    (site) => ({ ...site, geometry: { type: 'Point', coordinates: [29.61, 106.53] } }),
    ['/geometry/coordinates/1'],
  ],
  [
    'words for numbers',
    (site) => ({ ...site, geometry: { type: 'Point', coordinates: ['106.53', 29.61] } }),
    ['/geometry/coordinates/0'],
  ],
  [
    'three slips',
    (site) => ({
      ...site,
      properties: { ...site.properties, nameZh: '', areaHectares: -1, confidence: 'sure' },
    }),
    ['/properties/nameZh', '/properties/areaHectares', '/properties/confidence'],
  ],
])('with %s is refused, each field pointed at', async (_, spoil, pointers) => {
  const response = await built.app.request(ITEMS, changing('POST', spoil(draft('坏'))))
  const { errors } = await problemOf(response, 400)
  expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(pointers.sort())
})
