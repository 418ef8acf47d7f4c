// Possible suppliers and customers over HTTP, from the real sources.
import { expect, it } from 'vitest'
import { SupplyChainResult } from '#geodata/contract/processes/supply-chain.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const ask = (inputs: object) =>
  built.app.request('/api/processes/supply-chain/execution', sending('POST', { inputs }))

it('finds suppliers and customers of a battery maker, each through a good with a source', async () => {
  const response = await ask({ companyId: 'T045' })
  const result = SupplyChainResult.parse(await response.json())
  expect(result.suppliers.length).toBeGreaterThan(0)
  expect(result.customers.map(({ companyId }) => companyId)).toContain('O008')
  for (const { goods } of [...result.suppliers, ...result.customers]) {
    expect(goods.every(({ source }) => source.length > 0)).toBe(true)
  }
})

it('leaves the firms of a park out of its own partners', async () => {
  const response = await ask({ parkId: 'CQ-N01' })
  const { suppliers, customers } = SupplyChainResult.parse(await response.json())
  const partners = new Set([...suppliers, ...customers].map(({ companyId }) => companyId))
  const page = await (
    await built.app.request('/api/collections/companies/items?limit=500&parkId=CQ-N01')
  ).json()
  const own = (page as { features: { id: string }[] }).features.map(({ id }) => id)
  expect(own.length).toBeGreaterThan(0)
  expect(own.filter((id) => partners.has(id))).toEqual([])
})

it('asks for one firm or one park that is there', async () => {
  await problemOf(await ask({}), 400)
  await problemOf(await ask({ companyId: 'T045', parkId: 'CQ-N01' }), 400)
  await problemOf(await ask({ companyId: 'nobody' }), 404)
  await problemOf(await ask({ parkId: 'nowhere' }), 404)
})
