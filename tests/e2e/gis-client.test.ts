// Does a GIS client that uses OGC API – Features read every collection whole?
import { expect, inject, it } from 'vitest'
import { COLLECTIONS } from '#geodata/contract/collections.ts'
import { ogrinfo } from '#tests/support/ogrinfo.ts'

const origin = inject('sharedOrigin')

it('is read by GDAL with the right counts and no warning', async (context) => {
  const dataset = await (await fetch(`${origin}/api/dataset`)).json()
  for (const collection of COLLECTIONS) {
    const { said, warned } = ogrinfo(context, '-so', `OAPIF:${origin}/api`, collection)
    expect(warned, collection).toBe('')
    const count = Number(said.match(/Feature Count: (\d+)/)?.[1])
    expect(count, collection).toBe(dataset.counts[collection])
  }
  expect(dataset.counts).toMatchObject({ parks: 52, companies: 202, links: 39, hubs: 23 })
})
