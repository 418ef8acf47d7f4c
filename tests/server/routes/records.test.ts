// What do sources say beside the rows: certificates of a firm, and figures that conflict with its own?
import { expect, it } from 'vitest'
import type { Certification, Statement } from '#geodata/contract/documents.ts'
import { builtApp } from '#tests/support/built-app.ts'
import { changing } from '#tests/support/edits.ts'

const built = builtApp()

async function itemsOf<T>(path: string): Promise<T[]> {
  return ((await (await built.app.request(path)).json()) as { items: T[] }).items
}

it('serves the certificates of one firm, each as firmly as it is known', async () => {
  const ofDeepal = await itemsOf<Certification>('/api/certifications?companyId=O004')
  expect(ofDeepal.map(({ certification, status }) => [certification, status])).toEqual([
    ['ISO26262', 'documented'],
    ['ISO26262', 'documented'],
    ['ISO26262', 'documented'],
  ])
  const ofSulian = await itemsOf<Certification>('/api/certifications?companyId=T110')
  expect(ofSulian.map(({ status }) => status)).toEqual(['to_check', 'claimed'])
  expect(await itemsOf('/api/certifications?companyId=O010')).toEqual([])
  expect(await itemsOf('/api/certifications')).toHaveLength(19)
})

it('shows both sides of a conflict with their sources and dates', async () => {
  const said = await itemsOf<Statement>('/api/statements?about=companies&rowId=T041')
  expect(said.map(({ field, standing, value, asOf }) => [field, standing, value.en, asOf])).toEqual(
    [
      ['capacity', 'taken', 'solid-state cells 10 GWh', '2022-07-31'],
      ['capacity', 'conflicts', 'cells 20 GWh (planned)', '2025-05'],
    ],
  )
  expect(said.every(({ source }) => source.startsWith('http'))).toBe(true)
  const all = await itemsOf<Statement>('/api/statements')
  const conflicts = all.filter(({ standing }) => standing === 'conflicts')
  expect(conflicts.map(({ rowId }) => rowId)).toEqual([
    'O001',
    'O003',
    'O003',
    'O019',
    'O024',
    'T041',
    'T047',
    'CQ-N07',
    'CQ-N22',
  ])
})

it('keeps the radius a source states until the place or its precision is written anew', async () => {
  const path = '/api/collections/companies/items/O009'
  const read = () => built.app.request(path)
  const radius = async () => (await (await read()).json()).properties.precisionRadiusKilometers
  const patch = async (properties: object) => {
    const seen = { 'If-Match': (await read()).headers.get('ETag') ?? '' }
    const { status } = await built.app.request(path, changing('PATCH', { properties }, seen))
    expect(status).toBe(200)
  }
  expect(await radius()).toBe(0.6)
  await patch({ note: '测试，虚构' })
  expect(await radius()).toBe(0.6)
  await patch({ coordPrecision: 'town' })
  expect(await radius()).toBe(3.2)
})
