// The product's own documents: taxonomy, dataset, targets.
import { Hono } from 'hono'
import { z } from 'zod'
import { allNetworks, firstNetwork } from '#geodata/analysis/answering/known-region.ts'
import { Dataset, NetworkList, ProductText } from '#geodata/contract/documents.ts'
import { READABLE_IDS } from '#geodata/contract/editable/editable.ts'
import type { Deps } from '#server/deps.ts'
import { answered, DOCUMENT, json, ok, type Paths } from '#server/http/described.ts'
import { boundaryAttribution, COORDINATES, roadAttribution } from '#server/region/credits.ts'
import { taxonomyOf } from '#server/region/facts.ts'
import { targetsOf } from '#server/region/plan-rows.ts'
import type { Region } from '#server/region/region.ts'

export function documentRoutes({ store, region, mapApprovalNumber }: Deps): Hono {
  const routes = new Hono()
  routes.get('/taxonomy', async (c) => c.json({ items: await taxonomyOf(store, region.id) }))
  routes.get('/dataset', async (c) => {
    const stored = await store.documents.dataset(region.id)
    const counts = READABLE_IDS.map(async (id) => {
      const { matched } = await store.rows.features(region.id, id, { limit: 0 })
      return [id, matched]
    })
    const dataset: Dataset = {
      formatVersion: 1,
      hash: region.dataset.hash,
      counts: Object.fromEntries(await Promise.all(counts)),
      boundaryVintage: Number(stored.boundary_vintage),
      boundaryNote: { zh: stored.boundary_note_zh ?? '', en: stored.boundary_note_en ?? '' },
      network: firstNetwork(region).summary,
      region: region.facts.home,
      attribution: [
        boundaryAttribution(stored),
        roadAttribution(firstNetwork(region).summary.kind),
        COORDINATES,
      ],
      mapApprovalNumber,
    }
    return c.json(Dataset.parse(dataset))
  })
  routes.get('/networks', (c) => {
    const items = allNetworks(region).map(({ summary }) => summary)
    return c.json(NetworkList.parse({ items, refused: region.refusedNetworks }))
  })
  routes.get('/targets', async (c) => c.json({ items: await targetsOf(store, region.id) }))
  routes.get('/product-texts', (c) => c.json({ items: productTexts(region) }))
  return routes
}

/** Texts without a product of the taxonomy, each once a firm. */
function productTexts({ facts }: Region): ProductText[] {
  const firms = new Map(facts.companies.map(({ properties }) => [properties.id, properties]))
  const seen = new Set<string>()
  return facts.companyProducts.flatMap((row) => {
    const firm = firms.get(row.companyId)
    const key = `${row.companyId} ${row.productText}`
    if (!firm || row.productId || !row.productText || seen.has(key)) return []
    seen.add(key)
    const { id: companyId, nameZh, nameEn, productIds } = firm
    const { productText: text, source, confidence } = row
    return [{ companyId, nameZh, nameEn, text, source, confidence, productIds }]
  })
}

export const documentPaths = (): Paths => ({
  '/taxonomy': { get: { summary: 'Segments and products', responses: ok(DOCUMENT) } },
  '/dataset': {
    get: { summary: 'What is loaded, with hashes and attribution', responses: ok(DOCUMENT) },
  },
  '/networks': {
    get: {
      summary: 'Road networks that are loaded, and files that were refused',
      responses: ok(json(answered(NetworkList))),
    },
  },
  '/product-texts': {
    get: {
      summary: 'What firms are said to make, where no product of the taxonomy is named',
      responses: ok(json(answered(z.object({ items: z.array(ProductText) })))),
    },
  },
  '/targets': { get: { summary: 'Targets of the action plan', responses: ok(DOCUMENT) } },
})
