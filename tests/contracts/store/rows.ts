// Rows as they are read: all of them, page by page, by words, by property, by box, by id.
import { describe, expect, it } from 'vitest'
import { EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { OpenedStore } from '#tests/contracts/store/opened-store.ts'

const idsOf = (features: RowFeature[]) => features.map(({ id }) => id)
const pointOf = ({ geometry }: RowFeature) =>
  (geometry as { coordinates: [number, number] } | null)?.coordinates ?? null

export function rowContract(opened: OpenedStore): void {
  const list = (...query: [collection: 'parks' | 'companies' | 'targets', query?: object]) =>
    opened.store.rows.features(opened.region, ...query)

  describe('rows', () => {
    it('come page by page in one order, each once, with how many match in all', async () => {
      const { features: all, matched } = await list('parks')
      expect(all.length).toBe(matched)
      const seen: string[] = []
      for (let offset = 0; offset < matched; offset += 20) {
        const page = await list('parks', { limit: 20, offset })
        expect(page.matched).toBe(matched)
        seen.push(...idsOf(page.features))
      }
      expect(seen).toEqual(idsOf(all))
      expect(new Set(seen).size).toBe(matched)
      const none = { features: [], matched, next: null }
      expect(await list('parks', { limit: 5, offset: matched })).toEqual(none)
      expect(await list('parks', { limit: 0 })).toEqual(none)
    })

    it.each([
      [[]],
      [[{ property: 'districtZh', descending: true }]],
      [
        [
          { property: 'plannedAreaSquareKilometers', descending: false },
          { property: 'role', descending: true },
        ],
      ],
    ])('go on where a page ended, in the order %j', async (sortedBy) => {
      const { features: all, next } = await list('parks', { sortedBy })
      expect(next).toBeNull()
      const seen: string[] = []
      for (let after: unknown = {}; after; ) {
        const from = seen.length === 0 ? {} : { after }
        const page = await list('parks', { sortedBy, limit: 7, ...from })
        seen.push(...idsOf(page.features))
        after = page.next
      }
      expect(seen).toEqual(idsOf(all))
    })

    it('are found by a condition, on what it may ask by', async () => {
      const queryables = await opened.store.rows.queryables(opened.region, 'companies')
      expect(queryables.get('geometry')).toBe('geometry')
      expect(queryables.get('systems')).toBe('list')
      expect(queryables.get('precisionRadiusKilometers')).toBe('number')
      const { features: firms } = await list('companies')
      const where = { op: '=', args: [{ property: 'kind' }, 'oem'] }
      const plants = firms.filter(({ properties }) => properties.kind === 'oem')
      expect((await list('companies', { where })).features).toEqual(plants)
      const others = firms.filter(({ properties }) => properties.kind !== 'oem')
      expect((await list('companies', { where: { op: 'not', args: [where] } })).features).toEqual(
        others,
      )
    })

    it('are found by property, and by one of several values', async () => {
      const { features: parks } = await list('parks')
      const role = String(parks[0]?.properties.role)
      const ofRole = parks.filter(({ properties }) => properties.role === role)
      expect((await list('parks', { filters: { role: [role] } })).features).toEqual(ofRole)
      const { features: firms } = await list('companies')
      const segments = ({ properties }: RowFeature) => properties.segmentIds as string[]
      const segment = firms.flatMap(segments)[0] ?? ''
      const made = firms.filter((firm) => segments(firm).includes(segment))
      expect(made.length).toBeGreaterThan(1)
      expect((await list('companies', { filters: { segmentIds: [segment] } })).features).toEqual(
        made,
      )
      expect((await list('parks', { filters: { role: ['of nobody'] } })).matched).toBe(0)
    })

    it('are found by any of several values, an empty one for what is not known, in an order', async () => {
      const { features: firms } = await list('companies')
      const of = (kinds: string[], adcodes: (string | null)[]) =>
        firms.filter(
          ({ properties }) =>
            kinds.includes(String(properties.kind)) &&
            adcodes.includes(properties.adcode as string | null),
        )
      const adcode = String(firms.find(({ properties }) => properties.adcode)?.properties.adcode)
      const found = await list('companies', {
        filters: { kind: ['oem', 'tier1'], adcode: [adcode, ''] },
      })
      expect(found.features).toEqual(of(['oem', 'tier1'], [adcode, null]))
      const byCode = await list('companies', {
        sortedBy: [{ property: 'adcode', descending: true }],
      })
      const codes = byCode.features.map(({ properties }) => properties.adcode)
      const known = codes.filter((code) => code !== null)
      expect(known).toEqual([...known].sort().reverse())
      expect(codes.indexOf(null)).toBe(known.length)
    })

    it('are found by words as they are written, signs of a pattern among them', async () => {
      const { features: parks } = await list('parks')
      const name = String(parks[3]?.properties.nameZh)
      expect(idsOf((await list('parks', { q: name })).features)).toContain(parks[3]?.id)
      expect((await list('parks', { q: 'no such word anywhere' })).matched).toBe(0)
      const literally = await list('parks', { q: '%_%' })
      expect(JSON.stringify(literally.features)).toBe('[]')
    })

    it('are found by a box that meets them; what has no place is in none', async () => {
      const { features: parks } = await list('parks')
      const [west, south, east, north] = [106.4, 29.4, 106.8, 29.8] as const
      const within = parks.filter((park) => {
        const [lng = 0, lat = 0] = pointOf(park) ?? []
        return lng >= west && lng <= east && lat >= south && lat <= north
      })
      expect(within.length).toBeGreaterThan(1)
      const bbox = [west, south, east, north]
      expect((await list('parks', { bbox })).features).toEqual(within)
      const first = await list('parks', { bbox, limit: 1 })
      expect([first.matched, first.features.length]).toEqual([within.length, 1])
      expect((await list('targets', { bbox })).matched).toBe(0)
    })

    it('are found by id with the very values of the list, and a tag that stays', async () => {
      const { rows } = opened.store
      const { features } = await list('companies', { limit: 3 })
      for (const feature of features) {
        const found = await rows.find(opened.region, 'companies', feature.id)
        expect(found?.feature).toEqual(feature)
        expect(found?.etag).toBeTruthy()
        expect(await rows.find(opened.region, 'companies', feature.id)).toEqual(found)
      }
      expect(await rows.find(opened.region, 'companies', 'nobody')).toBeNull()
    })

    it('have every property that a query may name, and no other', async () => {
      for (const collection of EDITABLE_IDS) {
        const { features } = await opened.store.rows.features(opened.region, collection)
        const names = (await opened.store.rows.properties(opened.region, collection)).sort()
        for (const { id, properties } of features.slice(0, 3)) {
          expect(Object.keys(properties).sort(), `${collection} ${id}`).toEqual(names)
        }
      }
    })

    it('that count others count them as they are', async () => {
      const { features: firms } = await list('companies')
      for (const { id, properties } of (await list('parks')).features) {
        const inPark = firms.filter((firm) => firm.properties.parkId === id)
        expect(properties.companyCount, id).toBe(inPark.length)
      }
    })

    it('are of a region that is kept here; another is refused', async () => {
      const { store, region } = opened
      expect(await store.regions()).toContain(region)
      const nowhere = 'nowhere' as RegionId
      await expect(store.rows.features(nowhere, 'parks')).rejects.toThrow('nowhere')
      await expect(store.history.changes(nowhere)).rejects.toThrow('nowhere')
      await expect(store.jobs.all(nowhere)).rejects.toThrow('nowhere')
    })
  })

  describe('documents', () => {
    it('come whole, with the names and empty cells of every row', async () => {
      const segments = await opened.store.documents.rows(opened.region, 'taxonomy')
      expect(segments.length).toBeGreaterThan(10)
      const names = Object.keys(segments[0] ?? {})
      expect(names).toEqual(expect.arrayContaining(['segmentId', 'segmentZh', 'productId']))
      for (const row of segments) expect(Object.keys(row)).toEqual(names)
      expect(segments.some(({ productId }) => productId === null)).toBe(true)
      expect((await opened.store.documents.dataset(opened.region)).hash).toMatch(/^[0-9a-f]{8,}$/)
    })
  })
}
