// Are the products that firms only describe listed for whoever matches them, and is a match kept with its signature?
import { expect, it } from 'vitest'
import type { ProductText } from '#geodata/contract/documents.ts'
import { builtApp } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'

const built = builtApp()
const texts = async () =>
  ((await (await built.app.request('/api/product-texts')).json()) as { items: ProductText[] }).items

it('lists firm, text and source of every text without a product of the taxonomy', async () => {
  const items = await texts()
  expect(items.length).toBeGreaterThan(100)
  for (const { text, source, nameZh } of items) {
    expect([text, source, nameZh].every((one) => one.length > 0)).toBe(true)
  }
})

it('shows the product that a person matched from then on, and the match in the history', async () => {
  const [first] = (await texts()).filter(({ productIds }) => productIds.length === 0)
  const url = `/api/collections/companies/items/${first?.companyId}`
  const read = await built.app.request(url)
  const feature = (await read.json()) as { properties: object }
  const draft = { ...feature, properties: { ...feature.properties, productIds: ['seat'] } }
  const seen = { 'If-Match': read.headers.get('ETag') ?? '' }
  const written = await built.app.request(url, changing('PUT', draft, seen))
  expect(written.status, await written.clone().text()).toBeLessThan(300)
  const now = (await texts()).find(({ companyId }) => companyId === first?.companyId)
  expect(now?.productIds).toEqual(['seat'])
  const history = await built.app.request('/api/history?collection=companies')
  expect(await history.json()).toMatchObject({
    items: [{ rowId: first?.companyId, who: 'planner', why: 'a visit' }],
  })
})
