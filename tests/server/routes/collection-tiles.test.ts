// Does every collection with places come as tiles of the standard, each feature where it lies?
import { expect, it } from 'vitest'
import { READABLE_IDS } from '#geodata/contract/editable/editable.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'
import { featuresIn, tileOver } from '#tests/support/tiles.ts'

const built = builtApp()
const GRID = 'WebMercatorQuad'

type WebLink = { rel: string; href: string; templated?: boolean }
const get = async <T>(path: string): Promise<T> => {
  const response = await built.app.request(path)
  expect(response.status, `${path}: ${await response.clone().text()}`).toBe(200)
  return response.json() as Promise<T>
}

/** What a client reads that fills the template of the set. */
async function drawn(id: string, z: number, lngLat: readonly [number, number]) {
  const { links } = await get<{ links: WebLink[] }>(`/api/collections/${id}/tiles/${GRID}`)
  const { x, y } = tileOver(z, ...lngLat)
  const item = links.find(({ rel, templated }) => rel === 'item' && templated)?.href ?? ''
  const filled = item
    .replace('{tileMatrix}', String(z))
    .replace('{tileRow}', String(y))
    .replace('{tileCol}', String(x))
  const response = await built.app.request(filled)
  if (response.status === 204) return []
  expect(response.status).toBe(200)
  return featuresIn(new Uint8Array(await response.arrayBuffer()), id, z, x, y)
}

type Page = {
  features: {
    geometry: { coordinates: [number, number] } | null
    properties: Record<string, unknown>
  }[]
}

it.each([4, 8, 12])('draws each park where it lies, to the grid of zoom %i', async (z) => {
  const { features } = await get<Page>('/api/collections/parks/items?limit=5')
  // 4096 steps to a tile.
  const step = 360 / 2 ** z / 4096
  for (const { geometry, properties } of features) {
    const place = geometry?.coordinates ?? [0, 0]
    const found = (await drawn('parks', z, place)).find(
      (one) => one.properties.id === properties.id,
    )
    const [lng = 0, lat = 0] = (found?.coordinates ?? []) as number[]
    expect(Math.abs(lng - place[0])).toBeLessThanOrEqual(step)
    expect(Math.abs(lat - place[1])).toBeLessThanOrEqual(step)
    expect(found?.properties.systems).toBe((properties.systems as string[]).join(';'))
  }
})

it('draws the district that a place lies in, and roads as lines', async () => {
  const place = [106.55, 29.57] as const
  const around = (await drawn('districts', 9, place)).filter(({ type, coordinates }) =>
    insideArea(place, (type === 'Polygon' ? [coordinates] : coordinates) as number[][][][]),
  )
  expect(around.map(({ properties }) => properties.level)).toContain('district')
  const roads = await drawn('roads', 6, place)
  expect(roads.length).toBeGreaterThan(3)
  expect(roads.every(({ type }) => type.endsWith('LineString'))).toBe(true)
})

it('tells of the tiles of every collection with places, and of no other', async () => {
  for (const id of READABLE_IDS) {
    const { links } = await get<{ links: WebLink[] }>(`/api/collections/${id}`)
    const link = links.find(({ rel }) => rel.endsWith('/tilesets-vector'))
    const { properties } = await get<{ properties: object }>(`/api/collections/${id}/queryables`)
    expect(link !== undefined, id).toBe('geometry' in properties)
    if (!link) {
      await problemOf(await built.app.request(`/api/collections/${id}/tiles`), 404)
      continue
    }
    const { tilesets } = await get<{ tilesets: { links: WebLink[]; tileMatrixSetURI: string }[] }>(
      link.href,
    )
    expect(tilesets[0]?.tileMatrixSetURI).toMatch(/WebMercatorQuad$/)
    for (const { href } of tilesets[0]?.links ?? []) expect(await get<object>(href)).toBeTruthy()
  }
})

it('describes the grid as the standard does', async () => {
  const { tileMatrixSets } = await get<{ tileMatrixSets: { links: WebLink[] }[] }>(
    '/api/tileMatrixSets',
  )
  const { tileMatrices } = await get<{
    tileMatrices: { id: string; scaleDenominator: number; cellSize: number; matrixWidth: number }[]
  }>(tileMatrixSets[0]?.links[0]?.href ?? '')
  // As printed in OGC 17-083r4, annex D.
  expect(tileMatrices[0]?.scaleDenominator).toBeCloseTo(559_082_264.028717, 3)
  expect(tileMatrices[18]?.scaleDenominator).toBeCloseTo(2_132.72958384978, 6)
  expect(tileMatrices[18]).toMatchObject({ id: '18', matrixWidth: 262_144 })
})

it('is not made again while nothing changed, and refuses what is no tile', async () => {
  const { tiles } = await get<{ tiles: string[] }>(`/api/collections/parks/tiles/${GRID}`)
  const { x, y } = tileOver(7, 106.5, 29.5)
  const address = (tiles[0] ?? '').replace('{z}', '7').replace('{y}', `${y}`).replace('{x}', `${x}`)
  const first = await built.app.request(address)
  expect(first.headers.get('Cache-Control')).toContain('max-age')
  const again = await built.app.request(address, {
    headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
  })
  expect(again.status).toBe(304)
  expect((await built.app.request(`/api/collections/parks/tiles/${GRID}/7/0/0`)).status).toBe(204)
  await problemOf(await built.app.request(`/api/collections/parks/tiles/${GRID}/3/9/0`), 400)
})
