// The firms counted under filters and as tiles: does every way to ask say the same?
import { beforeAll, describe, expect, it } from 'vitest'
import { FirmSummary } from '#geodata/contract/firm-summary.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'
import { featuresIn } from '#tests/support/tiles.ts'
import { choiceSearch, propertySearch } from '#web/state/region/firm-search.ts'

const built = builtApp()
const FIRMS = '/api/collections/companies'
type Firm = {
  id: string
  geometry: { coordinates: [number, number] } | null
  properties: Record<string, unknown> & { systems: string[]; adcode: string | null }
}

async function get<T>(address: string): Promise<T> {
  const response = await built.app.request(address)
  expect(response.status, address).toBe(200)
  return response.json() as Promise<T>
}

let all: Firm[] = []
beforeAll(async () => {
  all = (await get<{ features: Firm[] }>(`${FIRMS}/items?limit=10000`)).features
})

describe('the summary', () => {
  it.each([
    {},
    { systems: ['power', 'v2x'] },
    { firms: ['oem'], confidence: ['high', 'medium'] },
    { districts: ['unknown'] },
    { systems: ['power'], districts: ['500112', 'unknown'], firms: ['tier1', 'tier2'] },
  ])('counts what the list of the same firms holds: %j', async (choices) => {
    const summary = FirmSummary.parse(await get(`${FIRMS}/summary?${choiceSearch(choices)}`))
    const list = await get<{ features: Firm[]; numberMatched: number }>(
      `${FIRMS}/items?limit=10000&${propertySearch(choices)}`,
    )
    expect(summary.total).toBe(all.length)
    expect(summary.kept).toBe(list.numberMatched)
    expect(summary.placed).toBe(list.features.filter(({ geometry }) => geometry).length)
    const inDistricts = Object.groupBy(list.features, ({ properties }) => properties.adcode ?? '')
    for (const [adcode, { count }] of Object.entries(summary.byDistrict)) {
      expect(count, adcode).toBe(inDistricts[adcode]?.length)
    }
    expect(Object.keys(summary.byDistrict).sort()).toEqual(Object.keys(inDistricts).sort())
    for (const [system, count] of Object.entries(summary.bySystem)) {
      const its = list.features.filter(({ properties }) => properties.systems.includes(system))
      expect(count, system).toBe(its.length)
    }
  })

  it('is not sent again while nothing changed, and refuses what is no filter', async () => {
    const first = await built.app.request(`${FIRMS}/summary?systems=power`)
    const etag = first.headers.get('ETag') ?? ''
    const again = await built.app.request(`${FIRMS}/summary?systems=power`, {
      headers: { 'If-None-Match': etag },
    })
    expect(again.status).toBe(304)
    const refused = await problemOf(await built.app.request(`${FIRMS}/summary?system=power`), 400)
    expect(refused.detailZh).toContain('没有“system”这个筛选条件')
  })
})

describe('a list', () => {
  it('comes in the order asked for, what is not known last', async () => {
    const codes = async (sortby: string) =>
      (
        await get<{ features: Firm[] }>(
          `${FIRMS}/items?limit=10000&sortby=${encodeURIComponent(sortby)}`,
        )
      ).features.map(({ properties }) => properties.adcode)
    const known = all.flatMap(({ properties }) => properties.adcode ?? []).sort()
    const none = all.filter(({ properties }) => properties.adcode === null).map(() => null)
    expect(none.length).toBeGreaterThan(0)
    expect(await codes('+adcode')).toEqual([...known, ...none])
    expect(await codes('-adcode,nameZh')).toEqual([...known.toReversed(), ...none])
    const refused = await problemOf(await built.app.request(`${FIRMS}/items?sortby=size`), 400)
    expect(refused.detail).toContain('sortby names “size”')
  })

  it('fits one of several ids', async () => {
    const [a, , b] = all
    const { features } = await get<{ features: Firm[] }>(
      `${FIRMS}/items?id=${a?.id}&id=${b?.id}&id=nobody`,
    )
    expect(features.map(({ id }) => id)).toEqual([a?.id, b?.id])
  })
})

describe('tiles', () => {
  const tile = async (z: number, x: number, y: number, search = '') => {
    const answer = await built.app.request(`${FIRMS}/tiles/WebMercatorQuad/${z}/${y}/${x}${search}`)
    if (answer.status === 204) return []
    expect(answer.status).toBe(200)
    return featuresIn(new Uint8Array(await answer.arrayBuffer()), 'companies', z, x, y)
  }
  const columnOf = (lng: number, zoom: number) => Math.floor(((lng + 180) / 360) * 2 ** zoom)
  const rowOf = (lat: number, zoom: number) => {
    const radians = (lat * Math.PI) / 180
    return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** zoom)
  }

  it.each([0, 4, 7, 9, 11, 14])('count every placed firm once at zoom %i', async (zoom) => {
    const placed = all.flatMap(({ geometry }) => (geometry ? [geometry.coordinates] : []))
    const keys = new Set(placed.map(([lng, lat]) => `${columnOf(lng, zoom)}/${rowOf(lat, zoom)}`))
    let count = 0
    for (const key of keys) {
      const [x = 0, y = 0] = key.split('/').map(Number)
      for (const { properties } of await tile(zoom, x, y)) count += Number(properties.count ?? 1)
    }
    expect(count).toBe(placed.length)
  })

  it('hold what the filters keep, and say of a firm what its mark shows', async () => {
    const alone = all.filter(({ properties }) => properties.kind === 'oem')
    const kept = await tile(0, 0, 0, '?firms=oem')
    const counted = kept.reduce((sum, { properties }) => sum + Number(properties.count ?? 1), 0)
    expect(counted).toBe(alone.filter(({ geometry }) => geometry).length)
    const [one] = alone.filter(({ geometry }) => geometry)
    const [lng = 0, lat = 0] = one?.geometry?.coordinates ?? []
    const near = await tile(18, columnOf(lng, 18), rowOf(lat, 18), '?firms=oem')
    expect(near.map(({ properties }) => properties)).toContainEqual(
      expect.objectContaining({
        id: one?.id,
        nameZh: one?.properties.nameZh,
        kind: 'oem',
        system: one?.properties.systems[0] ?? '',
      }),
    )
  })

  it('are told of by an address that may be kept, until an edit', async () => {
    const about = await get<{ tiles: string[]; maxzoom: number }>(
      `${FIRMS}/tiles/WebMercatorQuad?systems=power`,
    )
    const address = about.tiles[0]?.replace('{z}/{y}/{x}', '0/0/0') ?? ''
    const answer = await built.app.request(address)
    expect(answer.headers.get('Cache-Control')).toContain('max-age')
    const other = await built.app.request(address.replace(/v=.*/, 'v=older'))
    expect(other.headers.get('Cache-Control')).toBe('no-cache')
    const beyond = `${FIRMS}/tiles/WebMercatorQuad/${about.maxzoom + 1}/0/0`
    await problemOf(await built.app.request(beyond), 400)
  })
})
